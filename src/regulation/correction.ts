// Whether a new text of a pack is a correction: the same criteria with the same options in the same places, so that answers keep meaning what they meant. Pure.
import { comparePacks } from './compare.ts'
import type { Pack } from './load.ts'

/** One reason why stored answers would not carry over. `vi`, `en`: for people. */
export type ShapeDifference = { readonly set: number; readonly criterion: string | null; readonly vi: string; readonly en: string }

/**
 * What keeps `after` from being a correction of `before`: a set or criterion that came or went, another number of options, an option that
 * stands under another number, another list of cases. Texts, points, gates and thresholds may differ. Empty: a correction.
 * Interpretation: a changed order of options is refused too, because stored answers are numbers in printed order (twins §7.2).
 */
export function shapeDifferences(before: Pick<Pack, 'regulation' | 'forms'>, after: Pick<Pack, 'regulation' | 'forms'>): ShapeDifference[] {
  return comparePacks(before, after).sets.flatMap(({ set, status, criteria }): ShapeDifference[] => {
    if (status === 'added') return [{ set, criterion: null, vi: 'bộ mới', en: 'a new set' }]
    if (status === 'removed') return [{ set, criterion: null, vi: 'bộ không còn', en: 'the set is gone' }]
    return criteria.flatMap((row): ShapeDifference[] => {
      const say = (vi: string, en: string): ShapeDifference[] => [{ set, criterion: row.code, vi, en }]
      if (row.status === 'added') return say('tiêu chí mới', 'a new criterion')
      if (row.status === 'removed') return say('tiêu chí không còn', 'the criterion is gone')
      const [was, is] = [row.options.filter((one) => one.before !== null).length, row.options.filter((one) => one.after !== null).length]
      if (was !== is) return say(`${was} mức thành ${is} mức`, `${was} options become ${is}`)
      const moved = row.options.find((one) => one.moved)
      if (moved) return say(`mức ${moved.before} đứng ở chỗ ${moved.after}`, `option ${moved.before} stands at ${moved.after}`)
      // Same count, but one went and another came in its stead: a number would change its meaning.
      const gone = row.options.find((one) => one.status === 'removed')
      if (gone) return say(`mức ${gone.before} thành mức khác`, `option ${gone.before} is another one`)
      if (casesOf(before, set, row.code) !== casesOf(after, set, row.code)) return say('trường hợp khác', 'other cases')
      return []
    })
  })
}

function casesOf(pack: Pick<Pack, 'forms'>, set: number, code: string): string {
  const groups = pack.forms[set]?.parts.flatMap((part) => part.groups) ?? []
  const criterion = groups.flatMap((group) => group.criteria).find((one) => one.code === code)
  return (criterion?.cases ?? []).map((one) => one.case).join()
}
