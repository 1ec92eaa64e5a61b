import { index, type RouteConfigEntry } from '@react-router/dev/routes'

export default [index('public/home.tsx')] satisfies RouteConfigEntry[]
