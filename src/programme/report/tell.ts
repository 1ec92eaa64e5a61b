// Who is told about a report: the people of its unit, and those of the desk that takes it in.
import { formatDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { CURRENT_ERA } from '../units/units.ts'

type Told = {
  id: string
  authority: string
  communeCode: string | null
  bodyId: string | null
  upperAuthority: string | null
  unitEra: string
  callTitle: string
  unitName: string
  dueOn: string
}
type Teller = Pick<Ctx, 'tx' | 'now'>

/** People who fill the unit's report (`signs` false) or approve it. */
async function peopleOf(teller: Teller, report: Told, signs: boolean): Promise<string[]> {
  const { tx, now } = teller
  const { authority, communeCode, bodyId } = report
  if (communeCode !== null) {
    // Codes of an older era name other places.
    if (report.unitEra !== CURRENT_ERA) return []
    return accountsWithRole(tx, signs ? 'communeLeader' : 'communeOfficer', { authority, communeCode }, now)
  }
  if (bodyId !== null) return accountsWithRole(tx, 'bodyOfficer', { authority, bodyId }, now)
  return accountsWithRole(tx, signs ? 'leader' : 'office', { authority }, now)
}

export type ReportNotice =
  | 'report.asked'
  | 'report.toApprove'
  | 'report.sentUp'
  | 'report.sentBack'
  | 'report.reopened'
  | 'report.extended'
  | 'report.opened'
  | 'report.soon'
  | 'report.late'
  | 'report.commended'

export async function tellReport(
  teller: Teller,
  report: Told,
  to: 'unit' | 'signer' | 'above',
  kind: ReportNotice,
  dedupe: string,
): Promise<void> {
  const people =
    to === 'above'
      ? report.upperAuthority === null
        ? []
        : await accountsWithRole(teller.tx, 'office', { authority: report.upperAuthority }, teller.now)
      : await peopleOf(teller, report, to === 'signer')
  await notify(teller, people, {
    kind,
    dedupe,
    subjectKind: 'report',
    subjectId: report.id,
    link: `/bao-cao/${report.id}`,
    params: { call: report.callTitle, unit: report.unitName, due: formatDate(report.dueOn) },
  })
}
