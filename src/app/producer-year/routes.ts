import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Yearly figures: the list of a province or commune and one's own years at one address; a year; the questions of it, a few at a time. */
export default [
  route('so-lieu-nam', 'producer-year/years.page.tsx'),
  route('so-lieu-nam/bang.xlsx', 'producer-year/years.xlsx.ts'),
  route('so-lieu-nam/:producer/:year', 'producer-year/year.page.tsx'),
  route('so-lieu-nam/:producer/:year/khai', 'producer-year/year-form.page.tsx'),
] satisfies RouteConfigEntry[]
