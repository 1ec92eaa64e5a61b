import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The programme's money, of a desk's office, leader and advisors. */
export default [
  route('kinh-phi', 'money/overview.page.tsx'),
  route('kinh-phi.xlsx', 'money/overview.xlsx.ts'),
  route('kinh-phi/so', 'money/journal.page.tsx'),
  route('kinh-phi/so.xlsx', 'money/journal.xlsx.ts'),
  route('kinh-phi/nguon', 'money/sources.page.tsx'),
  route('kinh-phi/nguon.xlsx', 'money/sources.xlsx.ts'),
  route('kinh-phi/khoan-moi', 'money/line-new.page.tsx'),
  route('kinh-phi/khoan/:id', 'money/line.page.tsx'),
  route('kinh-phi/khoan/:id/ghi/:kind', 'money/entry-new.page.tsx'),
  route('kinh-phi/but-toan/:id', 'money/entry.page.tsx'),
  route('kinh-phi/ke-hoach/:family', 'money/plan-money.page.tsx'),
] satisfies RouteConfigEntry[]
