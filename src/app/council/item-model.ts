// One agenda item as its pages draw it: the sheet's groups, and the way back to the agenda.
import type { ItemView } from '#/programme/council/item.view.ts'
import type { Language } from '../ui/language.ts'
import { words } from './council-pages.messages.ts'
import { groupsOf, type GroupView } from './sheet-model.ts'

export type Item = Extract<ItemView, { kind: 'item' }>

export function modelOf(view: Item): GroupView[] {
  const { pack, own } = view
  if (pack === null || own === null) return []
  return groupsOf({
    form: pack.form,
    cases: pack.cases,
    answers: own.sheet.answers,
    own: Object.fromEntries(pack.snapshot.answers.map((answer) => [answer.criterion, answer.option])),
    flagged: new Set(pack.notes.flatMap((note) => (note.bringToCouncil ? [note.criterion] : []))),
    first: own.first?.answers ?? null,
    scope: view.scope,
  })
}

export function crumbs(view: Item, language: Language) {
  return [
    { href: '/hoi-dong/ky-hop', label: words.meetings[language] },
    { href: `/hoi-dong/ky-hop/${view.meetingId}`, label: words.agenda[language] },
  ]
}
