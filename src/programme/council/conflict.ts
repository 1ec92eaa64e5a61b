// Likely conflicts of interest found in the data. Pure; a person confirms or dismisses each, and both answers are kept.
import { committeeKinds } from '../people/authority.ts'
import { fold } from '#/platform/text/fold.ts'

export const declaredCauses = ['family', 'contract', 'body', 'personal', 'other'] as const
export const proposedCauses = [
  'ownsProducer',
  'sameHead',
  'sameAddress',
  'samePhone',
  'sameTaxCode',
  'issuedReport',
  'issuedPaper',
  'holdsPaper',
] as const
export type ConflictCause = (typeof declaredCauses)[number] | (typeof proposedCauses)[number]

export type ConflictPerson = {
  accountId: string
  memberId: string | null
  name: string
  phone: string | null
  /** Producers this account acts for. */
  producerIds: readonly string[]
  body: { id: string; kind: string; name: string; shortName: string; taxCode: string | null; address: string | null } | null
}

export type ConflictFacts = {
  people: readonly ConflictPerson[]
  producer: { id: string; name: string; taxCode: string | null; headName: string; phone: string | null; addressLine: string }
  /** Bodies that wrote or issued the commune report. */
  reportBodyIds: readonly string[]
  papers: readonly { title: string; issuer: string | null; holder: string | null }[]
}

const stateKinds = new Set([...committeeKinds, 'ocopOffice', 'department', 'communeCommittee'])

export type LikelyConflict = { accountId: string; memberId: string | null; cause: (typeof proposedCauses)[number]; detail: string }

/**
 * Who probably should not assess this dossier, with the fact that shows it. Names are compared folded, so one without accents
 * is found too. Interpretation: each is only a proposal; an equal name proves nothing.
 */
export function likelyConflicts(facts: ConflictFacts): LikelyConflict[] {
  const { producer } = facts
  return facts.people.flatMap((person) => {
    const { body } = person
    const hit = (cause: LikelyConflict['cause'], met: boolean, detail: string): LikelyConflict[] =>
      met ? [{ accountId: person.accountId, memberId: person.memberId, cause, detail }] : []
    // Interpretation: a department that issues a licence does its duty; a laboratory, consultant or association has sold a service.
    const serves = body !== null && !stateKinds.has(body.kind)
    const issued = serves ? facts.papers.filter((paper) => names(body, paper.issuer)) : []
    const held = body ? facts.papers.filter((paper) => names(body, paper.holder)) : []
    return [
      ...hit('ownsProducer', person.producerIds.includes(producer.id), producer.name),
      ...hit('sameHead', same(person.name, producer.headName), producer.headName),
      ...hit('samePhone', digits(person.phone) !== '' && digits(person.phone) === digits(producer.phone), producer.phone ?? ''),
      ...hit('sameTaxCode', digits(body?.taxCode) !== '' && digits(body?.taxCode) === digits(producer.taxCode), producer.taxCode ?? ''),
      ...hit('sameAddress', long(body?.address) && same(body?.address, producer.addressLine), producer.addressLine),
      ...hit('issuedReport', body !== null && facts.reportBodyIds.includes(body.id), body?.name ?? ''),
      ...hit('issuedPaper', issued.length > 0, titles(issued)),
      ...hit('holdsPaper', held.length > 0, titles(held)),
    ]
  })
}

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  const left = fold(a ?? '')
  return left !== '' && left === fold(b ?? '')
}

/** "Khu phố 3" is shared by hundreds; only an address with a street number and a name says something. */
function long(address: string | null | undefined): boolean {
  return fold(address ?? '').length >= 12
}

/** The full name anywhere in the text, or the short name as the whole of it. */
function names(body: NonNullable<ConflictPerson['body']>, text: string | null): boolean {
  const folded = fold(text ?? '')
  if (folded === '') return false
  return folded === fold(body.shortName) || folded.includes(fold(body.name))
}

function digits(text: string | null | undefined): string {
  return (text ?? '').replace(/\D/g, '')
}

function titles(papers: readonly { title: string }[]): string {
  return papers
    .map((paper) => paper.title)
    .slice(0, 3)
    .join('; ')
}
