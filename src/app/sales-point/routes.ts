import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Points of sale: the desk keeps them, their operators report each month, anyone finds those that run. */
export default [
  route('diem-ban', 'sales-point/points.page.tsx'),
  route('diem-ban.xlsx', 'sales-point/points.xlsx.ts'),
  route('diem-ban/them', 'sales-point/point-new.page.tsx'),
  route('diem-ban/tieu-chi', 'sales-point/criteria.page.tsx'),
  route('diem-ban/bao-cao-thang', 'sales-point/months.page.tsx'),
  route('diem-ban/:id', 'sales-point/point.page.tsx'),
  route('diem-ban/:id/sua', 'sales-point/point-edit.page.tsx'),
  route('diem-ban-ocop', 'sales-point/public.page.tsx'),
] satisfies RouteConfigEntry[]
