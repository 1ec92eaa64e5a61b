// What a sheet is read against: the form of the dossier's own pack and the case that applies to it.
import type { Db, Tx } from '#/platform/database/open.ts'
import { casesOf, type CaseChoice } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import type { StarThreshold } from '#/regulation/score.ts'
import { filedPin } from '../regulation-revision/shelf.ts'
import type { Regulations } from '../regulations.ts'
import { found } from '../refuse.ts'
import type { ItemFacts } from './council.ts'
import { filedSnapshot } from './conflict.store.ts'

export type ItemForm = {
  form: Form
  thresholds: readonly StarThreshold[]
  cases: CaseChoice | undefined
  regulationId: string
  setNo: number
}

/** Form, thresholds and cases of an item: the case is the one the filed dossier fixed, never a later edit. */
export async function formOfItem(db: Db | Tx, regulations: Regulations, item: Pick<ItemFacts, 'dossierId'>): Promise<ItemForm> {
  const dossier = found(
    await db.selectFrom('dossier').select(['regulationId', 'regulationHash', 'setNo']).where('id', '=', item.dossierId).executeTakeFirst(),
  )
  const { cases: filedCases, regulation } = await filedSnapshot(db, item.dossierId)
  const pack = regulations.pinned(filedPin(regulation, dossier.regulationHash))
  const form = found(pack.forms[dossier.setNo])
  const cases = casesOf(form).length === 0 ? undefined : filedCases
  return { form, thresholds: pack.regulation.stars, cases, regulationId: dossier.regulationId, setNo: dossier.setNo }
}
