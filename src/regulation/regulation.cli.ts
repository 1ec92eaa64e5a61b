import { checkPack } from './check.ts'
import type { Finding } from './finding.ts'
import { checkTransitions } from './check.levels.ts'
import { checkCorrespondence } from './correspondence.ts'
import type { Form } from './form.schema.ts'
import { guarded, InputError, type Io } from './input.cli.ts'
import { loadCorrespondences, loadForm, loadPack, loadRegulation, regulationIds } from './load.ts'
import { regulationMessages, sayBoth } from './regulation.messages.ts'

const usage = 'ocop regulation list | check [ID] | form ID SET | wording ID FILE --check [--json]'

/**
 * `regulation list`, `regulation check [id]`, `regulation form <id> <set> [--json]`,
 * `regulation wording <id> <file> --check`. 0, or 2 with a message.
 */
export function regulationCommand(args: readonly string[], io: Io): Promise<number> {
  return guarded(io, async () => {
    const json = args.includes('--json')
    const [verb, ...rest] = args.filter((arg) => arg !== '--json')
    if (verb === 'list') return list(io, json)
    if (verb === 'check') return check(io, json, rest[0])
    if (verb === 'form') return showForm(io, json, rest[0], rest[1])
    if (verb === 'wording') return (await import('./wording.cli.ts')).wordingCommand(rest, json, usage, io)
    throw new InputError(sayBoth(regulationMessages.unknownCommand, { value: ['regulation', ...args].join(' '), usage }))
  })
}

async function list(io: Io, json: boolean): Promise<number> {
  const packs = await Promise.all(regulationIds().map((id) => loadPack(id)))
  packs.sort((a, b) => (a.regulation.inForce.from < b.regulation.inForce.from ? -1 : 1))
  const rows = packs.map(({ id, hash, regulation, forms }) => ({
    id,
    number: regulation.number,
    title: regulation.title.vi,
    from: regulation.inForce.from,
    to: regulation.inForce.to,
    levels: regulation.levels.map((entry) => entry.level),
    sets: Object.keys(forms).length,
    hash,
  }))
  if (json) io.out(JSON.stringify(rows, null, 2))
  else
    for (const row of rows)
      io.out(
        `${row.id.padEnd(18)} ${row.from} – ${row.to ?? '…'.padEnd(10)}  ${String(row.sets).padStart(2)} bộ/sets  ${row.hash.slice(0, 12)}  ${row.number}`,
      )
  return 0
}

/** Faults make it 2; anomalies that the forms declare themselves are printed and do not. */
async function check(io: Io, json: boolean, only: string | undefined): Promise<number> {
  const ids = only === undefined ? regulationIds() : [only]
  const report: { regulation: string; findings: Finding[] }[] = await Promise.all(
    ids.map(async (id) => ({ regulation: id, findings: checkPack(await loadPack(id)) })),
  )
  if (only === undefined) {
    const packs = await Promise.all(ids.map((id) => loadPack(id)))
    report.push({ regulation: 'rules', findings: checkTransitions(packs.map((pack) => pack.regulation)) })
    for (const table of await loadCorrespondences()) {
      const [from, to] = await Promise.all([loadPack(table.from), loadPack(table.to)])
      report.push({ regulation: `${table.from} → ${table.to}`, findings: checkCorrespondence(table, from, to) })
    }
  }
  const faults = report.flatMap(({ regulation, findings }) =>
    findings.filter((entry) => entry.level === 'fault').map((entry) => ({ regulation, ...entry })),
  )
  if (json) io.out(JSON.stringify(report, null, 2))
  else
    for (const { regulation, findings } of report) {
      const count = (level: string): number => findings.filter((entry) => entry.level === level).length
      io.out(`${regulation}: ${count('fault')} lỗi/faults, ${count('known')} đã biết/known, ${count('anomaly')} ghi chú/anomalies`)
      for (const entry of findings) io.out(`  ${entry.level.padEnd(7)} ${place(entry)}${entry.text}`)
    }
  if (faults.length === 0) return 0
  throw new InputError(faults.map((entry) => `${entry.regulation} ${place(entry)}${entry.text}`).join('\n'))
}

function place(entry: { readonly set?: number; readonly criterion?: string }): string {
  const set = entry.set === undefined ? '' : `bộ/set ${entry.set}`
  const criterion = entry.criterion === undefined ? '' : ` ${entry.criterion}`
  return set || criterion ? `${set}${criterion}: ` : ''
}

async function showForm(io: Io, json: boolean, id: string | undefined, set: string | undefined): Promise<number> {
  if (id === undefined || set === undefined)
    throw new InputError(sayBoth(regulationMessages.unknownCommand, { value: 'regulation form', usage }))
  const regulation = await loadRegulation(id)
  if (!/^\d{1,3}$/.test(set)) {
    const known = regulation.sets.map((entry) => entry.set).join(', ')
    throw new InputError(sayBoth(regulationMessages.unknownSet, { id, set, known }))
  }
  const form = await loadForm(id, Number(set))
  if (json) io.out(JSON.stringify({ regulation: id, ...form }, null, 2))
  else printForm(io, regulation.number, form)
  return 0
}

function printForm(io: Io, number: string, form: Form): void {
  io.out(`${number} · ${form.set}. ${form.title}`)
  for (const part of form.parts) {
    io.out(`${part.code}. ${part.title} (${part.max})`)
    for (const group of part.groups)
      for (const criterion of group.criteria) {
        io.out(`  ${criterion.code} ${criterion.title} (${criterion.max})`)
        for (const [position, option] of criterion.options.entries()) {
          const marks = `${option.case ? ` [${option.case}]` : ''}${option.minStar ? ` ${'*'.repeat(option.minStar)}` : ''}`
          io.out(`    ${position + 1}) ${option.points}${marks} ${option.text}`)
        }
      }
  }
}
