import { formatDate } from '#/platform/text/format.ts'
import type { AttachmentLine } from '#/programme/attachment/attachment.ts'
import type { MaterialRow } from '#/programme/training/training.store.ts'
import { frameworks, topicWords } from '#/programme/training/training.ts'
import { fill } from '../commune/commune.messages.ts'
import { AttachmentList } from '../files/attachments.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './training.messages.ts'

/** Materials with their link and files. With `endable` each in use that one keeps can be taken out of use. */
export function MaterialList({
  rows,
  files = [],
  endable = false,
}: {
  rows: readonly MaterialRow[]
  files?: readonly AttachmentLine[]
  endable?: boolean
}) {
  const language = useLanguage()
  return (
    <ul className="stack-l">
      {rows.map((row) => (
        <li key={row.id} className="stack">
          <div className="row between">
            <div>
              <b>{row.title}</b>
              <small className="quiet block">
                {[
                  topicWords[row.topic][language],
                  frameworks[row.framework]?.[language] ?? row.framework,
                  row.course === null ? '' : `${words.ofCourse[language]}: ${row.course}`,
                  row.endedOn === null ? '' : fill(words.ended[language], { day: formatDate(row.endedOn) }),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </div>
            {endable && row.keep ? (
              <form method="post" className="no-print">
                <input type="hidden" name="deed" value="end" />
                <input type="hidden" name="material" value={row.id} />
                <Button kind="danger" small>
                  {words.endMaterial[language]}
                  <span className="vh"> {row.title}</span>
                </Button>
              </form>
            ) : null}
          </div>
          {row.link === null ? null : (
            <a className="tap" href={row.link} rel="noopener noreferrer">
              <Icon name="doc" />
              {words.open2[language]}
              <span className="vh"> {row.title}</span>
            </a>
          )}
          <AttachmentList files={files.filter((file) => file.subjectId === row.id)} />
        </li>
      ))}
    </ul>
  )
}
