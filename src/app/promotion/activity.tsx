// A course or event wherever both stand together: its page, what it is, its state.
import type { Activity } from '#/programme/promotion/activity.store.ts'
import { eventKindWords, eventStateWords } from '#/programme/promotion/promotion.ts'
import { courseKindWords, courseStateWords } from '#/programme/training/training.ts'
import { useLanguage, type Language } from '../ui/language.ts'
import { State } from '../ui/state.tsx'

export const activityHref = ({ area, id }: Activity): string => `${area === 'course' ? '/tap-huan' : '/xuc-tien'}/${id}`

export const activityWhat = (one: Activity, language: Language): string =>
  (one.area === 'course' ? courseKindWords[one.kind] : eventKindWords[one.kind])[language]

export function ActivityState({ of }: { of: Activity }) {
  const language = useLanguage()
  const state = of.area === 'course' ? courseStateWords[of.state] : eventStateWords[of.state]
  return <State kind={state.mark}>{state[language]}</State>
}
