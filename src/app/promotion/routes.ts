import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Promotion events: the desk keeps them, producers ask for their products and answer invitations. */
export default [
  route('xuc-tien', 'promotion/events.page.tsx'),
  route('lich-hoat-dong', 'promotion/calendar.page.tsx'),
  route('xuc-tien.xlsx', 'promotion/events.xlsx.ts'),
  route('xuc-tien/them', 'promotion/event-new.page.tsx'),
  route('xuc-tien/:id', 'promotion/event.page.tsx'),
  route('xuc-tien/:id/sua', 'promotion/event-edit.page.tsx'),
  route('xuc-tien/:id/danh-sach.xlsx', 'promotion/parts.xlsx.ts'),
] satisfies RouteConfigEntry[]
