// A house that was walked through by the verbs is sound; and for every invariant there is a way to break it that the doctor sees.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import type { Tx } from '#/platform/database/open.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { closedResult } from '../council/closing.fixture.ts'
import { stopClock } from '../commune/clock.ts'
import { draftDossier, filedDossier } from '../dossier/dossier.fixture.ts'
import { answeredViolation, plansIn, proposedViolation } from '../inspection/inspection.fixture.ts'
import { listedIdeas, planAt } from '../idea/idea.fixture.ts'
import { approved as approvedMoney, budgetLine, fundedLine } from '../money/money.fixture.ts'
import { approvedPolicy, paidList } from '../reward/reward.fixture.ts'
import { receiveMoney } from '../support/receivable.actions.ts'
import { approveWaiting, releasedMilestone, runningSupport } from '../support/support.fixture.ts'
import { terminateSupport } from '../support/support.actions.ts'
import { current } from '#/regulation/testing.ts'
import { orderedJson } from '../regulation-revision/shelf.store.ts'
import type { MeetingFixture } from '../council/council.fixture.ts'
import { draftedList } from '../commendation/commendation.fixture.ts'
import { decideCommendation } from '../commendation/commendation.actions.ts'
import { issuedPlan, issueForm, sentPlan } from '../programme-plan/plan.fixture.ts'
import { issueCouncilRules, saveCouncilRulesText } from '../council/council-paper.actions.ts'
import { issueInvitation } from '../council/invitation.actions.ts'
import { createMeeting } from '../council/meeting.actions.ts'
import { nameSubstitute } from '../council/substitute.actions.ts'
import { broken, examine } from './doctor.ts'
import { auditCommand, doctorCommand } from './doctor.cli.ts'
import { invariants } from './invariants.ts'
import { meanAgrees, recomputations } from './recompute.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  await draftDossier(world, { name: 'Bản nháp' })
  await filedDossier(world, { name: 'Đã nộp' })
  const closed = await closedResult(world, { dossier: { name: 'Công nhận' }, star: 4 })
  const { resultId } = closed
  const decisionId = await actAs(world, 'office', (ctx) =>
    prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [resultId] }),
  )
  const form = {
    numberKind: 'next',
    reserved: '',
    irregular: '',
    issuedOn: '15/09/2026',
    signerName: 'Trần Quốc Huy',
    signerPost: 'CHỦ TỊCH',
  }
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, decisionId, form, 1))
  await walkThroughCommune()
  await papersOfCouncil(closed)
  const [ideaId = ''] = await listedIdeas(world, ['Ý tưởng'])
  await planAt(world, ideaId, 'approved')
  await walkThroughMoney()
  await issuedPlan(world)
  await sentPlan(world)
  const { listId } = await draftedList(world)
  await actAs(world, 'leader', (ctx) => decideCommendation(ctx, listId, issueForm))
  await issuedPlan(world, 'Kế hoạch khác')
  await plansIn(world, 'Kiểm tra')
  await answeredViolation(world)
  await proposedViolation(world)
}, 120_000)
afterAll(() => services.close())

/** A second meeting with an invitation and a substitute, and the council's working rules. */
async function papersOfCouncil({ councilId, roundId, members }: MeetingFixture): Promise<void> {
  const plan = { councilId, roundId, name: 'Kỳ họp sau', date: '30/10/2026', time: '08:00', place: 'Hội trường', mode: 'meeting' }
  const signing = { number: '', date: '15/09/2026', signer: 'Nguyễn Văn Chủ' }
  await actAs(world, 'office', async (ctx) => {
    const meetingId = await createMeeting(ctx, plan)
    await nameSubstitute(ctx, meetingId, {
      memberId: members.seat8,
      accountId: world.accounts.advisor,
      bodyId: '',
      post: 'Phó Trưởng phòng',
      mandateNumber: '45/SYT',
      mandateDate: '14/09/2026',
    })
    await issueInvitation(ctx, meetingId, { ...signing, signerPost: 'Chủ tịch', content: 'Họp.', guests: 'Lê Văn Khách, Hội Nghề cá' })
    await saveCouncilRulesText(ctx, councilId, { text: 'Điều 1.', version: 0 })
    await issueCouncilRules(ctx, councilId, signing)
  })
}

/** A transfer, a settlement, a support that ended with money paid back, a list of rewards paid. */
async function walkThroughMoney(): Promise<void> {
  const { lineId, sourceId } = await fundedLine(world, 50_000_000)
  await approvedMoney(world, lineId, 'transferOut', { sourceId, amount: '5', toLineId: await budgetLine(world) })
  await approvedMoney(world, lineId, 'disbursement', { sourceId, amount: '5' })
  await approvedMoney(world, lineId, 'settlement', { sourceId, amount: '5' })
  const contract = await runningSupport(world)
  await releasedMilestone(world, contract, contract.milestones[0])
  const back = { reason: 'Sai mục đích.', amount: '1000', dueOn: '31/12/2026', decisionNumber: '9/QĐ' }
  const receivable = (await actAs(world, 'office', (ctx) => terminateSupport(ctx, contract.id, back))) ?? ''
  const receipt = { amount: '1000', receivedOn: '15/09/2026', paper: 'PT01' }
  await actAs(world, 'office', (ctx) => receiveMoney(ctx, receivable, receipt))
  await approveWaiting(world, contract.id)
  await paidList(world, await approvedPolicy(world))
}

/** The fixtures put dossiers on the agenda without the commune; here its report and its clock are what they would have been. */
async function walkThroughCommune(): Promise<void> {
  const past = await db().selectFrom('dossier').select('id').where('state', 'not in', ['draft', 'filed']).execute()
  for (const { id } of past) {
    await actAs(world, 'office', (ctx) => stopClock(ctx, id, 'proposed'))
    const submission = await db().selectFrom('dossierSubmission').select('id').where('dossierId', '=', id).executeTakeFirstOrThrow()
    await db()
      .insertInto('communeReport')
      .values({
        id: newId(),
        dossierId: id,
        submissionId: submission.id,
        state: 'issued',
        contents: json({}),
        updatedAt: services.clock.now(),
      })
      .execute()
  }
}

class Undo extends Error {}

/** Runs `work` and takes everything back, schema changes included. */
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  await db()
    .transaction()
    .execute(async (tx) => {
      await work(tx)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
}

const conflictOfScorer = `insert into conflict (id, item_id, account_id, member_id, origin, cause, state, created_at)
  select gen_random_uuid(), s.item_id, k.account_id, k.id, 'pinned', 'contract', 'confirmed', now()
  from score_sheet s join council_member k on k.id = s.member_id join result r on r.item_id = s.item_id limit 1`
const pause = (resumed: string) => `insert into dossier_clock_pause (id, clock_id, paused_at, resumed_at, due_before, reason)
  select gen_random_uuid(), id, now(), ${resumed}, due_on, 'x' from dossier_clock where stopped_at is null`

const salesPoint = (state: string, closedOn: string) =>
  `insert into sales_point (id, province_code, authority, kind, name, unit_era, setting, operator_name, opened_on, state, closed_on, created_by, created_at)
   values (gen_random_uuid(), '38', '38', 'point', 'x', 'e2025', 'shop', 'x', '2026-01-01', '${state}', ${closedOn}, 'x', now())`

const publicCase = (state: 'open' | 'closed') =>
  `insert into public_report_case (id, province_code, authority, producer_id, product_id, state, opened_by, opened_at, closed_at)
   select gen_random_uuid(), '38', '38', producer_id, id, '${state}', 'x', now(), ${state === 'open' ? 'null' : 'now()'} from product limit 1`

/** `more` columns and their values, such as what it replaces. */
const batch = (state: string, code: string, revision = 1, more: [string, string] = ['note', `''`]) =>
  `insert into batch (id, code, revision, province_code, producer_id, product_id, number, produced_on, quantity_e3, unit, state, frozen, published_by,
     published_at, created_by, created_at, ${more[0]})
   select gen_random_uuid(), '${code}', ${revision}, '38', producer_id, id, '${code}', '2026-01-01', 1, 'x', '${state}',
     ${state === 'draft' ? 'null, null, null' : `'{"format":1}', 'x', now()`}, 'x', now(), ${more[1]} from product limit 1`

/** In the case at hand; `of`: the producer and the product it is about. */
const publicReport = (of: string) =>
  `insert into public_report (id, code, form_key, province_code, authority, topic, words, state, received_at, due_on, case_id, producer_id, product_id)
   select gen_random_uuid(), 'x', gen_random_uuid(), '38', '38', 'other', 'x', 'joined', now(), '2026-10-01', id, ${of} from public_report_case`

const course = (state: string) =>
  `insert into training_course (id, province_code, authority, kind, title, topic, audience, starts_on, ends_on, state, created_by, created_at)
   values (gen_random_uuid(), '38', '38', 'training', 'x', 'cycle', 'both', '2026-01-01', '2026-01-01', '${state}', 'x', now())`

/** One way to break each invariant. Constraints that stand in the way are put aside first: the doctor is for the day they were missing. */
/** A call that is open with the desk's own report, as verbs leave it. */
const openedCall = [
  `insert into report_form (id, family_id, revision, province_code, authority, kind, title, content, state, created_at)
    values ('01890000-0000-7000-8000-0000000000f1', '01890000-0000-7000-8000-0000000000f1', 1, '38', '38', 'adHoc', 'x', '{}', 'used', now())`,
  `insert into report_call (id, province_code, authority, form_id, kind, title, period_from, period_to, cut_off_on, due_on, unit_era, state, created_at)
    values ('01890000-0000-7000-8000-0000000000f2', '38', '38', '01890000-0000-7000-8000-0000000000f1', 'adHoc', 'x', '2026-01-01', '2026-06-30', '2026-05-31', '2026-06-14', 'e2025', 'open', now())`,
  `insert into report (id, call_id, province_code, authority, unit_name, form_id, state, due_on)
    values ('01890000-0000-7000-8000-0000000000f3', '01890000-0000-7000-8000-0000000000f2', '38', '38', 'x', '01890000-0000-7000-8000-0000000000f1', 'open', '2026-06-14')`,
]

const breakage: Record<string, string[]> = {
  'register-names-its-province': [
    `insert into channel_listing (id, province_code, authority, producer_id, kind, name, since, created_by, created_at)
     select gen_random_uuid(), '37', '37', id, 'shop', 'Cửa hàng', '2026-01-01', 'x', now() from producer limit 1`,
  ],
  'register-place-is-a-unit-of-its-day': [
    `insert into craft_village (id, province_code, authority, name, craft, unit_era, commune_code, recognised_on, created_by, created_at)
     values (gen_random_uuid(), '38', '38', 'Làng', 'Nghề', 'e2025', '16531', '2024-01-01', 'x', now())`,
  ],
  'register-ends-after-it-begins': [
    `insert into value_link (id, province_code, authority, producer_id, partner, kind, signed_on, ended_on, created_by, created_at)
     select gen_random_uuid(), province_code, province_code, id, 'Bên mua', 'consumption', '2026-02-01', '2026-01-31', 'x', now() from producer limit 1`,
  ],
  'year-parts-fit-their-whole': [
    `insert into producer_year (id, province_code, producer_id, year, workers, workers_trained, revenue, state, created_at, updated_at)
     select gen_random_uuid(), province_code, id, 2025, 5, 6, 0, 'filed', now(), now() from producer limit 1`,
  ],
  'year-stands-as-it-was-filed': [
    `insert into producer_year (id, province_code, producer_id, year, workers, workers_trained, revenue, state, created_at, updated_at)
     select gen_random_uuid(), province_code, id, 2025, 5, 5, 0, 'filed', now(), now() from producer limit 1`,
    `insert into producer_year_change (id, province_code, producer_year_id, version, deed, figures, account_id, actor_name, at)
     select gen_random_uuid(), province_code, id, 1, 'filed', '{"workers": 4, "workersTrained": 5, "revenue": 0}', 'x', 'x', now() from producer_year`,
  ],
  'year-follow-up-has-reasons': [
    `insert into producer_year (id, province_code, producer_id, year, workers, workers_trained, revenue, state, follow_up, created_at, updated_at)
     select gen_random_uuid(), province_code, id, 2025, 5, 5, 0, 'filed', true, now(), now() from producer limit 1`,
  ],
  'year-of-own-products': [
    `insert into producer_year (id, province_code, producer_id, year, state, created_at, updated_at)
     select gen_random_uuid(), p.province_code, p.id, 2025, 'draft', now(), now() from producer p
     where p.id not in (select producer_id from product) limit 1`,
    `insert into product_year (producer_year_id, product_id, unit) select y.id, p.id, 'kg' from producer_year y, product p limit 1`,
  ],
  'one-open-dossier-per-product': [
    'drop index dossier_open',
    `update dossier set product_id = (select product_id from dossier where state = 'draft') where state = 'filed'`,
  ],
  'filed-dossier-has-submission': [`update dossier set filed_at = now() where state = 'draft'`],
  'draft-was-never-filed': [`update dossier set state = 'draft' where state = 'filed'`],
  'dossier-belongs-to-its-product': [
    `update dossier set producer_id = (select id from producer p where p.id <> dossier.producer_id limit 1) where state = 'draft'`,
  ],
  'evidence-of-own-library': [`update paper set producer_id = (select id from producer p where p.id <> paper.producer_id limit 1)`],
  'returned-dossier-has-request': [`update dossier set state = 'communeSupplement' where state = 'filed'`],
  'supplement-answered-is-dated': [
    `insert into supplement_request (id, dossier_id, submission_id, level, ordinal, due_on, asked_by, asked_at, outcome)
     select gen_random_uuid(), dossier_id, id, 'commune', 9, '2026-10-01', 'x', now(), 'answered' from dossier_submission limit 1`,
  ],
  'moved-deadline-stands': [
    `insert into supplement_request (id, dossier_id, submission_id, level, ordinal, due_on, asked_by, asked_at)
     select gen_random_uuid(), dossier_id, id, 'commune', 9, '2026-10-01', 'x', now() from dossier_submission limit 1`,
    `insert into deadline_change (id, province_code, dossier_id, kind, subject_id, due_before, due_after, reason, changed_by, changed_at)
     select gen_random_uuid(), '38', dossier_id, 'supplement', id, '2026-10-01', '2026-10-02', 'x', 'x', now() from supplement_request where outcome is null limit 1`,
  ],
  'deadline-change-has-its-subject': [
    `insert into deadline_change (id, province_code, dossier_id, kind, subject_id, due_before, due_after, reason, changed_by, changed_at)
     select gen_random_uuid(), '38', id, 'clock', gen_random_uuid(), '2026-10-01', '2026-10-02', 'x', 'x', now() from dossier limit 1`,
  ],
  'later-dossier-has-its-certificate': [`update dossier set kind = 'upgrade' where state = 'draft'`],
  'changes-of-later-dossiers-only': [
    `insert into dossier_change (dossier_id, topic, changed, updated_at) select id, 'label', false, now() from dossier where kind = 'first' limit 1`,
  ],
  'council-clock-of-renewals-only': [
    `insert into dossier_clock (id, dossier_id, kind, days, day_kind, started_at, due_on)
     select gen_random_uuid(), id, 'renewalCouncil', 45, 'calendar', now(), '2026-10-30' from dossier where kind = 'first' limit 1`,
  ],
  'visited-before-scored': [
    `update dossier set set_no = 26 where id in (select i.dossier_id from score_sheet s join agenda_item i on i.id = s.item_id where s.state = 'final')`,
  ],
  'visit-has-its-record': [
    `insert into field_visit (id, dossier_id, authority, state, planned_on, place, visited_on, document_id, created_by, created_at)
     select gen_random_uuid(), d.id, d.authority, 'recorded', '2026-01-01', 'x', '2026-01-01', x.id, 'x', now() from dossier d, document x limit 1`,
  ],
  'result-of-a-product-there': [
    `insert into promotion_event (id, province_code, authority, kind, title, reach, starts_on, ends_on, state, created_by, created_at)
     values (gen_random_uuid(), '38', '38', 'fair', 'x', 'province', '2026-01-01', '2026-01-01', 'open', 'x', now())`,
    `insert into promotion_participation (id, event_id, producer_id, product_id, state, created_by, created_at)
     select gen_random_uuid(), e.id, p.producer_id, p.id, 'present', 'x', now() from promotion_event e, product p limit 1`,
  ],
  'stall-of-a-product-on-the-list': [
    `insert into promotion_event (id, province_code, authority, kind, title, reach, starts_on, ends_on, state, created_by, created_at)
     values (gen_random_uuid(), '38', '38', 'fair', 'x', 'province', '2026-01-01', '2026-01-01', 'open', 'x', now())`,
    `insert into promotion_participation (id, event_id, producer_id, product_id, state, stall, created_by, created_at)
     select gen_random_uuid(), e.id, p.producer_id, p.id, 'declined', 'A1', 'x', now() from promotion_event e, product p limit 1`,
  ],
  'activity-of-a-task-there-is': [course('open'), `update training_course set plan_family_id = gen_random_uuid(), task_code = 'N99'`],
  'point-month-filed-whole': [
    salesPoint('running', 'null'),
    `insert into sales_point_month (point_id, month, due_on, filed_by, filed_at) select id, '2026-08-01', '2026-09-10', 'x', now() from sales_point limit 1`,
  ],
  'point-month-checked-by-another': [
    salesPoint('running', 'null'),
    `insert into sales_point_month (point_id, month, due_on, revenue, products, ocop_products, filed_by, filed_at, checked_by)
     select id, '2026-08-01', '2026-09-10', 0, 0, 0, 'x', now(), 'x' from sales_point limit 1`,
  ],
  'closed-point-sells-nothing': [
    salesPoint('closed', `'2026-02-01'`),
    `insert into sales_point_product (point_id, product_id, since) select s.id, p.id, '2026-01-01' from sales_point s, product p limit 1`,
  ],
  'inspection-has-a-lead': [`update inspection_member set lead = false`],
  'inspection-record-whole': [`delete from inspection_answer`],
  'violation-of-a-record': [`delete from inspection_product`],
  'violation-answer-waits-once': [`delete from violation_answer`],
  'proposal-and-violation-agree': [`update violation set state = 'open' where state = 'proposed'`],
  'withdrawal-not-decided-by-the-team': [
    `update withdrawal_proposal w set state = 'refused', proposed_by = 'x', decided_at = now(), decided_by = (
       select m.account_id from violation v join inspection_member m on m.inspection_id = v.inspection_id
       where v.id = w.violation_id and m.account_id is not null limit 1)`,
  ],
  'inspection-plan-points-add-up': [`update inspection_plan_line set points = points + 1`],
  'expiry-letter-of-its-certificate': [
    `insert into expiry_letter (certificate_id, document_id, issued_by, issued_at) select c.id, p.id, 'x', now() from certificate c, document p limit 1`,
  ],
  'batch-published-with-steps': [batch('published', 'x')],
  'batch-revisions-of-one-product': [batch('draft', 'x'), batch('draft', 'y', 2, ['replaces', `(select id from batch where code = 'x')`])],
  'batch-replaced-by-one-that-stands': [batch('replaced', 'x')],
  'report-in-case-of-its-own': [publicCase('open'), publicReport('producer_id, null')],
  'closed-case-answered': [publicCase('closed'), publicReport('producer_id, product_id')],
  'holder-told-of-own-case': [
    publicCase('open'),
    `insert into public_report_message (id, case_id, producer_id, words, told_by, told_at)
     select gen_random_uuid(), c.id, o.id, 'x', 'x', now() from public_report_case c, producer o where o.id <> c.producer_id limit 1`,
  ],
  'course-held-with-people': [course('held')],
  'attendance-certificate-of-the-present': [
    course('running'),
    `insert into training_attendance (id, course_id, person_name, role, source, certificate_number, created_by, created_at)
     select gen_random_uuid(), id, 'x', 'other', 'list', '01/x', 'x', now() from training_course limit 1`,
  ],
  'presence-at-a-session-there-is': [
    course('running'),
    `insert into training_attendance (id, course_id, person_name, role, source, sessions_present, present, created_by, created_at)
     select gen_random_uuid(), id, 'x', 'other', 'list', '{7}', true, 'x', now() from training_course limit 1`,
  ],
  'lab-result-has-its-file': [
    `insert into lab_test (id, dossier_id, authority, state, what, why, laboratory, due_on, result_on, verdict, asked_by, asked_at)
     select gen_random_uuid(), id, authority, 'received', 'x', 'x', 'x', '2026-01-01', '2026-01-01', 'meets', 'x', now() from dossier limit 1`,
  ],
  'objection-in-its-term': [
    `insert into objection (id, dossier_id, result_id, producer_id, authority, state, paper_id, told_on, due_on, wants, filed_by, filed_at)
     select gen_random_uuid(), d.id, r.id, d.producer_id, d.authority, 'filed', x.id, '2000-01-01', '2000-01-01', 'x', 'x', now()
     from result r join dossier d on d.id = r.dossier_id, document x limit 1`,
  ],
  'objection-decided-by-others': [
    `insert into objection (id, dossier_id, result_id, producer_id, authority, state, paper_id, told_on, due_on, wants, filed_by, filed_at)
     select gen_random_uuid(), d.id, r.id, d.producer_id, d.authority, 'filed', x.id, '2000-01-01', '2000-01-01', 'x', 'x', now()
     from result r join dossier d on d.id = r.dossier_id, document x limit 1`,
    `insert into objection_decider (objection_id, account_id, named_by, named_at)
     select o.id, r.closed_by, 'x', now() from objection o join result r on r.id = o.result_id`,
  ],
  'reassessment-follows-the-first': [
    `insert into objection (id, dossier_id, result_id, producer_id, authority, state, paper_id, told_on, due_on, wants, filed_by, filed_at)
     select gen_random_uuid(), d.id, r.id, d.producer_id, d.authority, 'filed', x.id, '2000-01-01', '2000-01-01', 'x', 'x', now()
     from result r join dossier d on d.id = r.dossier_id, document x limit 1`,
    `insert into reassessment (id, dossier_id, authority, first_result_id, objection_id, scorers, reason, begun_by, begun_at)
     select gen_random_uuid(), dossier_id, authority, result_id, id, 'any', 'x', 'x', now() from objection limit 1`,
  ],
  'reassessment-asked-for': [
    `insert into objection (id, dossier_id, result_id, producer_id, authority, state, paper_id, told_on, due_on, wants, filed_by, filed_at)
     select gen_random_uuid(), d.id, r.id, d.producer_id, d.authority, 'filed', x.id, '2000-01-01', '2000-01-01', 'x', 'x', now()
     from result r join dossier d on d.id = r.dossier_id, document x limit 1`,
    `insert into reassessment (id, dossier_id, authority, first_result_id, objection_id, scorers, reason, begun_by, begun_at)
     select gen_random_uuid(), dossier_id, authority, result_id, id, 'any', 'x', 'x', now() from objection limit 1`,
  ],
  'annulled-certificate-has-its-recall': [
    `update certificate set state = 'annulled', state_reason = 'x', state_since = now() where decision_id is not null`,
  ],
  'recalled-decision-has-its-recalls': [
    `update recognition_decision set state = 'recalled' where state = 'issued' and kind = 'recognition'`,
  ],
  'ministry-answer-on-file': [`update result set item_id = null`],
  'review-mark-has-its-objection': [`update certificate set review_since = '2026-01-01' where state = 'valid'`],
  'certificate-outlives-its-reassessment': [
    `insert into objection (id, dossier_id, result_id, producer_id, authority, state, paper_id, told_on, due_on, wants, filed_by, filed_at)
     select gen_random_uuid(), d.id, r.id, d.producer_id, d.authority, 'filed', x.id, '2000-01-01', '2000-01-01', 'x', 'x', now()
     from result r join dossier d on d.id = r.dossier_id, document x where d.id in (select dossier_id from certificate where state = 'valid') limit 1`,
    `insert into reassessment (id, dossier_id, authority, first_result_id, objection_id, scorers, reason, begun_by, begun_at)
     select gen_random_uuid(), dossier_id, authority, result_id, id, 'any', 'x', 'x', now() from objection limit 1`,
    `update dossier set state = 'notRecognised' where id in (select dossier_id from reassessment)`,
  ],
  'ballots-have-a-last-day': [`update meeting set mode = 'writtenOpinion'`],
  'no-late-ballot': [`insert into opinion_session (meeting_id, due_on, created_at) select id, '2000-01-01', now() from meeting`],
  'written-opinion-is-never-reconciled': [
    `update meeting set mode = 'writtenOpinion'`,
    `insert into reconciliation (id, item_id, ordinal, reason, spread_before, opened_by, opened_at)
     select gen_random_uuid(), id, 9, 'x', 12, 'x', now() from agenda_item limit 1`,
  ],
  'called-item-left-the-written-opinion': [
    `insert into opinion_call (id, item_id, meeting_id, to_item_id, ground, ballots, silent, called_by, called_at)
     select gen_random_uuid(), id, meeting_id, id, 'few', 1, 7, 'x', now() from agenda_item where state <> 'removed' limit 1`,
  ],
  'carried-verdict-was-given': [
    `insert into component_check (submission_id, level, component, verdict, checked_by, checked_at, carried_from)
     select id, 'commune', 'x', 'present', 'x', now(), id from dossier_submission limit 1`,
  ],
  'issued-advice-has-its-paper': [
    `insert into advisory_report (dossier_id, authority, summary, state, updated_at, document_id)
     select d.id, d.authority, 'x', 'issued', now(), (select id from document limit 1) from dossier d limit 1 on conflict (dossier_id, authority) do update set document_id = excluded.document_id`,
  ],
  'clock-stops-with-the-commune': [`update dossier set state = 'accepted' where state = 'filed'`],
  'finished-dossier-has-no-clock': [`update dossier set state = 'withdrawn' where state = 'filed'`],
  'pause-only-during-supplement': [pause('null')],
  'closed-pause-has-new-due-date': [pause('now()')],
  'proposed-dossier-has-report': [`delete from commune_report`],
  'accepted-dossier-has-round': [`update dossier set round_id = null`],
  'grant-has-its-scope': [`update role_grant set commune_code = null where role = 'communeOfficer'`],
  'blocked-account-is-shut': [
    `insert into api_token (id, account_id, name, token_hash, created_at) select gen_random_uuid(), id, 'x', 'x', now() from auth_user limit 1`,
    `update auth_user set blocked_at = now()`,
  ],
  'snapshot-files-are-stored': [`set local session_replication_role = replica`, `delete from stored_file`],
  'certificate-photo-is-stored': [`update certificate set photo_sha256 = repeat('0', 64)`],
  'number-on-one-paper': [`update document set number_entry_id = (select id from number_entry limit 1)`],
  'number-given-once': [
    `alter table number_entry drop constraint number_entry_series_id_number_suffix_key`,
    `update number_entry set number = 1, series_id = (select id from number_series limit 1)`,
  ],
  'used-number-has-its-paper': [`update number_entry set document_id = null`],
  'cancelled-number-on-no-paper': [`update number_entry set state = 'cancelled'`],
  'series-holds-its-last-number': [`update number_series set last_number = 0`],
  'correction-of-same-subject': [
    `update document d set corrects_id = (select id from document o where o.subject_id <> d.subject_id limit 1)`,
  ],
  'desk-is-of-the-dossiers-province': [`update dossier set authority = '38.380'`],
  'returned-dossier-has-open-transfer': [`update dossier set state = 'returned' where state = 'filed'`],
  'transfer-joins-two-desks': [
    `insert into transfer (id, dossier_id, from_authority, to_authority, way, ground, result_id, decision_id, sent_by, sent_at)
     select gen_random_uuid(), r.dossier_id, '38', 'TW', 'up', 'result', r.id, null, 'x', now() from result r limit 1`,
  ],
  'deciding-result-came-to-the-desk': [`update result set authority = 'TW'`],
  'way-up-was-approved': [
    `insert into transfer (id, dossier_id, from_authority, to_authority, way, ground, result_id, decision_id, sent_by, sent_at)
     select gen_random_uuid(), r.dossier_id, '38', 'TW', 'up', 'result', r.id, (select id from recognition_decision limit 1), 'x', now() from result r limit 1`,
  ],
  'money-is-there': [`update money_entry set amount = 1 where kind = 'allocation'`],
  'money-approved-by-another': [
    `do $$ declare c record; begin for c in select conname from pg_constraint where conrelid = 'money_entry'::regclass and contype = 'c'
       loop execute format('alter table money_entry drop constraint %I', c.conname); end loop; end $$`,
    `update money_entry set decided_by = entered_by where state = 'approved'`,
  ],
  'transfer-has-two-ends': [`update money_entry set amount = amount + 1 where kind = 'transferIn'`],
  'settlement-has-its-papers': [`update attachment set removed_at = now(), removed_by = 'x' where subject_kind = 'moneyEntry'`],
  'support-milestones-come-to-approved': [`update support_contract set approved = approved + 1`],
  'receipts-within-receivable': [`update receivable set amount = amount - 1`],
  'reward-once': [
    `drop index reward_once`,
    `insert into reward (id, list_id, certificate_id, product_id, producer_id, star, amount, reckoning, state)
       select gen_random_uuid(), list_id, certificate_id, product_id, producer_id, star, amount, reckoning, 'listed' from reward limit 1`,
  ],
  'paid-reward-has-its-entry': [`update reward set amount = amount + 1`],
  'listed-idea-is-judged': [`update idea set selection_reason = ''`],
  'plan-of-a-listed-idea': [`update idea set state = 'confirmed'`],
  'sent-plan-adds-up': [`update plan_source set amount = amount + 1`],
  'approved-plan-has-its-notice': [`update business_plan set approval_document_id = null`],
  'dossier-origin-of-one-producer': [
    `insert into dossier_origin (dossier_id, earlier_dossier_id, created_at)
       select a.id, b.id, now() from dossier a join dossier b on b.product_id <> a.product_id limit 1`,
  ],
  'agenda-item-agrees-with-dossier': [`update agenda_item set state = 'scoring' where state = 'closed'`],
  'dossier-on-agenda-has-item': [`update dossier set state = 'onAgenda' where state = 'filed'`],
  'closed-meeting-has-no-open-item': [`update meeting set state = 'closed'`],
  'sheet-by-member-of-its-council': [`set local session_replication_role = replica`, `update meeting set council_id = gen_random_uuid()`],
  'secretary-never-scores': [
    `update score_sheet set member_id = (select id from council_member where role = 'secretary') where id = (select id from score_sheet limit 1)`,
  ],
  'conflicted-member-has-no-live-sheet': [conflictOfScorer],
  'conflict-names-its-member': [
    conflictOfScorer,
    `update conflict c set account_id = (select id from auth_user u where u.id <> c.account_id limit 1)`,
  ],
  'stand-in-is-fit': [`update agenda_item set stand_in_id = (select id from council_member where role = 'chair')`],
  'final-sheet-is-answered': [`delete from score_sheet_answer`],
  'second-sheet-follows-reconciliation': [`update score_sheet set pass = 2`],
  'closed-meeting-has-nothing-in-hand': [
    `insert into item_sitting (id, meeting_id, item_id, started_at, started_by) select gen_random_uuid(), meeting_id, id, now(), 'x' from agenda_item limit 1`,
    `update meeting set state = 'closed'`,
  ],
  'sitting-of-its-meeting': [
    `set local session_replication_role = replica`,
    `insert into item_sitting (id, meeting_id, item_id, started_at, started_by) select gen_random_uuid(), gen_random_uuid(), id, now(), 'x' from agenda_item limit 1`,
  ],
  'recused-member-has-minutes-copy': [
    conflictOfScorer,
    `update meeting set state = 'closed'`,
    `update document set kind = 'minutes', subject_kind = 'meeting', subject_id = (select i.meeting_id from agenda_item i join result r on r.item_id = i.id limit 1) where id = (select id from document limit 1)`,
  ],
  'finished-item-has-no-open-reconciliation': [
    `insert into reconciliation (id, item_id, ordinal, reason, opened_by, opened_at, spread_before) select gen_random_uuid(), item_id, 1, 'x', 'x', now(), 12 from result`,
  ],
  'concluded-item-has-result': [`update result set state = 'superseded'`],
  'result-of-its-item': [`update agenda_item set state = 'scoring' where state = 'closed'`],
  'result-counts-final-sheets': [`update score_sheet set state = 'draft'`],
  'result-answers-are-the-sheets': [`update score_sheet_answer set option = option + 1`],
  'result-without-the-recused': [conflictOfScorer],
  'result-mean-is-printed-right': [`update result set mean_printed = '1.00'`],
  'ended-result-has-no-star': [`update result set outcome = 'stopped'`],
  'confirmed-ending-stands-in-result': [
    `insert into ending (id, item_id, rule_id, kind, rule_text, reason, raised_by, raised_at, state)
     select gen_random_uuid(), item_id, 'x', 'stopped', 'x', 'x', 'x', now(), 'confirmed' from result`,
  ],
  'recognised-dossier-has-certificate': [`update dossier set state = 'concluded' where state = 'recognised'`],
  'certificate-lasts-36-months': [`update certificate set last_valid_on = last_valid_on + 1`],
  'one-certificate-in-force': [
    'drop index certificate_current',
    'drop index certificate_product_code',
    `insert into certificate (id, province_code, commune_code, verify_code, product_code, product_id, producer_id, dossier_id, regulation_id, sector, star,
       issued_on, last_valid_on, state, product_name, producer_name, format, snapshot, created_at)
     select gen_random_uuid(), province_code, commune_code, 'x', product_code, product_id, producer_id, dossier_id, regulation_id, sector, star,
       issued_on, last_valid_on, state, product_name, producer_name, format, snapshot, created_at from certificate where dossier_id is not null limit 1`,
  ],
  'finished-import-wrote-every-row': [
    `insert into import_batch (id, province_code, kind, file_name, file_sha256, state, rows_total, expected, created_by, created_at, moved_at)
     select gen_random_uuid(), '38', 'certificates', 'x.csv', sha256, 'done', 1, '{}', 'x', now(), now() from stored_file limit 1`,
  ],
  'past-recognition-in-a-unit-of-its-day': [
    `insert into import_batch (id, province_code, kind, file_name, file_sha256, state, rows_total, expected, created_by, created_at, moved_at)
     select gen_random_uuid(), '38', 'certificates', 'x.csv', sha256, 'checked', 1, '{}', 'x', now(), now() from stored_file limit 1`,
    `insert into past_recognition (id, province_code, identity, product, unit_era, unit_code, decision_date, batch_id, line, product_folded, producer_folded, created_at, updated_at)
     select gen_random_uuid(), '38', 'x', 'x', 'e2025', '38', '2021-01-01', id, 1, 'x', '', now(), now() from import_batch limit 1`,
  ],
  'one-issued-revision': [
    'drop index programme_plan_issued',
    `alter table programme_plan drop constraint programme_plan_family_id_revision_key`,
    `update programme_plan set family_id = (select family_id from programme_plan where state = 'issued' limit 1), state = 'issued', issued_on = coalesce(issued_on, '2026-01-01')`,
  ],
  'decided-commendation-has-its-paper': [`update commendation_list set decision_number = '0/QĐ-KHAC'`],
  'commended-once': ['drop index commendation_once', `update commendation set proposal_id = (select id from report_proposal limit 1)`],
  'cancelled-commendation-holds-nobody': [`update commendation_list set state = 'cancelled', document_id = null`],
  'submission-has-its-paper': [`update programme_submission set number = '0/TTr-KHAC'`],
  'issued-plan-has-its-paper': [`update programme_plan set document_id = null where state = 'issued'`],
  'issued-task-has-its-work': [`update task_instance set ended_on = '2026-01-01'`],
  'due-day-moved-by-extension': [`update task_work set due_on = due_on + 1`],
  'work-state-is-its-last-report': [`update task_work set state = 'done'`],
  'issued-money-sums': [`update programme_money set amount = amount + 1 where part_of is not null`],
  'hand-value-has-its-evidence': [
    `insert into programme_target_value (id, family_id, target_code, as_of, numerator, note, entered_by, entered_at)
     select gen_random_uuid(), family_id, 'T01', '2026-01-01', 1, 'x', 'x', now() from programme_plan limit 1`,
  ],
  'certificate-carries-its-era': [`update certificate set unit_era = 'e2023' where dossier_id is not null`],
  'body-officer-at-its-desk': [`update role_grant set authority = '38.380' where role = 'bodyOfficer'`],
  'attachment-has-its-record': [
    `insert into attachment (id, subject_kind, subject_id, province_code, authority, sha256, file_name, media_type, size, added_by, added_at)
     select gen_random_uuid(), 'body', gen_random_uuid(), '38', '38', sha256, 'x.pdf', 'application/pdf', size, 'x', now() from stored_file where size > 0 limit 1`,
  ],
  'sheet-wrote-its-good-rows': [
    `insert into sheet_batch (id, kind, province_code, authority, file_name, file_sha256, state, reading, counts, created_by, created_at, confirmed_by, confirmed_at)
     select gen_random_uuid(), 'co-quan', '38', '38', 'x.csv', sha256, 'done', '{}', '{}', 'x', now(), 'x', now() from stored_file limit 1`,
    `insert into sheet_row (batch_id, ordinal, line, label, cells, outcome, reasons) select id, 1, 2, 'x', '{}', 'new', '[]' from sheet_batch limit 1`,
  ],
  'ended-body-holds-no-role': [`update body set valid_to = '2020-01-01' where id in (select body_id from role_grant)`],
  'replaced-certificate-names-its-heir': [`update certificate set state = 'replaced'`],
  'withdrawn-certificate-says-why': [`update certificate set state = 'withdrawn'`],
  'issued-decision-is-complete': [`update recognition_decision set signer_name = ''`],
  'recognition-has-its-certificates': [`update certificate set star = 3`],
  'decision-star-is-the-result': [`update recognition_item set star = 3`],
  'result-on-one-live-decision': [
    `insert into recognition_decision (id, authority, kind, title, state, created_at) values ('01890000-0000-7000-8000-000000000001', '38', 'recognition', 'x', 'draft', now())`,
    `insert into recognition_item (decision_id, result_id, dossier_id, star, ordinal) select '01890000-0000-7000-8000-000000000001', result_id, dossier_id, star, 1 from recognition_item`,
  ],
  'letter-only-without-recognition': [
    `insert into result_letter (result_id, document_id, issued_by, issued_at) select r.id, (select id from document limit 1), 'x', now() from result r`,
  ],
  'published-regulation-by-two-people': [
    'alter table regulation_revision drop constraint regulation_revision_check',
    `insert into regulation_revision (id, base_id, base_hash, regulation, forms, state, created_by, created_by_name, created_at, updated_at, proposed_by, confirmed_by)
      values (gen_random_uuid(), 'x', 'x', '{}', '{}', 'published', 'a', 'A', now(), now(), 'a', 'a')`,
  ],
  'round-after-correction-keeps-the-new-hash': [
    `insert into round_correction (id, round_id, regulation_id, from_hash, to_hash, number, dated_on, reason, dossiers, adopted_by, adopted_by_name, adopted_at)
      select gen_random_uuid(), id, regulation_id, regulation_hash, 'x', '1', now(), 'x', 0, 'a', 'A', now() from round`,
  ],
  'dossier-in-round-of-its-own-content': [
    `update dossier set state = 'accepted', round_id = (select id from round where state = 'open' limit 1), regulation_hash = 'x' where state = 'filed'`,
  ],
  'wording-revisions-in-a-row': [
    `insert into wording_revision (id, regulation_id, ordinal, source, file_name, file_sha256, changed, reason, loaded_by, loaded_by_name, loaded_at)
      values (gen_random_uuid(), 'x', 2, '', '', '', 0, 'x', 'a', 'A', now())`,
  ],
  'substitute-fits-the-seat': [`update council_member set role = 'viceChair' where substitutes_id is not null`],
  'substitute-scores-its-own-meeting': [
    `update score_sheet set member_id = (select id from council_member where substitutes_id is not null) where id = (select id from score_sheet limit 1)`,
  ],
  'one-vote-per-seat': [
    `update council_member set meeting_id = (select meeting_id from agenda_item i join result r on r.item_id = i.id) where substitutes_id is not null`,
  ],
  'invitation-has-its-paper': [`update document set state = 'cancelled' where kind = 'invitation'`],
  'invited-members-have-a-seat': [`delete from invitee`],
  'council-paper-is-its-document': [`update council_paper set document_id = (select id from document where kind = 'invitation')`],
  'council-report-of-a-closed-meeting': [
    `insert into council_paper (id, kind, council_id, meeting_id, text, state, updated_by, updated_at)
      select gen_random_uuid(), 'councilReport', council_id, id, 'x', 'draft', 'x', now() from meeting where state <> 'closed' limit 1`,
  ],
  'locked-report-is-signed': [...openedCall, `update report set state = 'approved'`],
  'report-figure-counts-its-rows': [
    ...openedCall,
    `insert into report_figure (report_id, row_code, origin, numerator) select id, 'x', 'computed', 3 from report`,
  ],
  'report-due-day-has-its-grant': [...openedCall, `update report set due_on = due_on + 1`],
  'report-locked-over-open-parts': [
    ...openedCall,
    `insert into report (id, call_id, province_code, authority, commune_code, unit_name, parent_id, form_id, state, due_on)
      select gen_random_uuid(), call_id, '38', '38', '16531', 'x', id, form_id, 'sentBack', due_on from report where unit_name = 'x'`,
    `update report set state = 'accepted' where parent_id is null`,
  ],
  'open-call-has-one-top': [...openedCall, `delete from report where unit_name = 'x'`],
  'draft-decision-is-not-forgotten': [
    `insert into recognition_decision (id, authority, kind, title, state, created_at) values (gen_random_uuid(), '38', 'recognition', 'x', 'draft', '2020-01-01')`,
  ],
}

/** A kept content altered by hand, and a published version with words of a set it does not have. */
async function misfitOf(tx: Tx): Promise<void> {
  const { id, hash } = current
  const content = { regulation: orderedJson({ ...current.regulation, number: 'khác' }), forms: orderedJson({ ...current.forms }) }
  await tx
    .insertInto('regulationContent')
    .values({ hash, regulationId: id, ...content, keptAt: services.clock.now() })
    .execute()
  await sql`insert into regulation_revision (id, base_id, base_hash, regulation, forms, state, created_by, created_by_name, created_at, updated_at,
      decision_number, reason, effective_from, proposed_by, confirmed_by, published_id, published_hash)
    values (gen_random_uuid(), ${id}, ${hash}, '{}', '{}', 'published', 'a', 'A', now(), now(), '1', 'x', '2026-09-01', 'a', 'b', ${id}, ${hash})`.execute(
    tx,
  )
  const wording = orderedJson({ regulation: id, source: 'Công báo', forms: [{ set: 99, criteria: [] }] })
  await sql`insert into wording_revision (id, regulation_id, ordinal, hash, wording, source, file_name, file_sha256, changed, reason, loaded_by, loaded_by_name, loaded_at)
    values (gen_random_uuid(), ${id}, 1, 'h', ${wording}, '', '', '', 0, 'x', 'a', 'A', now())`.execute(tx)
}

test('a house walked through by the verbs is sound', async () => {
  const report = await examine({ db: db(), files: services.files }, { quick: false })
  expect(report.findings).toEqual([])
  expect(report.sound).toBe(true)
  expect(report.files).toBeGreaterThan(5)
})

test('every invariant has its own name and its own breakage', () => {
  expect(Object.keys(breakage).sort()).toEqual(invariants.map((invariant) => invariant.name).sort())
})

describe('a broken house is noticed:', () => {
  test.each(invariants.map((invariant) => [invariant.name, invariant] as const))('%s', async (name, invariant) => {
    await undone(async (tx) => {
      for (const statement of breakage[name] ?? []) await sql.raw(statement).execute(tx)
      const { count, rows } = await broken(tx, invariant.sql)
      expect(count).toBeGreaterThan(0)
      expect(rows[0]).toHaveProperty('id')
    })
    expect((await broken(db(), invariant.sql)).count).toBe(0)
  })

  test('a submission or a result that was altered no longer gives its hash', async () => {
    await undone(async (tx) => {
      await sql`update dossier_submission set snapshot = jsonb_set(snapshot, '{product,name}', '"Khác"')`.execute(tx)
      await sql`update result set basis = jsonb_set(basis, '{star}', '5')`.execute(tx)
      await misfitOf(tx)
      for (const recomputation of recomputations) expect((await recomputation.faults(tx)).length).toBeGreaterThan(0)
    })
  })

  test('a file that is gone or altered, and a ledger that was edited, end with 2 and say what to do', async () => {
    const lost = '0'.repeat(64)
    await db()
      .insertInto('storedFile')
      .values({ sha256: lost, size: 1, mediaType: 'text/plain', createdAt: services.clock.now() })
      .execute()
    await sql`update audit_entry set verb = 'x' where seq = 3`.execute(db())
    const said: string[] = []
    const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) }
    expect(await doctorCommand(['--quick'], io, services)).toBe(2)
    expect(await auditCommand(['verify'], io, services)).toBe(2)
    expect(said.join('\n')).toContain(`id=${lost} fault=missing`)
    expect(said.join('\n')).toContain('ledger-chain')
    expect(said.join('\n')).toContain('sai từ dòng 3')
  })
})

test.each([
  // outcome, totals of the counted sheets, numerator, denominator, agrees
  ['scored', [71, 72], 143, 2, true],
  ['scored', [70, 72], 71, 1, true],
  ['scored', [71, 72], 71, 1, false],
  ['scored', [], 0, 1, false],
  ['stopped', [], null, null, true],
  ['stopped', [], 71, 1, false],
])('a mean of %s over %j as %s/%s agrees: %s', (outcome, totals, numerator, denominator, agrees) => {
  const sheets = totals.map((total) => ({ total, answers: [{ points: total }] }))
  expect(meanAgrees({ outcome, basis: { sheets }, numerator, denominator })).toBe(agrees)
})

test('a counted total that is not the sum of its answers does not agree', () => {
  const basis = { sheets: [{ total: 71, answers: [{ points: 70 }] }] }
  expect(meanAgrees({ outcome: 'scored', basis, numerator: 71, denominator: 1 })).toBe(false)
})
