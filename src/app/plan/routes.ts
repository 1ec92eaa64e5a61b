import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Programme plans: the desks' and the communes'. */
export default [
  route('ke-hoach', 'plan/plans.page.tsx'),
  route('ke-hoach.xlsx', 'plan/plans.xlsx.ts'),
  route('ke-hoach/them', 'plan/new.page.tsx'),
  route('ke-hoach/:id', 'plan/plan.page.tsx'),
  route('ke-hoach/:id/ten', 'plan/head.page.tsx'),
  route('ke-hoach/:id/loi-van', 'plan/words.page.tsx'),
  route('ke-hoach/:id/to-trinh', 'plan/submission.page.tsx'),
  route('ke-hoach/:id/muc/:kind/:key', 'plan/part.page.tsx'),
  route('ke-hoach/:id/san-pham/:row', 'plan/product.page.tsx'),
  route('ke-hoach/:id/khac-biet', 'plan/difference.page.tsx'),
  route('ke-hoach/:id/cap-duoi', 'plan/below.page.tsx'),
] satisfies RouteConfigEntry[]
