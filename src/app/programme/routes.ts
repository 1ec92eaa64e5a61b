import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [route('chuong-trinh', 'programme/hub.page.tsx')] satisfies RouteConfigEntry[]
