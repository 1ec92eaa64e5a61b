import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('co-quan', 'body/bodies.page.tsx'),
  route('co-quan.xlsx', 'body/bodies.xlsx.ts'),
  route('co-quan/:id', 'body/body.page.tsx'),
] satisfies RouteConfigEntry[]
