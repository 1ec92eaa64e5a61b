// A whole edited pack checked before it is published: every fault at once, nothing stored. Pure.
import { checkPack } from './check.ts'
import { formSchema, type Form } from './form.schema.ts'
import { contentHash, deepFreeze, type Pack } from './load.ts'
import { regulationSchema } from './regulation.schema.ts'

/** `row`: where it stands, "regulation: levels.1.sendsUp" or "set 9: parts.0.groups.1"; `code`: the criterion, if one; `reason`: in words. */
export type DryRunFault = { readonly row: string; readonly set: number | null; readonly code: string | null; readonly reason: string }

export type DryRun = {
  readonly faults: readonly DryRunFault[]
  /** Remarks that do not stand in the way. */
  readonly remarks: readonly DryRunFault[]
  /** The pack as it would be published; null while there are faults. */
  readonly pack: Pack | null
}

/** Checks what an editor holds: `regulation` and `forms` (by set number) as plain values of any shape. Nothing is thrown. */
export function dryRunPack(edited: { readonly regulation: unknown; readonly forms: Readonly<Record<number, unknown>> }): DryRun {
  const faults: DryRunFault[] = []
  const read = regulationSchema.safeParse(edited.regulation)
  for (const issue of read.error?.issues ?? [])
    faults.push({ row: `regulation: ${issue.path.join('.')}`, set: null, code: null, reason: issue.message })
  const forms: Record<number, Form> = {}
  for (const [key, value] of Object.entries(edited.forms)) {
    const set = Number(key)
    const form = formSchema.safeParse(value)
    for (const issue of form.error?.issues ?? [])
      faults.push({ row: `set ${set}: ${issue.path.join('.')}`, set, code: codeAt(value, issue.path), reason: issue.message })
    if (!form.success) continue
    if (form.data.set !== set) faults.push({ row: `set ${set}: set`, set, code: null, reason: `${form.data.set} ≠ ${set}` })
    forms[set] = form.data
  }
  if (!read.success) return { faults, remarks: [], pack: null }
  const whole = { regulation: read.data, forms }
  // A form that could not be read has been told above; its absence is not told a second time.
  const unread = Object.keys(edited.forms)
    .map(Number)
    .filter((set) => !(set in forms))
  const found = checkPack(whole).filter((finding) => !(finding.text === 'no form' && unread.includes(finding.set ?? 0)))
  const row = (finding: (typeof found)[number]): DryRunFault => ({
    row: finding.set === undefined ? 'regulation' : `set ${finding.set}`,
    set: finding.set ?? null,
    code: finding.criterion ?? null,
    reason: finding.text,
  })
  faults.push(...found.filter((finding) => finding.level === 'fault').map(row))
  const remarks = found.filter((finding) => finding.level !== 'fault').map(row)
  if (faults.length > 0) return { faults, remarks, pack: null }
  const { regulation } = whole
  return { faults, remarks, pack: deepFreeze({ id: regulation.id, hash: contentHash(regulation, forms), regulation, forms }) }
}

/** The code of the criterion a path runs through, read from the value as it was given. */
function codeAt(value: unknown, path: readonly PropertyKey[]): string | null {
  let here = value
  let code: string | null = null
  for (const step of path) {
    if (typeof here !== 'object' || here === null) break
    here = (here as Record<PropertyKey, unknown>)[step]
    const own = typeof here === 'object' && here !== null && 'options' in here && 'code' in here ? here.code : undefined
    if (typeof own === 'string') code = own
  }
  return code
}
