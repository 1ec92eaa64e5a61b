// What a dry run found, each with its place; long lists are cut and say so.
import type { DryRunFault } from '#/regulation/dry-run.ts'
import { findingInVietnamese, placeInVietnamese } from '#/regulation/finding.words.ts'
import { useLanguage } from '../ui/language.ts'
import { filled, regulationWords as words } from './regulation.messages.ts'

/** Enough to work on; the rest is told by number. */
export const MOST_FAULTS = 100

export function FaultList({ faults, total, at }: { faults: readonly DryRunFault[]; total: number; at: string | null }) {
  const language = useLanguage()
  return (
    <ul>
      {faults.map((fault, index) => {
        const row = language === 'vi' ? placeInVietnamese(fault.row) : fault.row
        const place = `${row}${fault.code === null ? '' : ` · ${fault.code}`}`
        const href =
          at !== null && fault.set !== null
            ? `${at}/bo/${fault.set}${fault.code === null ? '' : `/${encodeURIComponent(fault.code)}`}`
            : null
        return (
          <li key={`${index} ${fault.row}`}>
            {href === null ? <b>{place}</b> : <a href={href}>{place}</a>}:{' '}
            {language === 'vi' ? findingInVietnamese(fault.reason) : fault.reason}
          </li>
        )
      })}
      {total > faults.length ? <li>{filled(words.more[language], { n: total - faults.length })}</li> : null}
    </ul>
  )
}
