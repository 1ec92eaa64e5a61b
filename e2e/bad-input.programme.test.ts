// Rubbish through every form of the programme office, its permitted presses taken from the permission matrix: refused at the field, nothing half-written, never a fault of ours.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld } from '#/testing/world.ts'
import { decoded } from './bad-input.fixture.ts'
import { openCast, type Answer, type Cast, type Visit } from './cast.ts'
import { moneyStates } from './money-states.ts'
import { figurePageRows } from './permissions.figures.ts'
import { moneyPageRows } from './permissions.money.ts'
import { planPageRows, taskPageRows } from './permissions.plan.ts'
import { producerYearPageRows } from './permissions.producer-year.ts'
import { promotionPageRows } from './permissions.promotion.ts'
import { registerPageRows } from './permissions.register.ts'
import { reportPageRows } from './permissions.report.ts'
import { press, type Given, type Row } from './permissions.row.ts'
import { salesPointPageRows } from './permissions.sales-point.ts'
import { supportPageRows } from './permissions.support.ts'
import { trainingPageRows } from './permissions.training.ts'
import { programmePlanStates } from './plan-states.ts'
import { producerYearStates } from './producer-year-states.ts'
import { promotionStates } from './promotion-states.ts'
import { registerStates } from './register-states.ts'
import { reportStates } from './report-states.ts'
import { salesPointStates } from './sales-point-states.ts'
import { openSite, type Site } from './site.ts'
import { supportStates } from './support-states.ts'
import { trainingStates } from './training-states.ts'

/** Forms of the same pages with money, amounts and days the matrix does not ask with. */
const more: readonly Row[] = [
  press(
    'register/record-new.page.tsx addRecord',
    () => '/so-theo-doi/mo-hinh/them',
    {
      form: {
        kind: 'model',
        title: 'Mô hình',
        leadBody: 'Xã',
        startsOn: '05/02/2026',
        amount: '150.000.000',
        communeCode: 'Phường Sầm Sơn',
      },
    },
    'office',
  ),
  press(
    'register/record-new.page.tsx addRecord',
    () => '/so-theo-doi/vung-nguyen-lieu/them',
    { form: { name: 'Vùng', crop: 'Lúa', areaHaE2: '12', households: '60', communeCode: 'Phường Sầm Sơn', since: '05/02/2026' } },
    'office',
  ),
  press(
    'producer-year/year-form.page.tsx saveYear',
    (at) => `/so-lieu-nam/${at.world.producers.own}/${at.producerYear.draft}/khai`,
    { form: { step: '2', revenue: '5.000.000', revenueOcop: '0', averageIncome: '7.000.000', _version: '1' } },
    'producer',
  ),
]

const rows: readonly Row[] = [
  ...more,
  ...planPageRows,
  ...taskPageRows,
  // The target at hand is made one that is told by hand.
  ...figurePageRows.flatMap(({ ends: _ends, ...row }) => (row.verb.endsWith('enterTargetValue') ? [row] : [])),
  ...moneyPageRows,
  ...supportPageRows,
  ...registerPageRows,
  ...producerYearPageRows,
  ...trainingPageRows,
  ...promotionPageRows,
  ...salesPointPageRows,
  ...reportPageRows,
]

let site: Site
let cast: Cast
let given: Given

beforeAll(async () => {
  site = await openSite({ takesBack: true })
  const world = await makeWorld(site.services)
  const name = 'Thử'
  given = {
    world,
    ...(await moneyStates(world, name)),
    ...(await supportStates(world, name)),
    ...(await trainingStates(world, name)),
    ...(await salesPointStates(world, name)),
    ...(await promotionStates(world, name)),
    programmePlan: await programmePlanStates(world, name),
    ...(await registerStates(world, name)),
    report: await reportStates(world, name),
    ...(await producerYearStates(world)),
  } as Partial<Given> as Given
  const { db } = site.services.database
  await db
    .updateTable('programmeTarget')
    .set({ indicator: null })
    .where('planId', '=', given.programmePlan.issued)
    .where('code', '=', 'T01')
    .execute()
  cast = await openCast(site, world)
}, 180_000)
afterAll(() => site.close())

type Form = Record<string, string | File>
/** What the page's form sends along beside what the matrix asks with: refusals stand at the form that was pressed. */
const deedOf: Record<string, string> = {
  'money/line-new.page.tsx addLine': 'add',
  'support/ask.page.tsx askSupport': 'ask',
  'reward/policies.page.tsx addPolicy': 'add',
  'reward/rewards.page.tsx draftRewardList': 'draft',
  'training/course-new.page.tsx addCourse': 'add',
  'promotion/event-new.page.tsx addEvent': 'add',
  'sales-point/point-new.page.tsx addPoint': 'add',
}
/** Ticked or not; what it says does not matter. */
const ticks = ['communes']
/** Names the browser sends along and no person types. */
const hidden = /^(_|deed$|step$|version$|numberKind$)/
const typed = (form: Form) =>
  Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !hidden.test(entry[0]) && !ticks.includes(entry[0]),
  )

const date = /^\d\d\/\d\d\/\d{4}$/
/** May have decimals. */
const parts = ['areaHaE2']
const number = /^\d+([.]\d{3})*$/
const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Rubbish of a kind, by what a permitted press holds there; of what one reader refuses alike, each field gets one in turn. */
function rubbishFor(value: string, turn: number): string[] {
  const inTurn = (...some: string[]) => some[turn % some.length] ?? ''
  if (date.test(value)) return [inTurn('31/02/2026', 'hôm qua', '2026-13-01')]
  if (id.test(value)) return [inTurn('019a0000-0000-7000-8000-00000000dead', `' or 1=1 --`)]
  if (number.test(value)) return ['-1', inTurn('1,5', '99999999999999999999', '1e9')]
  return []
}

async function send(row: Row, form: NonNullable<Visit['form']>, more: Visit = {}): Promise<Answer & { kept: number }> {
  const [part] = row.allowed
  if (!part) throw new Error(`nobody may press ${row.verb}`)
  const before = site.kept()
  const answer = await cast.as(part, row.at(given), { ...more, form })
  return { ...answer, kept: site.kept() - before }
}

/** The message stands at the field, or where no field is to be seen leads the summary. */
function named(answer: Answer, name: string): boolean {
  const field = `f-([\\w-]+-)?${name.replaceAll('.', '\\.')}`
  return new RegExp(`id="${field}-error"|href="#${field}"`).test(answer.text)
}

describe.each(rows.map((row) => [row.verb, row] as const))('%s', (_verb, row) => {
  const deed = deedOf[row.verb]
  const formOf = (): Form => ({ ...(row.send?.(given)?.form as Form), ...(deed === undefined ? {} : { deed }) })

  // Where the state at hand lets no press through, the field is never asked.
  test.skipIf(row.ends !== undefined)('what is no number, no day, nothing of ours or far too long is refused at its field', async () => {
    const form = formOf()
    const faults: string[] = []
    for (const [turn, [name, value]] of typed(form).entries())
      for (const bad of rubbishFor(value, turn)) {
        if (bad === '1,5' && parts.includes(name)) continue
        const answer = await send(row, { ...form, [name]: bad })
        if (answer.status < 400 || answer.status >= 500 || answer.kept > 0 || !(answer.status === 404 || named(answer, name)))
          faults.push(
            `${name}=${bad}: ${answer.status}, kept ${answer.kept}, ${named(answer, name) ? '' : 'not '}at the field ${
              decoded(answer.text)
                .match(/error-summary[\s\S]{0,300}/)?.[0]
                ?.replace(/<[^>]+>/g, ' ') ?? ''
            }`,
          )
      }
    expect(faults).toEqual([])
  })

  test('whatever is missing, repeated, too long or unprintable is answered calmly', async () => {
    const form = formOf()
    const all = (make: (value: string) => string | string[]) => ({
      ...form,
      ...Object.fromEntries(typed(form).map(([name, value]) => [name, make(value)])),
    })
    const bare = Object.fromEntries(Object.entries(form).filter(([name]) => hidden.test(name)))
    const faults: string[] = []
    for (const [what, sent] of Object.entries({
      missing: bare,
      repeated: all((value) => [value, 'x']),
      'too long': all(() => 'ă'.repeat(20_001)),
      unprintable: all((value) => `\u0000\u0007\u202e${value}\ud800\uffff`),
    })) {
      const answer = await send(row, sent)
      if (answer.status >= 500 || (answer.status >= 400 && answer.kept > 0)) faults.push(`${what}: ${answer.status}, kept ${answer.kept}`)
    }
    expect(faults).toEqual([])
  })
})

test('a page takes what is read and what is sent, and nothing else', async () => {
  for (const row of [moneyPageRows[0], trainingPageRows[0], registerPageRows[0]])
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      if (!row) throw new Error('no row')
      const answer = await send(row, row.send?.(given)?.form ?? {}, { method })
      expect([row.verb, method, answer.status, answer.headers.get('allow'), answer.kept]).toEqual([
        row.verb,
        method,
        405,
        'GET, HEAD, POST',
        0,
      ])
    }
})
