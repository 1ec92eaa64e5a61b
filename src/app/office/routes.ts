import type { RouteConfigEntry } from '@react-router/dev/routes'
import decisions from './decision.routes.ts'

export default [...decisions] satisfies RouteConfigEntry[]
