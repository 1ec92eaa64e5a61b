// An idea to be read, the same for everyone who may see it.
import { formatDate, formatDong, formatInstantDate, formatNumber } from '#/platform/text/format.ts'
import { kindWords, priorityWords } from '#/programme/idea/idea.ts'
import type { Idea } from '#/programme/idea/idea.store.ts'
import { ideaWords } from '#/programme/idea/idea.workflow.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { fill, words } from './idea.messages.ts'

export function IdeaFacts({ idea, setTitle }: { idea: Idea; setTitle: string }) {
  const language = useLanguage()
  const workers =
    idea.workersTotal === null
      ? ''
      : `${formatNumber(idea.workersTotal)}${idea.workersLocal === null ? '' : ` (${words.workersLocal[language].toLowerCase()} ${formatNumber(idea.workersLocal)})`}`
  return (
    <Facts
      facts={[
        { label: words.producer[language], value: idea.producerName, note: idea.communeName ?? '' },
        {
          label: words.kind[language],
          value: kindWords[idea.kind][language],
          ...(idea.productName === null ? {} : { note: idea.productName }),
        },
        { label: words.set[language], value: setTitle },
        ...(idea.callName === null
          ? []
          : [
              {
                label: words.call[language],
                value: idea.callName,
                note: idea.callClosesOn === null ? '' : fill(words.until[language], { day: formatDate(idea.callClosesOn) }),
              },
            ]),
        ...(idea.submittedAt === null ? [] : [{ label: words.submitted[language], value: formatInstantDate(idea.submittedAt) }]),
        { label: words.content[language], value: idea.content },
        { label: words.materials[language], value: idea.materials },
        { label: words.labour[language], value: idea.labour, note: workers },
        { label: words.market[language], value: idea.market },
        { label: words.investment[language], value: idea.investment === null ? '' : formatDong(idea.investment) },
        { label: words.priority[language], value: idea.priorities.map((one) => priorityWords[one][language]).join('; ') },
        ...(idea.answeredAt === null
          ? []
          : [
              {
                label: words.communeRemark[language],
                value: idea.communeRemark === '' ? ideaWords.confirmed[language].split(',')[0] : idea.communeRemark,
                note: `${idea.answeredBy ?? ''}, ${formatInstantDate(idea.answeredAt)}`,
              },
            ]),
        ...(idea.selectionReason === ''
          ? []
          : [{ label: words.selection[language], value: ideaWords[idea.state][language], note: idea.selectionReason }]),
      ].filter((fact) => fact.value !== '')}
    />
  )
}
