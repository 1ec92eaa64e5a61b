import { publicStatus } from '#/programme/certificate/public-status.ts'
import type { CertificateState as StoredState } from '#/programme/certificate/public-status.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { registerWords as words } from './decision.messages.ts'

type Dated = { state: StoredState; issuedOn: string; lastValidOn: string }

/** The same status the public sees, in the register's words. */
export function CertificateState({ certificate, today, boxed = false }: { certificate: Dated; today: string; boxed?: boolean }) {
  const language = useLanguage()
  const status = publicStatus(
    { ...certificate, stateGround: null, stateDecision: null, stateDecisionOn: null, replacedByCode: null },
    today,
  )
  const { kind } = status
  if (kind === 'valid' || kind === 'notYet') {
    return (
      <State kind="done" boxed={boxed}>
        {words.valid[language]}
      </State>
    )
  }
  return (
    <State kind={kind === 'withdrawn' ? 'stop' : 'ended'} boxed={boxed}>
      {words[kind === 'withdrawn' && status.annulled ? 'annulled' : kind][language]}
    </State>
  )
}
