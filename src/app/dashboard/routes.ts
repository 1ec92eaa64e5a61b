import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [route('tong-quan', 'dashboard/dashboard.page.tsx')] satisfies RouteConfigEntry[]
