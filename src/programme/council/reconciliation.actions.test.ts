import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json } from '#/platform/database/json.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { proposedScope } from './closing.ts'
import { closeResult, closeScoring, deferItem } from './closing.actions.ts'
import { itemInSession, lowered } from './closing.fixture.ts'
import { loadClosing } from './closing.load.ts'
import { reconciliationsOf, resolutionsOf, resultById } from './closing.store.ts'
import { meetingInSession, votingPeople, type MeetingFixture } from './council.fixture.ts'
import type { CouncilRules } from './council.rules.ts'
import { itemFacts, ownSheets } from './council.store.ts'
import { recordArrival, recordLeaving } from './meeting.actions.ts'
import { finishReconciliation, openReconciliation, type ScopeEntry } from './reconciliation.actions.ts'
import { concludeSpread, proposeSpread, voteSpread } from './spread.actions.ts'
import { readResultBasis } from './result.ts'
import { finaliseSheet, saveSheet } from './sheet.actions.ts'
import { fieldOf } from './sheet.ts'

let services: TestServices
let world: World
let session: MeetingFixture
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const form = () => services.regulations.current.forms[9]!
const stateOf = async (itemId: string) => (await itemFacts(db(), itemId)).state

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  session = await meetingInSession(world, [{}])
})
afterAll(() => services.close())

/** Rules of the running meeting, as pinned at its release. */
async function setRules(over: Partial<CouncilRules>): Promise<void> {
  const { rules } = await itemFacts(db(), session.items[0] ?? '')
  await db()
    .updateTable('meeting')
    .set({
      rules: json({ ...rules, onSpread: 'block', reconciliationRounds: 1, afterReconciliation: 'chairRecords', spreadLimit: 10, ...over }),
    })
    .where('id', '=', session.meetingId)
    .execute()
}

/** seat3 stands 12 points below the others; scoring is closed. Returns the item and what would be proposed. */
async function apart(rules: Partial<CouncilRules> = {}): Promise<{ itemId: string; scope: ScopeEntry[] }> {
  await setRules(rules)
  const { itemId } = await itemInSession(world, session, {
    answersOf: (person, common) => (person === 'seat3' ? lowered(form(), common, 12) : common),
  })
  await as('seat1', (ctx) => closeScoring(ctx, itemId))
  const { decision } = await loadClosing(db(), services.regulations, await itemFacts(db(), itemId))
  const scope = decision.result ? proposedScope(decision.result).map(({ criterion, members }) => ({ criterion, memberId: members[0] })) : []
  return { itemId, scope }
}

const openFor = (itemId: string, scope: readonly ScopeEntry[]) =>
  as('seat1', (ctx) => openReconciliation(ctx, itemId, { reason: 'Chênh lệch 12 điểm', scope }))

/** seat3 takes the others' answers on the reopened criteria, with reasons, and finalises. */
async function agree(itemId: string, scope: readonly ScopeEntry[]): Promise<void> {
  const others = await ownSheets(db(), itemId, session.members.seat1)
  const own = await ownSheets(db(), itemId, session.members.seat3)
  const fields: Record<string, string> = {}
  for (const { criterion } of scope) {
    fields[fieldOf.option(criterion)] = String(others[0]?.answers[criterion]?.option ?? 0)
    fields[fieldOf.reason(criterion)] = 'Đã xem lại minh chứng'
  }
  const saved = await as('seat3', (ctx) => saveSheet(ctx, itemId, { version: own.at(-1)?.version ?? 0, fields }))
  await as('seat3', (ctx) => finaliseSheet(ctx, itemId, saved.version))
}

describe('a spread over the limit', () => {
  test('blocks the result until a reconciliation; first scores stay and are shown as first, second ones count', async () => {
    const { itemId, scope } = await apart()
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({
      code: 'closing.blocked',
      params: { reasons: /12 điểm.*10 điểm/ },
    })
    await openFor(itemId, scope)
    expect(await stateOf(itemId)).toBe('reconciling')
    await expect(as('seat1', (ctx) => finishReconciliation(ctx, itemId))).rejects.toMatchObject({ code: 'reconciliation.unfinished' })
    await agree(itemId, scope)
    await as('seat1', (ctx) => finishReconciliation(ctx, itemId))
    await as('seat1', (ctx) => finishReconciliation(ctx, itemId))
    const basis = readResultBasis((await resultById(db(), await as('seat1', (ctx) => closeResult(ctx, itemId)))).basis)
    const mine = basis.sheets.find((sheet) => sheet.memberId === session.members.seat3)
    expect(basis.spread).toMatchObject({ points: 0, exceeded: false })
    expect(mine).toMatchObject({ afterDiscussion: true, pass: 2, first: { total: (mine?.total ?? 0) - 12 } })
    expect(mine?.changes.every((change) => change.reason === 'Đã xem lại minh chứng')).toBe(true)
    expect(basis.reconciliations).toMatchObject([{ ordinal: 1, spreadBefore: 12, spreadAfter: 0, reason: 'Chênh lệch 12 điểm' }])
    expect(basis.perCriterion.some((entry) => entry.points.some((point) => point.first !== null))).toBe(true)
    expect(await ownSheets(db(), itemId, session.members.seat3)).toMatchObject([
      { pass: 1, state: 'final' },
      { pass: 2, state: 'final' },
    ])
  })

  test('only the chair opens it, with a reason, on criteria of the form and members who count', async () => {
    const { itemId, scope } = await apart()
    await expect(as('seat2', (ctx) => openReconciliation(ctx, itemId, { reason: 'x', scope }))).rejects.toMatchObject({ code: 'forbidden' })
    const wrong = async (over: readonly ScopeEntry[], reason = 'Lý do') =>
      expect(as('seat1', (ctx) => openReconciliation(ctx, itemId, { reason, scope: over }))).rejects.toMatchObject({ code: 'invalid' })
    await wrong([])
    await wrong(scope, ' ')
    await wrong([{ memberId: session.members.seat3, criterion: '99' }])
    await wrong([{ memberId: session.members.seat9, criterion: '1.2' }])
    await wrong([{ memberId: 'rác', criterion: '1.2' }])
  })

  test('a criterion not named stays as it was', async () => {
    const { itemId, scope } = await apart()
    await openFor(itemId, scope.slice(0, 1))
    const own = await ownSheets(db(), itemId, session.members.seat3)
    const other = Object.keys(own[1]?.answers ?? {}).find((code) => !scope.some((entry) => entry.criterion === code)) ?? ''
    const option = own[1]?.answers[other]?.option === 0 ? '1' : '0'
    await expect(
      as('seat3', (ctx) => saveSheet(ctx, itemId, { version: own[1]?.version ?? 0, fields: { [fieldOf.option(other)]: option } })),
    ).rejects.toMatchObject({ code: 'sheet.outOfScope' })
    await expect(
      as('seat5', (ctx) => saveSheet(ctx, itemId, { version: 1, fields: { [fieldOf.option(other)]: option } })),
    ).rejects.toMatchObject({ code: 'sheet.closed' })
  })

  test('who leaves before finishing keeps the first sheet', async () => {
    const { itemId, scope } = await apart({ afterReconciliation: 'meanStands' })
    await openFor(itemId, scope)
    await as('office', (ctx) => recordLeaving(ctx, session.meetingId, session.members.seat3))
    await as('seat1', (ctx) => finishReconciliation(ctx, itemId))
    await as('office', (ctx) => recordArrival(ctx, session.meetingId, session.members.seat3))
    expect(await reconciliationsOf(db(), itemId)).toMatchObject([{ spreadBefore: 12, spreadAfter: 12 }])
    expect(await ownSheets(db(), itemId, session.members.seat3)).toMatchObject([{ state: 'final' }, { state: 'voided' }])
  })

  test('the rules bound how often', async () => {
    const { itemId, scope } = await apart()
    await openFor(itemId, scope)
    const own = await ownSheets(db(), itemId, session.members.seat3)
    await as('seat3', (ctx) => finaliseSheet(ctx, itemId, own[1]?.version ?? 0))
    await as('seat1', (ctx) => finishReconciliation(ctx, itemId))
    await expect(openFor(itemId, scope)).rejects.toMatchObject({ code: 'reconciliation.limit', params: { times: '1' } })
  })

  test('within the limit there is nothing to reconcile', async () => {
    await setRules({})
    const { itemId } = await itemInSession(world, session)
    await as('seat1', (ctx) => closeScoring(ctx, itemId))
    await expect(openFor(itemId, [{ memberId: session.members.seat3, criterion: '1.2' }])).rejects.toMatchObject({ code: 'closing.notNow' })
  })
})

/** A spread that stays after the one reconciliation the rules allow. */
async function staying(rules: Partial<CouncilRules>): Promise<string> {
  const { itemId, scope } = await apart(rules)
  await openFor(itemId, scope)
  const own = await ownSheets(db(), itemId, session.members.seat3)
  await as('seat3', (ctx) => finaliseSheet(ctx, itemId, own[1]?.version ?? 0))
  await as('seat1', (ctx) => finishReconciliation(ctx, itemId))
  return itemId
}

describe('what ends a spread that stays', () => {
  test('the chair records the reason and the voting set decides by majority', async () => {
    const itemId = await staying({ afterReconciliation: 'chairRecords' })
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId, { reason: 'Tôi quyết' }))).rejects.toMatchObject({ code: 'closing.blocked' })
    const id = await as('seat1', (ctx) => proposeSpread(ctx, itemId, { reason: 'Hai cách hiểu tiêu chí 7' }))
    await expect(as('seat1', (ctx) => proposeSpread(ctx, itemId, { reason: 'lần nữa' }))).rejects.toMatchObject({ code: 'closing.notNow' })
    await expect(as('seat9', (ctx) => voteSpread(ctx, id, { agrees: 'yes' }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as('office', (ctx) => voteSpread(ctx, id, { agrees: 'yes' }))).rejects.toMatchObject({ code: 'forbidden' })
    await as('seat2', (ctx) => voteSpread(ctx, id, { agrees: 'yes' }))
    await expect(as('seat1', (ctx) => concludeSpread(ctx, id))).rejects.toMatchObject({
      code: 'vote.open',
      params: { left: '7', voters: '8' },
    })
    for (const person of votingPeople.slice(0, 5)) await as(person, (ctx) => voteSpread(ctx, id, { agrees: 'yes' }))
    expect(await as('seat1', (ctx) => concludeSpread(ctx, id))).toBe('accepted')
    expect(await as('seat1', (ctx) => concludeSpread(ctx, id))).toBe('accepted')
    await expect(as('seat6', (ctx) => voteSpread(ctx, id, { agrees: 'no' }))).rejects.toMatchObject({ code: 'vote.closed' })
    const basis = readResultBasis((await resultById(db(), await as('seat1', (ctx) => closeResult(ctx, itemId)))).basis)
    expect(basis.spreadResolution).toMatchObject({ reason: 'Hai cách hiểu tiêu chí 7', votes: { voters: 8, no: [] } })
    expect(basis.spreadResolution?.votes.yes).toHaveLength(5)
    expect(basis.spread).toMatchObject({ points: 12, exceeded: true })
  })

  test('voted down, the result stays blocked and the dossier may go to a later meeting', async () => {
    const itemId = await staying({ afterReconciliation: 'chairRecords' })
    await expect(as('seat1', (ctx) => deferItem(ctx, itemId, { reason: 'x' }))).rejects.toMatchObject({ code: 'closing.notNow' })
    const id = await as('seat1', (ctx) => proposeSpread(ctx, itemId, { reason: 'Giữ nguyên' }))
    for (const person of votingPeople.slice(0, 4)) await as(person, (ctx) => voteSpread(ctx, id, { agrees: 'no' }))
    expect(await as('seat1', (ctx) => concludeSpread(ctx, id))).toBe('rejected')
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({ code: 'closing.blocked' })
    expect(await resolutionsOf(db(), itemId)).toMatchObject([{ state: 'rejected' }])
    await as('seat1', (ctx) => deferItem(ctx, itemId, { reason: 'Chưa thống nhất được' }))
    expect(await stateOf(itemId)).toBe('removed')
  })

  test('the mean stands with a written reason', async () => {
    const itemId = await staying({ afterReconciliation: 'meanStands' })
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId, {}))).rejects.toMatchObject({ code: 'invalid', fields: { reason: {} } })
    const basis = readResultBasis(
      (await resultById(db(), await as('seat1', (ctx) => closeResult(ctx, itemId, { reason: 'Đã thảo luận' })))).basis,
    )
    expect(basis.spreadReason).toBe('Đã thảo luận')
  })

  test('back to the next meeting: no result, the dossier waits again', async () => {
    const itemId = await staying({ afterReconciliation: 'nextMeeting' })
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId, { reason: 'x' }))).rejects.toMatchObject({ code: 'closing.blocked' })
    const { dossierId } = await itemFacts(db(), itemId)
    await as('seat1', (ctx) => deferItem(ctx, itemId, { reason: 'Chênh lệch không giảm' }))
    expect((await db().selectFrom('dossier').select('state').where('id', '=', dossierId).executeTakeFirstOrThrow()).state).toBe('accepted')
  })

  test('where the rules only warn, a reason is asked and enough', async () => {
    const { itemId } = await apart({ onSpread: 'warn' })
    await expect(as('seat1', (ctx) => closeResult(ctx, itemId))).rejects.toMatchObject({ code: 'invalid' })
    await as('seat1', (ctx) => closeResult(ctx, itemId, { reason: 'Cảnh báo, đã xem xét' }))
    expect(await stateOf(itemId)).toBe('closed')
  })
})
