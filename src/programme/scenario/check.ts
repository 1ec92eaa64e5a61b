// What a plan expects beside what the program holds after its steps. Read only.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Db } from '#/platform/database/open.ts'
import { routeAt, type Outcome } from '../level/way.ts'
import type { Regulations } from '../regulations.ts'
import type { CertificateSnapshot } from '../certificate/public-status.ts'
import { passingOf } from '../units/passing.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import type { Era } from '../units/units.ts'
import type { Desk } from './scenario.schema.ts'
import type { StepOf } from './step.schema.ts'

/** One expected line: `source` is the plan's own line. It holds when `actual` equals `expected`. */
export type Check = { source: string; what: string; expected: unknown; actual: unknown }

export async function resultCheck(
  db: Db,
  regulations: Regulations,
  desk: Desk,
  dossierId: string,
  item: StepOf<'meet'>['items'][number],
): Promise<Check> {
  const row = await db
    .selectFrom('result as r')
    .innerJoin('dossier as d', 'd.id', 'r.dossierId')
    .select(['r.meanPrinted', 'r.meanNumerator', 'r.meanDenominator', 'r.spread', 'r.star', 'r.outcome', 'd.regulationId'])
    .where('r.dossierId', '=', dossierId)
    .where('r.authority', '=', desk.authority)
    .where('r.state', '=', 'valid')
    .executeTakeFirstOrThrow()
  const follows = routeAt(regulations.get(row.regulationId), desk.authority, {
    ...row,
    authority: desk.authority,
    outcome: row.outcome as Outcome,
  })
  return {
    source: item.source,
    what: `${item.dossier} at ${desk.key}: mean, spread, star and what follows`,
    expected: { mean: item.mean, spread: item.spread, star: item.star, follows: item.follows },
    actual: { mean: row.meanPrinted, spread: String(row.spread), star: row.star, follows },
  }
}

export async function standsCheck(db: Db, desk: Desk, dossierId: string, line: StepOf<'stands'>['lines'][number]): Promise<Check> {
  const row = await db.selectFrom('dossier').select(['state', 'authority']).where('id', '=', dossierId).executeTakeFirstOrThrow()
  return {
    source: line.source,
    what: `${line.dossier} stands at ${line.desk} as ${line.state}`,
    expected: { state: line.state, authority: desk.authority },
    actual: row,
  }
}

const verbs = { accepted: 'reception.accepted', concluded: 'result', sentUp: 'transfer' } as const

/** Every dossier of the desk that took the step took it before the day, and at least one did. */
export async function beforeCheck(db: Db, desk: Desk, step: StepOf<'before'>): Promise<Check> {
  const days = await daysOf(db, desk, step.step)
  const last = days.toSorted().at(-1) ?? null
  return {
    source: step.source,
    what: `${verbs[step.step]} at ${desk.key} before ${step.day}, the last one on ${last ?? 'no day'}`,
    expected: true,
    actual: last !== null && last < step.day,
  }
}

async function daysOf(db: Db, desk: Desk, step: StepOf<'before'>['step']): Promise<string[]> {
  if (step === 'sentUp') {
    const rows = await db
      .selectFrom('transfer')
      .select('sentAt')
      .where('fromAuthority', '=', desk.authority)
      .where('way', '=', 'up')
      .execute()
    return rows.map((row) => plainDateOf(row.sentAt))
  }
  if (step === 'concluded') {
    const rows = await db.selectFrom('result').select('closedAt').where('authority', '=', desk.authority).execute()
    return rows.map((row) => plainDateOf(row.closedAt))
  }
  const rounds = await db.selectFrom('round').select('id').where('authority', '=', desk.authority).execute()
  const own = new Set(rounds.map((row) => row.id))
  const rows = await db.selectFrom('auditEntry').select(['at', 'payload']).where('verb', '=', verbs.accepted).execute()
  return rows.filter((row) => own.has((row.payload as { round?: string }).round ?? '')).map((row) => plainDateOf(row.at))
}

export async function certificateCheck(db: Db, regulations: Regulations, dossierId: string, step: StepOf<'certificate'>): Promise<Check[]> {
  const row = await db
    .selectFrom('certificate')
    .select(['id', 'productId', 'star', 'issuedOn', 'lastValidOn', 'productCode', 'regulationId', 'snapshot'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  const what = `certificate of ${step.dossier}`
  if (!row) return [{ source: step.source, what, expected: 'a certificate', actual: null }]
  const { regulation } = regulations.get(row.regulationId)
  const notice = regulation.clocks.find((clock) => clock.id === 'expiryNotice')
  return [
    {
      source: step.source,
      what,
      expected: { star: step.star, issuedOn: step.issuedOn, lastValidOn: step.lastValidOn, issuer: step.issuer },
      actual: {
        star: row.star,
        issuedOn: row.issuedOn,
        lastValidOn: row.lastValidOn,
        issuer: (row.snapshot as CertificateSnapshot).decision.issuer,
      },
    },
    {
      source: step.source,
      what: `${what}: its code has the form of ${regulation.number}`,
      expected: true,
      actual: new RegExp(regulation.productCode.pattern).test(row.productCode),
    },
    ...(step.earlier === undefined
      ? []
      : [
          {
            source: step.source,
            what: `${what}: the certificate the product held before`,
            expected: [step.earlier],
            actual: (await earlierOf(db, row)).map((one) => one.state),
          },
        ]),
    ...(step.noticeBy === undefined
      ? []
      : [
          {
            source: step.source,
            what: `${what}: last day for the notice of expiry`,
            expected: step.noticeBy,
            actual: notice ? addDays(row.lastValidOn, -notice.days) : null,
          },
        ]),
  ]
}

async function earlierOf(db: Db, certificate: { id: string; productId: string }) {
  return db
    .selectFrom('certificate')
    .select('state')
    .where('productId', '=', certificate.productId)
    .where('id', '<>', certificate.id)
    .execute()
}

/** Where the dossier's commune went, by the rule of the record (units/passing.ts). */
export async function passesCheck(db: Db, dossierId: string, line: StepOf<'passes'>['lines'][number]): Promise<Check> {
  const { unitEra, communeCode } = await db
    .selectFrom('dossier')
    .select(['unitEra', 'communeCode'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
  const passing = passingOf(await loadUnitBook(db), line.record, { era: unitEra as Era, code: communeCode }, line.day)
  const units = passing.to === 'unit' ? [passing.unit] : passing.to === 'person' ? passing.candidates : []
  return {
    source: line.source,
    what: `${line.record} of ${line.dossier} on ${line.day}`,
    expected: line.to,
    actual: units.map((unit) => unit.fullName),
  }
}

export async function papersCheck(db: Db, desk: Desk, line: StepOf<'papers'>['lines'][number]): Promise<Check> {
  const rows = await db
    .selectFrom('document')
    .select('number')
    .where('authority', '=', desk.authority)
    .where('kind', '=', line.kind)
    .where('state', '<>', 'cancelled')
    .execute()
  return {
    source: line.source,
    what: `papers ${line.kind} of ${desk.key}`,
    expected: { count: line.count, ...(line.number ? { number: line.number } : {}) },
    actual: { count: rows.length, ...(line.number ? { number: rows.find((row) => row.number === line.number)?.number ?? null } : {}) },
  }
}
