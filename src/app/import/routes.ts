import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('nhap-lieu', 'import/batches.page.tsx'),
  route('nhap-lieu/can-quyet-dinh', 'import/questions.page.tsx'),
  route('nhap-lieu/can-quyet-dinh/:id', 'import/question.page.tsx'),
  route('nhap-lieu/dia-gioi', 'import/passing.page.tsx'),
  route('nhap-lieu/:id', 'import/batch.page.tsx'),
  route('nhap-lieu/:id/dong-loi', 'import/bad-rows.ts'),
  route('cong-nhan-truoc-day', 'import/past.page.tsx'),
] satisfies RouteConfigEntry[]
