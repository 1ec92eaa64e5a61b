import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Inspections after recognition: the desk plans and follows them, the team records, producers sign and answer, the leader decides. */
export default [
  route('hau-kiem', 'inspection/inspections.page.tsx'),
  route('hau-kiem.xlsx', 'inspection/inspections.xlsx.ts'),
  route('hau-kiem/them', 'inspection/inspection-new.page.tsx'),
  route('hau-kiem/ke-hoach', 'inspection/plans.page.tsx'),
  route('hau-kiem/ke-hoach/them', 'inspection/plan-new.page.tsx'),
  route('hau-kiem/ke-hoach/:plan', 'inspection/plan.page.tsx'),
  route('hau-kiem/ke-hoach/:plan/danh-sach.xlsx', 'inspection/plan-lines.xlsx.ts'),
  route('hau-kiem/vi-pham', 'inspection/violations.page.tsx'),
  route('hau-kiem/vi-pham.xlsx', 'inspection/violations.xlsx.ts'),
  route('hau-kiem/vi-pham/:violation', 'inspection/violation.page.tsx'),
  route('hau-kiem/bieu-trung', 'inspection/mark.page.tsx'),
  route('hau-kiem/bieu-trung.xlsx', 'inspection/mark.xlsx.ts'),
  route('hau-kiem/:id', 'inspection/inspection.page.tsx'),
  route('hau-kiem/:id/bien-ban', 'inspection/record.page.tsx'),
  route('hau-kiem-cua-toi', 'inspection/own.page.tsx'),
] satisfies RouteConfigEntry[]
