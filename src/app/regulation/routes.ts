import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('quan-tri/quy-dinh', 'regulation/regulations.page.tsx'),
  route('quan-tri/quy-dinh/ban/:id', 'regulation/revision.page.tsx'),
  route('quan-tri/quy-dinh/ban/:id/chung', 'regulation/general.page.tsx'),
  route('quan-tri/quy-dinh/ban/:id/so-sanh', 'regulation/comparison.page.tsx'),
  route('quan-tri/quy-dinh/ban/:id/yaml', 'regulation/revision-file.ts'),
  route('quan-tri/quy-dinh/ban/:id/bo/:set', 'regulation/form.page.tsx'),
  route('quan-tri/quy-dinh/ban/:id/bo/:set/:code', 'regulation/criterion.page.tsx'),
  route('quan-tri/quy-dinh/doi-chieu', 'regulation/correspondence.page.tsx'),
  route('quan-tri/quy-dinh/doi-chieu.xlsx', 'regulation/correspondence.xlsx.ts'),
  route('quan-tri/quy-dinh/:regulation/loi-van', 'regulation/wording.page.tsx'),
  route('quan-tri/quy-dinh/:regulation/loi-van/:set', 'regulation/wording-set.page.tsx'),
  route('tinh/dot/:id/dinh-chinh', 'regulation/correction.page.tsx'),
] satisfies RouteConfigEntry[]
