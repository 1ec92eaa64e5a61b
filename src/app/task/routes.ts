import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Work of plans: one's own, the board, all that one keeps. */
export default [
  route('nhiem-vu', 'task/mine.page.tsx'),
  route('nhiem-vu/bang', 'task/board.page.tsx'),
  route('nhiem-vu/tat-ca', 'task/all.page.tsx'),
  route('nhiem-vu/tat-ca.xlsx', 'task/all.xlsx.ts'),
  route('nhiem-vu/:id', 'task/work.page.tsx'),
  route('ke-hoach/:id/giao-viec', 'task/add.page.tsx'),
] satisfies RouteConfigEntry[]
