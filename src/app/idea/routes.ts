import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Steps 2 to 4 of the OCOP cycle: of the producer, of the commune (xa), of the province's office (tinh). */
export default [
  route('y-tuong', 'idea/ideas.page.tsx'),
  route('y-tuong/them', 'idea/idea-new.page.tsx'),
  route('y-tuong/:id', 'idea/idea.page.tsx'),
  route('phuong-an/:id', 'idea/plan.page.tsx'),
  route('phuong-an/:id/moc/:milestone', 'idea/milestone.page.tsx'),
  route('phuong-an/:id/bao-cao', 'idea/half-year.page.tsx'),
  route('phuong-an/:id/mo-ho-so', 'idea/start.page.tsx'),
  route('ho-so/:id/dang-ky-lai', 'idea/again.page.tsx'),
  route('xa/y-tuong', 'idea/commune-ideas.page.tsx'),
  route('xa/y-tuong/:id', 'idea/commune-idea.page.tsx'),
  route('xa/phuong-an/:id', 'idea/commune-plan.page.tsx'),
  route('tinh/y-tuong', 'idea/office-ideas.page.tsx'),
  route('tinh/y-tuong.xlsx', 'idea/office-ideas.xlsx.ts'),
  route('tinh/y-tuong/:id', 'idea/office-idea.page.tsx'),
  route('tinh/dot-y-tuong', 'idea/calls.page.tsx'),
  route('tinh/dot-y-tuong/:id', 'idea/call.page.tsx'),
  route('tinh/phuong-an', 'idea/office-plans.page.tsx'),
  route('tinh/phuong-an/:id', 'idea/office-plan.page.tsx'),
] satisfies RouteConfigEntry[]
