import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Rewards: of a desk's office, leader and advisors; a producer sees its own. */
export default [
  route('thuong', 'reward/rewards.page.tsx'),
  route('thuong.xlsx', 'reward/rewards.xlsx.ts'),
  route('thuong/chinh-sach', 'reward/policies.page.tsx'),
  route('thuong/chinh-sach.xlsx', 'reward/policies.xlsx.ts'),
  route('thuong/chinh-sach/:id', 'reward/policy.page.tsx'),
  route('thuong/danh-sach/:id', 'reward/list.page.tsx'),
  route('thuong/danh-sach/:id/bang.xlsx', 'reward/list.xlsx.ts'),
] satisfies RouteConfigEntry[]
