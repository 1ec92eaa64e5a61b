import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Support: of a desk's office, leader and advisors, and of the producers who ask for it. */
export default [
  route('ho-tro', 'support/supports.page.tsx'),
  route('ho-tro.xlsx', 'support/supports.xlsx.ts'),
  route('ho-tro/moi', 'support/ask.page.tsx'),
  route('ho-tro/phai-thu', 'support/receivables.page.tsx'),
  route('ho-tro/phai-thu.xlsx', 'support/receivables.xlsx.ts'),
  route('ho-tro/phai-thu/:id', 'support/receivable.page.tsx'),
  route('ho-tro/:id', 'support/support.page.tsx'),
  route('ho-tro/:id/moc/:milestone', 'support/milestone.page.tsx'),
] satisfies RouteConfigEntry[]
