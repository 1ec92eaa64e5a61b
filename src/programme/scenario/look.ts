// What a desk looks at before it scores: the place, by a visit with its record; the product, by a laboratory.
import { renderPdf } from '#/platform/documents/pdf.ts'
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { askLabTest, receiveLabResult } from '../lab-test/lab-test.actions.ts'
import { planVisit, recordVisit } from '../visit/visit.actions.ts'
import { officeOf } from './cast.ts'
import { printed } from './fill.ts'
import { councilOf, idOf, type Run } from './running.ts'
import type { StepOf } from './step.schema.ts'

/** The council's voting members go, see every criterion as the dossier says, and the office records it. */
export async function visitOnSite(run: Run, step: StepOf<'visit'>): Promise<void> {
  const { cast, services } = run
  const { db } = services.database
  const desk = cast.desk(step.desk)
  const council = councilOf(run, step.desk)
  const names = council.seats.filter((seat) => seat.voting).map((seat) => seat.username)
  const people = await db.selectFrom('authUser').select('id').where('username', 'in', names).execute()
  const accounts = people.map((row) => row.id)
  for (const key of step.dossiers) {
    const dossierId = idOf(run, key)
    const id = await cast.on(step.on, officeOf(desk), (ctx) =>
      planVisit(ctx, dossierId, { plannedOn: printed(step.visitedOn), place: 'Cơ sở của chủ thể', note: '' }, accounts),
    )
    await cast.on(
      step.visitedOn,
      officeOf(desk),
      async (ctx) => {
        const dossier = await ctx.tx
          .selectFrom('dossier')
          .select(['regulationId', 'setNo'])
          .where('id', '=', dossierId)
          .executeTakeFirstOrThrow()
        const codes = criteriaOf(formOf(ctx.regulations.get(dossier.regulationId), dossier.setNo)).map(({ criterion }) => criterion.code)
        await recordVisit(
          ctx,
          id,
          {
            visitedOn: printed(step.visitedOn),
            producerSide: 'Người đại diện chủ thể',
            findings: 'Cơ sở đúng như hồ sơ.',
            conclusion: 'Đủ điều kiện đưa ra Hội đồng chấm điểm.',
            ...Object.fromEntries(codes.map((code) => [`v.${code}`, 'matches'])),
          },
          { present: accounts, photos: [], version: 1 },
        )
      },
      16,
    )
    const visit = await db.selectFrom('fieldVisit').select(['state', 'visitedOn']).where('id', '=', id).executeTakeFirst()
    run.checks.push({
      source: step.source,
      what: `${key} was visited by the council of ${step.desk}, ${accounts.length} members`,
      expected: { state: 'recorded', visitedOn: step.visitedOn },
      actual: visit ?? null,
    })
  }
}

/** The desk's office asks a laboratory by letter and enters the result it sends. */
export async function testInLaboratory(run: Run, step: StepOf<'labTest'>): Promise<void> {
  const { cast } = run
  const office = officeOf(cast.desk(step.desk))
  for (const [index, key] of step.dossiers.entries()) {
    const { id } = await cast.on(step.on, office, (ctx) =>
      askLabTest(ctx, idOf(run, key), {
        askedBy: 'office',
        what: step.what,
        why: 'Làm căn cứ đánh giá, xếp hạng.',
        laboratory: step.laboratory,
        dueOn: printed(step.dueOn),
      }),
    )
    await cast.on(step.receivedOn, office, async (ctx) => {
      const number = `${101 + index}/KQ`
      const facts = { title: 'Phiếu kết quả kiểm nghiệm', issuer: step.laboratory, number, issuedOn: printed(step.receivedOn), holder: '' }
      const bytes = renderPdf('demo-evidence', facts, ctx.now.toISOString())
      await receiveLabResult(
        ctx,
        id,
        { resultNumber: number, resultOn: printed(step.receivedOn), verdict: 'meets', summary: 'Đạt các chỉ tiêu được hỏi.' },
        { files: [{ fileName: 'ket-qua.pdf', mediaType: 'application/pdf', bytes, pageCount: 1 }], version: 1 },
      )
    })
    const row = await run.services.database.db.selectFrom('labTest').select(['state', 'verdict']).where('id', '=', id).executeTakeFirst()
    run.checks.push({
      source: step.source,
      what: `${key} was tested for ${step.desk}`,
      expected: { state: 'received', verdict: 'meets' },
      actual: row ?? null,
    })
  }
}
