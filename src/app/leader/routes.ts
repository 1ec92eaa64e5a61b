import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('lanh-dao/ky-ban-hanh', 'leader/issue-list.page.tsx'),
  route('lanh-dao/ky-ban-hanh/:id', 'leader/issue.page.tsx'),
  route('lanh-dao/ky-ban-hanh/:id/ban-thao', 'leader/draft-paper.ts'),
] satisfies RouteConfigEntry[]
