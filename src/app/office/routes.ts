import type { RouteConfigEntry } from '@react-router/dev/routes'
import decisions from './decision.routes.ts'
import reception from './reception.routes.ts'

export default [...reception, ...decisions] satisfies RouteConfigEntry[]
