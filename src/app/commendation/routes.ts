import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Commendation: of a desk's office, leader and advisors. */
export default [
  route('khen-thuong', 'commendation/lists.page.tsx'),
  route('khen-thuong.xlsx', 'commendation/lists.xlsx.ts'),
  route('khen-thuong/chon', 'commendation/choose.page.tsx'),
  route('khen-thuong/:id', 'commendation/list.page.tsx'),
] satisfies RouteConfigEntry[]
