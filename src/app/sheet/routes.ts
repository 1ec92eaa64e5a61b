import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('nhap-bang/:kind', 'sheet/sheet.page.tsx'),
  route('nhap-bang/:kind/mau.xlsx', 'sheet/template.xlsx.ts'),
  route('nhap-bang/lo/:id', 'sheet/batch.page.tsx'),
  route('nhap-bang/lo/:id/dong-loi.xlsx', 'sheet/bad-rows.xlsx.ts'),
] satisfies RouteConfigEntry[]
