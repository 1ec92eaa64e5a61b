import type { RouteConfigEntry } from '@react-router/dev/routes'
import councils from './council.routes.ts'
import decisions from './decision.routes.ts'
import reception from './reception.routes.ts'

export default [...reception, ...councils, ...decisions] satisfies RouteConfigEntry[]
