// `ocop doctor [--quick]` and `ocop audit verify`: what they print and how they end.
import { parseArgs } from 'node:util'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { formatNumber } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { examine, type DoctorReport, type Finding } from './doctor.ts'
import { doctorMessages as words } from './doctor.messages.ts'

type Io = { out: (text: string) => void; err: (text: string) => void }

const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
const both = (text: { vi: string; en: string }, values: Record<string, string> = {}) =>
  `${fill(text.vi, values)} / ${fill(text.en, values)}`

/** Throws TypeError on arguments it does not know. Returns 0 when sound, 2 when not. */
export async function doctorCommand(args: readonly string[], io: Io, services: Pick<Services, 'database' | 'files'>): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean', default: false } }, strict: true })
  const report = await examine({ db: services.database.db, files: services.files }, { quick: values.quick })
  for (const finding of report.findings) (finding.severity === 'fault' ? io.err : io.out)(findingText(finding))
  ;(report.sound ? io.out : io.err)(closingText(report))
  return report.sound ? 0 : 2
}

export function findingText(finding: Finding): string {
  const head = finding.severity === 'fault' ? words.fault : words.warning
  return [
    `${both(head)}: ${finding.name} (${formatNumber(finding.count)})`,
    `  ${both(finding.holds)}`,
    ...finding.rows.map((row) => `  - ${rowText(row)}`),
    ...(finding.count > finding.rows.length ? [`  - … ${formatNumber(finding.count - finding.rows.length)}`] : []),
    `  → ${both(finding.remedy)}`,
  ].join('\n')
}

export function rowText(row: Record<string, unknown>): string {
  return Object.entries(row)
    .map(([name, value]) => `${name}=${value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ')
}

function closingText(report: DoctorReport): string {
  if (!report.sound) return both(words.unsound, { count: formatNumber(report.findings.filter((one) => one.severity === 'fault').length) })
  const numbers = { checks: formatNumber(report.checks), files: formatNumber(report.files), entries: formatNumber(report.ledgerEntries) }
  return both(words.sound, numbers) + (report.hashed ? '' : ` ${both(words.unhashed)}`)
}

const auditWords = {
  usage: { vi: 'Cách dùng: ocop audit verify', en: 'usage: ocop audit verify' },
  whole: { vi: 'Chuỗi nhật ký nguyên vẹn: {entries} dòng.', en: 'The ledger is whole: {entries} entries.' },
  broken: {
    vi: 'Nhật ký tỉnh {province} sai từ dòng {seq} ({fault}).',
    en: 'The ledger of province {province} is broken from entry {seq} ({fault}).',
  },
}

/** Recomputes the ledger's chain of every province. Returns 0 when whole, 2 when not or when the arguments are wrong. */
export async function auditCommand(args: readonly string[], io: Io, services: Pick<Services, 'database'>): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true, strict: true })
  if (positionals.length !== 1 || positionals[0] !== 'verify') {
    io.err(both(auditWords.usage))
    return 2
  }
  const { entries, faults } = await verifyLedger(services.database.db)
  for (const { provinceCode, seq, fault } of faults) io.err(both(auditWords.broken, { province: provinceCode, seq: String(seq), fault }))
  if (faults.length === 0) io.out(both(auditWords.whole, { entries: formatNumber(entries) }))
  return faults.length === 0 ? 0 : 2
}
