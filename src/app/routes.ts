// The map of the pages. Each area owns its routes.ts; file names there are relative to src/app, e.g. route('ho-so/:id', 'producer/dossier.tsx').
import { route, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes'
import account from './account/routes.ts'
import after from './after/routes.ts'
import admin from './admin/routes.ts'
import batch from './batch/routes.ts'
import body from './body/routes.ts'
import commendation from './commendation/routes.ts'
import commune from './commune/routes.ts'
import council from './council/routes.ts'
import dashboard from './dashboard/routes.ts'
import idea from './idea/routes.ts'
import indicator from './indicator/routes.ts'
import importPages from './import/routes.ts'
import leader from './leader/routes.ts'
import money from './money/routes.ts'
import reward from './reward/routes.ts'
import support from './support/routes.ts'
import office from './office/routes.ts'
import plan from './plan/routes.ts'
import producer from './producer/routes.ts'
import producerYear from './producer-year/routes.ts'
import programme from './programme/routes.ts'
import inspection from './inspection/routes.ts'
import promotion from './promotion/routes.ts'
import publicPages from './public/routes.ts'
import publicReport from './public-report/routes.ts'
import register from './register/routes.ts'
import regulation from './regulation/routes.ts'
import report from './report/routes.ts'
import salesPoint from './sales-point/routes.ts'
import sheet from './sheet/routes.ts'
import task from './task/routes.ts'
import training from './training/routes.ts'

const areas: Record<string, RouteConfigEntry[]> = {
  public: publicPages,
  publicReport,
  batch,
  account,
  producer,
  dashboard,
  idea,
  after,
  body,
  commune,
  office,
  council,
  leader,
  admin,
  import: importPages,
  indicator,
  programme,
  producerYear,
  register,
  money,
  support,
  commendation,
  reward,
  plan,
  task,
  training,
  salesPoint,
  promotion,
  inspection,
  regulation,
  report,
  sheet,
}

/** While working on one area: `OCOP_AREAS=producer,council node scripts/build.ts` leaves out the others. Unset: all. */
const wanted = process.env['OCOP_AREAS']?.split(',')

export default [
  ...Object.entries(areas).flatMap(([name, routes]) => (wanted === undefined || wanted.includes(name) ? routes : [])),
  route('kit', 'ui/kit/kit.tsx'),
  route('*', 'not-found.tsx'),
] satisfies RouteConfig
