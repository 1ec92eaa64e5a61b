// What opening a dossier of a kind needs from the database: the certificate held, the province's rule, the set under the pack in force.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { newSetsFor } from '#/regulation/correspondence.ts'
import type { Pack } from '#/regulation/load.ts'
import type { DossierKind } from '#/regulation/regulation.schema.ts'
import type { Ctx } from '../context.ts'
import type { Regulations } from '../regulations.ts'
import { settingOf } from '../setting.ts'
import { lateRenewal } from './dossier.settings.ts'
import { heldCertificate, type Held } from './held.store.ts'
import { mayOpenKind, renewalWindowOf, type KindAnswer, type RenewalWindow } from './later.ts'

export const dossierKinds = ['first', 'upgrade', 'renewal'] as const satisfies readonly DossierKind[]

export type OpenKinds = {
  held: Held | null
  /** Days of filing of a re-assessment; null without a certificate. */
  window: RenewalWindow | null
  kinds: Record<DossierKind, KindAnswer>
}

/** What may be opened for a product today, for its page and for the verbs. Days are plain dates in Vietnam. */
export async function openKinds(
  db: Db | Tx,
  product: { id: string; provinceCode: string },
  pack: Pack,
  today: PlainDate,
): Promise<OpenKinds> {
  const held = await heldCertificate(db, product.id)
  const late = (await settingOf(db, product.provinceCode, lateRenewal)) === 'on'
  const answer = (kind: DossierKind) => mayOpenKind(kind, held, today, pack.regulation, late)
  return {
    held,
    window: held ? renewalWindowOf(pack.regulation, held.lastValidOn, late) : null,
    kinds: { first: answer('first'), upgrade: answer('upgrade'), renewal: answer('renewal') },
  }
}

/** The same for one kind, refused with its reason. Throws what `KindAnswer` names, and `dossier.kindNotOpen` for an unknown kind. */
export async function mustOpenKind(
  ctx: Ctx,
  product: { id: string; provinceCode: string },
  pack: Pack,
  given: string,
): Promise<{ kind: DossierKind; held: Held | null }> {
  const kind = dossierKinds.find((one) => one === given)
  if (!kind) throw new AppError('dossier.kindNotOpen')
  const { held, kinds } = await openKinds(ctx.tx, product, pack, plainDateOf(ctx.now))
  const answer = kinds[kind]
  if (answer.open) return { kind, held: kind === 'first' ? null : held }
  if (answer.code === 'dossier.renewalEarly') throw new AppError(answer.code, { first: formatDate(answer.first) })
  if (answer.code === 'dossier.renewalLate') throw new AppError(answer.code, { last: formatDate(answer.last) })
  throw new AppError(answer.code)
}

/**
 * Sets the product may stand under in the pack: its own, or those its older set leads to (rules/correspondence). One: taken by itself;
 * several or none: a person chooses. Empty when the product has no set.
 */
export async function setsUnder(
  regulations: Regulations,
  product: { setNo: number | null; regulationId: string },
  pack: Pack,
): Promise<readonly number[]> {
  if (product.setNo === null) return []
  if (product.regulationId === pack.id) return [product.setNo]
  const table = await regulations.correspondence(product.regulationId, pack.id)
  return table ? newSetsFor(table, product.setNo) : [product.setNo]
}
