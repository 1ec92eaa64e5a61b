// The map of the pages. Each area owns its routes.ts; file names there are relative to src/app, e.g. route('ho-so/:id', 'producer/dossier.tsx').
import { route, type RouteConfig } from '@react-router/dev/routes'
import account from './account/routes.ts'
import admin from './admin/routes.ts'
import commune from './commune/routes.ts'
import council from './council/routes.ts'
import leader from './leader/routes.ts'
import office from './office/routes.ts'
import producer from './producer/routes.ts'
import publicPages from './public/routes.ts'

export default [
  ...publicPages,
  ...account,
  ...producer,
  ...commune,
  ...office,
  ...council,
  ...leader,
  ...admin,
  route('*', 'not-found.tsx'),
] satisfies RouteConfig
