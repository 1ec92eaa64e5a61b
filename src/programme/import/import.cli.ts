// `ocop import certificates FILE`: brings records of the past in from a terminal, with progress; cut off, the same command goes on.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'

import { formatNumber } from '#/platform/text/format.ts'

import { act, type Services } from '../context.ts'
import { setupActor } from '../people/people.actions.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import { batchById, rowsOf, runningBatchOf, type Batch } from './batch.store.ts'
import { checkImport, confirmImport, planRows } from './import.actions.ts'
import { columnNames } from './import.messages.ts'
import { readRows } from './columns.ts'
import { gazetteer } from './place.ts'
import { noCounts, type Counts } from './plan.ts'
import type { Reason } from './row.read.ts'
import { runImport } from './run.ts'

type Io = { out: (text: string) => void; err: (text: string) => void }

const usage = 'ocop import certificates FILE.csv|FILE.xlsx [--check]'
const MOST_SHOWN = 200

/** 0: every row went in or was there; 1: some rows are bad (listed with line, column and reason); 2: nothing was done. */
export async function importCommand(args: readonly string[], io: Io, services: Services): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: { check: { type: 'boolean', default: false } },
  })
  const [what, path] = positionals
  if (what !== 'certificates' || path === undefined || positionals.length !== 2) {
    io.err(`Cách dùng / usage: ${usage}`)
    return 2
  }
  const bytes = new Uint8Array(await readFile(path))
  const actor = setupActor(services.config.provinceCode)
  if (values.check) return checkOnly(bytes, io, services)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const cut = await runningBatchOf(services.database.db, actor.provinceCode, sha256)
  const id = cut?.id ?? (await act(services, actor, (ctx) => checkImport(ctx, { name: basename(path), bytes }))).id
  if (cut) io.err(`Làm tiếp từ dòng ${formatNumber(cut.rowsDone + 1)} / going on after ${cut.rowsDone} rows`)
  else await act(services, actor, (ctx) => confirmImport(ctx, id, { enqueue: false }))
  await runImport(services, actor, id, ({ done, total }) => io.err(`${formatNumber(done)}/${formatNumber(total)}`))
  const batch = (await batchById(services.database.db, id)) as Batch
  for (const row of await rowsOf(services.database.db, batch, { outcome: 'bad', page: 1, size: MOST_SHOWN }))
    for (const reason of row.reasons) io.err(badLine(row.line, reason))
  tell(batch.written, io)
  return batch.written.bad > 0 ? 1 : 0
}

async function checkOnly(bytes: Uint8Array, io: Io, services: Services): Promise<number> {
  const rows = await readRows(bytes)
  const places = gazetteer(await loadUnitBook(services.database.db))
  const planned = await act(services, setupActor(services.config.provinceCode), (ctx) => planRows(ctx, rows, places))
  const counts = noCounts()
  for (const row of planned) counts[row.outcome] += 1
  const told = planned.filter((row) => row.outcome === 'bad' || row.outcome === 'person').slice(0, MOST_SHOWN)
  for (const row of told) for (const reason of row.reasons) io.err(badLine(row.line, reason))
  tell(counts, io)
  return counts.bad > 0 ? 1 : 0
}

function badLine(line: number, { column, vi, en }: Reason): string {
  const name = column === null ? '' : ` [${column}] ${columnNames[column].vi}:`
  return `Dòng ${line}${name} ${vi} / ${en}`
}

function tell(counts: Counts, io: Io): void {
  io.out(
    [
      `mới / new ${formatNumber(counts.new)}`,
      `như cũ / unchanged ${formatNumber(counts.unchanged)}`,
      `thay đổi / changed ${formatNumber(counts.changed)}`,
      `chờ người quyết định / for a person ${formatNumber(counts.person)}`,
      `lỗi / bad ${formatNumber(counts.bad)}`,
    ].join(' · '),
  )
}
