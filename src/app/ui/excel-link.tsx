import { formatNumber } from '#/platform/text/format.ts'
import { exportOf } from '../list-address.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

/** The rows of a list as a workbook; of a longer list it says that only the first are in it. Nothing for an empty list. */
export function ExcelLink({ href, rows }: { href: string; rows: number }) {
  const language = useLanguage()
  if (rows === 0) return null
  const exported = exportOf(rows)
  const text = (exported.cut ? words.excelFirst : words.excel)[language]
  return (
    <p className="mt no-print">
      <a className="tap" href={href} download>
        <Icon name="download" />
        {text.replace('{n}', formatNumber(exported.rows))}
      </a>
    </p>
  )
}
