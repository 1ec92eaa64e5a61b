// The head and the words of a plan as a form sends them. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed } from '../fields.ts'
import { planKinds, type Line, type OutsideParent, type PlanContent, type PlanKind } from './programme-plan.ts'

type HeadName =
  | 'title'
  | 'kind'
  | 'startsOn'
  | 'endsOn'
  | 'parentFamilyId'
  | 'parentNumber'
  | 'parentIssuedOn'
  | 'parentIssuer'
  | 'parentTitle'
export type HeadInput = Typed<HeadName>

export type Head = {
  title: string
  kind: PlanKind
  startsOn: PlainDate
  endsOn: PlainDate
  parentFamilyId: string | null
  outsideParent: OutsideParent | null
}

/** Throws `invalid` by field. A period is at most ten years. */
export function readHead(input: HeadInput): Head {
  const fields = new Fields<HeadName>(input)
  const read = {
    kind: fields.oneOf('kind', planKinds, { required: true }),
    startsOn: fields.date('startsOn', { required: true }),
    endsOn: fields.date('endsOn', { required: true }),
  }
  const title = fields.text('title', { max: 300, required: { vi: 'Nhập tên kế hoạch.', en: 'Enter the name of the plan.' } })
  const { startsOn, endsOn } = read
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    fields.say('endsOn', { vi: 'Ngày cuối trước ngày đầu.', en: 'It ends before it begins.' })
  else if (startsOn !== null && endsOn !== null && Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) > 10)
    fields.say('endsOn', { vi: 'Kế hoạch dài nhất 10 năm.', en: 'A plan is at most ten years long.' })
  const number = fields.text('parentNumber', { max: 60 })
  const issuedOn = fields.date('parentIssuedOn', number === '' ? {} : { required: true })
  const issuer = fields.text('parentIssuer', { max: 200, required: number !== '' })
  const parentTitle = fields.text('parentTitle', { max: 300, required: number !== '' })
  return {
    ...fields.done(read),
    title,
    parentFamilyId: fields.optional('parentFamilyId', { max: 40 }),
    outsideParent: number === '' || issuedOn === null ? null : { number, issuedOn, issuer, title: parentTitle },
  }
}

type WordsName = 'basis' | 'purposes' | 'requirements' | 'aims' | 'solutions' | 'organisation' | 'recipients' | 'archive'
export type WordsInput = Typed<WordsName>

const lists = ['basis', 'purposes', 'requirements', 'aims', 'solutions'] as const

/** One line of text is one line of the plan; a line that stays as it was keeps its source. Throws `invalid` by field. */
export function readWords(input: WordsInput, old: PlanContent): PlanContent {
  const fields = new Fields<WordsName>(input)
  const linesOf = (name: WordsName) =>
    fields
      .text(name, { max: 30_000, multiline: true })
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const content = {
    outsideParent: old.outsideParent,
    ...(Object.fromEntries(lists.map((name) => [name, withSources(linesOf(name), old[name])])) as Pick<
      PlanContent,
      (typeof lists)[number]
    >),
    organisation: readOrganisation(linesOf('organisation'), old.organisation, fields),
    recipients: linesOf('recipients'),
    archive: fields.text('archive', { max: 60 }) || 'VT',
  }
  fields.done()
  return content
}

function withSources(lines: readonly string[], old: readonly Line[]): Line[] {
  const sources = new Map(old.map((line) => [line.text, line.source]))
  return lines.map((text) => {
    const source = sources.get(text)
    return source === undefined ? { text } : { text, source }
  })
}

/** A line by itself names a body; lines that begin with a dash are its duties. */
function readOrganisation(
  lines: readonly string[],
  old: PlanContent['organisation'],
  fields: Fields<WordsName>,
): PlanContent['organisation'] {
  const known = old.flatMap((entry) => entry.lines)
  const entries: { body: string; duties: string[] }[] = []
  for (const line of lines) {
    const duty = /^[-–+]\s*(.+)$/.exec(line)?.[1]
    const last = entries.at(-1)
    if (duty === undefined) entries.push({ body: line.replace(/:$/, ''), duties: [] })
    else if (last) last.duties.push(duty)
    else
      fields.say('organisation', {
        vi: 'Ghi tên đơn vị trước, rồi từng việc bắt đầu bằng dấu gạch.',
        en: 'Name the body first, then each duty after a dash.',
      })
  }
  return entries.map(({ body, duties }) => ({ body, lines: withSources(duties, known) }))
}

/** The organisation as the form shows it; what `readOrganisation` reads back. */
export function organisationText(organisation: PlanContent['organisation']): string {
  return organisation.map(({ body, lines }) => [body, ...lines.map((line) => `- ${line.text}`)].join('\n')).join('\n')
}
