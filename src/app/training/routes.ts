import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Courses, study tours, conferences and their materials: the desk keeps them, producers register, whoever is there types the code. */
export default [
  route('tap-huan', 'training/courses.page.tsx'),
  route('tap-huan.xlsx', 'training/courses.xlsx.ts'),
  route('tap-huan/them', 'training/course-new.page.tsx'),
  route('tap-huan/tai-lieu', 'training/materials.page.tsx'),
  route('tap-huan/:id', 'training/course.page.tsx'),
  route('tap-huan/:id/sua', 'training/course-edit.page.tsx'),
  route('tap-huan/:id/nguoi-tham-gia', 'training/people.page.tsx'),
  route('tap-huan/:id/nguoi-tham-gia.xlsx', 'training/people.xlsx.ts'),
] satisfies RouteConfigEntry[]
