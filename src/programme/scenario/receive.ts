// A desk receives a dossier: samples counted, parts checked, taken into the round.
import { formOf } from '#/regulation/load.ts'
import { provinceLines } from '../commune/components.ts'
import { latestSubmission } from '../commune/submission.store.ts'
import { acceptDossier, receiveSamples, saveProvinceCheck } from '../round/reception.actions.ts'
import { officeOf, type Cast } from './cast.ts'
import type { Desk } from './scenario.schema.ts'

export async function receive(cast: Cast, desk: Desk, dossierId: string, roundId: string, day: string): Promise<void> {
  await cast.on(day, officeOf(desk), async (ctx) => {
    const dossier = await ctx.tx
      .selectFrom('dossier')
      .select(['regulationId', 'setNo'])
      .where('id', '=', dossierId)
      .executeTakeFirstOrThrow()
    const samples = await ctx.tx
      .selectFrom('sampleHandover')
      .select('handed')
      .where('dossierId', '=', dossierId)
      .where('toAuthority', '=', desk.authority)
      .executeTakeFirst()
    if (samples && samples.handed > 0) await receiveSamples(ctx, dossierId, { received: samples.handed, note: '' })
    const pack = ctx.regulations.get(dossier.regulationId)
    const { snapshot } = await latestSubmission(ctx.tx, dossierId)
    await saveProvinceCheck(
      ctx,
      dossierId,
      provinceLines(pack.regulation, formOf(pack, dossier.setNo), snapshot).map((line) => ({
        component: line.code,
        verdict: line.need === 'always' || line.paperIds.length > 0 ? 'present' : 'notApplicable',
        remark: '',
      })),
    )
    await acceptDossier(ctx, dossierId, { roundId, exception: '' })
  })
}
