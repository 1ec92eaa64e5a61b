import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The registers of the programme office; each is a description, the pages are the same. */
export default [
  route('so-theo-doi', 'register/registers.page.tsx'),
  route('so-theo-doi/:register', 'register/register.page.tsx'),
  route('so-theo-doi/:register/so.xlsx', 'register/register.xlsx.ts'),
  route('so-theo-doi/:register/them', 'register/record-new.page.tsx'),
  route('so-theo-doi/:register/:id', 'register/record.page.tsx'),
  route('so-theo-doi/:register/:id/sua', 'register/record-edit.page.tsx'),
] satisfies RouteConfigEntry[]
