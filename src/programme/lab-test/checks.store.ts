// Visits and laboratory tests of one dossier, for staff of its desk.
import type { Db } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formOf } from '#/regulation/load.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { checklistOf } from '../visit/visit.ts'
import { visitCandidates, visitsOf } from '../visit/visit.store.ts'
import { labTestsOf } from './lab-test.store.ts'

/** With who may go and what may be asked where the office may still do so. Who is recused from the dossier does not see it. */
export async function checksFor(db: Db, regulations: Regulations, actor: Actor, dossierId: string | undefined, today: PlainDate) {
  const dossier = found(
    isId(dossierId)
      ? await db
          .selectFrom('dossier as d')
          .innerJoin('product as p', 'p.id', 'd.productId')
          .select(['d.id', 'd.authority', 'd.proposedAt', 'd.setNo', 'd.state', 'd.regulationId', 'd.regulationHash', 'p.name'])
          .where('d.id', '=', dossierId)
          .executeTakeFirst()
      : null,
  )
  mustSee(dossier.proposedAt !== null && serves(actor, dossier.authority, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(!(await isRecused(db, actor.accountId, dossier.id)))
  const pack = regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const may =
    serves(actor, dossier.authority, 'office') && ['proposed', 'provinceSupplement', 'accepted', 'onAgenda'].includes(dossier.state)
  return {
    id: dossier.id,
    name: dossier.name,
    may,
    visits: await visitsOf(db, dossier.id),
    tests: await labTestsOf(db, dossier.id),
    people: may ? await visitCandidates(db, dossier, today) : [],
    criteria: checklistOf(formOf(pack, dossier.setNo)),
  }
}
