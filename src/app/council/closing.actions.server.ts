// The presses of the closing pages: one name in the form, one verb of the domain.
import { AppError } from '#/platform/errors/app-error.ts'
import { closeResult, closeScoring, deferItem } from '#/programme/council/closing.actions.ts'
import { concludeEnding, raiseEnding, voteEnding } from '#/programme/council/ending.actions.ts'
import { finishReconciliation, openReconciliation, readScope } from '#/programme/council/reconciliation.actions.ts'
import { concludeSpread, proposeSpread, voteSpread } from '#/programme/council/spread.actions.ts'
import type { SignedInPage } from '../page.server.ts'

/** Does what the form asked; returns the address to go on to. */
export async function press({ act, params, form }: SignedInPage & { form: FormData }, here: 'dong' | 'bieu-quyet'): Promise<string> {
  const itemId = params['itemId'] ?? ''
  const at = (page: string) => `/hoi-dong/ho-so/${itemId}/${page}`
  const id = String(form.get('id') ?? '')
  const reason = form.get('reason')
  const agrees = form.get('agrees')
  switch (form.get('_do')) {
    case 'score':
      await act((ctx) => closeScoring(ctx, itemId))
      return at(here)
    case 'close':
      await act((ctx) => closeResult(ctx, itemId, { reason }))
      return at('ket-qua')
    case 'reconcile':
      await act((ctx) => openReconciliation(ctx, itemId, { reason, scope: readScope(form.getAll('scope').map(String)) }))
      return at(here)
    case 'finish':
      await act((ctx) => finishReconciliation(ctx, itemId))
      return at(here)
    case 'propose':
      await act((ctx) => proposeSpread(ctx, itemId, { reason }))
      return at(here)
    case 'defer':
      await act((ctx) => deferItem(ctx, itemId, { reason }))
      return '/hoi-dong/ky-hop'
    case 'raise':
      await act((ctx) => raiseEnding(ctx, itemId, { ruleId: form.get('ruleId'), reason }))
      return at('bieu-quyet')
    case 'voteEnding':
      await act((ctx) => voteEnding(ctx, id, { agrees }))
      return at(here)
    case 'voteSpread':
      await act((ctx) => voteSpread(ctx, id, { agrees }))
      return at(here)
    case 'concludeEnding':
      return (await act((ctx) => concludeEnding(ctx, id))) === 'confirmed' ? at('ket-qua') : at(here)
    case 'concludeSpread':
      await act((ctx) => concludeSpread(ctx, id))
      return at(here)
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
}
