// Where an item of a request for supplement belongs, in the producer's pages.
import { findCriterion } from '#/regulation/form.ts'
import type { DossierFacts } from '#/programme/dossier/dossier.facts.ts'
import type { Language } from '../ui/language.ts'
import { words } from './producer.messages.ts'

export type Place = { title: string; href: string }

export function placeOf(item: { targetKind: string; target: string }, facts: DossierFacts, language: Language): Place {
  const base = `/ho-so/${facts.dossier.id}`
  if (item.targetKind === 'criterion') {
    const title = findCriterion(facts.form, item.target)?.criterion.title ?? ''
    return { title: `${words.criterion[language]} ${item.target}. ${title}`, href: `${base}/tieu-chi/${item.target}` }
  }
  if (item.targetKind === 'component') {
    const { regulation } = facts.pack
    const row = regulation.evidenceRows?.find((one) => item.target === `evidence:${one.id}`)
    const component = regulation.dossier.components.find((one) => one.id === item.target)
    const title = row?.title[language] ?? component?.title[language] ?? item.target
    if (item.target === 'registrationSlip') return { title, href: `${base}/phieu-dang-ky` }
    if (item.target === 'selfAssessment') return { title, href: `${base}/bao-cao/general` }
    if (item.target === 'changeReport' || item.target === 'renewalUpdate') return { title, href: `${base}/thay-doi` }
    return { title, href: `${base}/giay-to` }
  }
  return { title: words.general[language], href: base }
}
