import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Figures: the targets of a plan, the dictionary of indicators, one figure with its rows. */
export default [
  route('chi-tieu', 'indicator/targets.page.tsx'),
  route('chi-tieu.xlsx', 'indicator/targets.xlsx.ts'),
  route('chi-tieu/ke-hoach/:id/:code', 'indicator/target.page.tsx'),
  route('chi-tieu/danh-sach', 'indicator/dictionary.page.tsx'),
  route('chi-tieu/danh-sach/:id', 'indicator/figure.page.tsx'),
  route('chi-tieu/danh-sach/:id/so-lieu.xlsx', 'indicator/figure.xlsx.ts'),
] satisfies RouteConfigEntry[]
