import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Inspections after recognition: the desk plans and follows them, the team records, producers sign and answer, the leader decides. */
export default [
  route('kiem-tra', 'inspection/inspections.page.tsx'),
  route('kiem-tra.xlsx', 'inspection/inspections.xlsx.ts'),
  route('kiem-tra/them', 'inspection/inspection-new.page.tsx'),
  route('kiem-tra/ke-hoach', 'inspection/plans.page.tsx'),
  route('kiem-tra/ke-hoach/them', 'inspection/plan-new.page.tsx'),
  route('kiem-tra/ke-hoach/:plan', 'inspection/plan.page.tsx'),
  route('kiem-tra/ke-hoach/:plan/danh-sach.xlsx', 'inspection/plan-lines.xlsx.ts'),
  route('kiem-tra/vi-pham', 'inspection/violations.page.tsx'),
  route('kiem-tra/vi-pham.xlsx', 'inspection/violations.xlsx.ts'),
  route('kiem-tra/vi-pham/:violation', 'inspection/violation.page.tsx'),
  route('kiem-tra/bieu-trung', 'inspection/mark.page.tsx'),
  route('kiem-tra/:id', 'inspection/inspection.page.tsx'),
  route('kiem-tra/:id/bien-ban', 'inspection/record.page.tsx'),
  route('kiem-tra-cua-toi', 'inspection/own.page.tsx'),
] satisfies RouteConfigEntry[]
