// `ocop backup DIR` and `ocop restore DIR [--force]`.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatFileSize, formatNumber } from '../text/format.ts'
import { newId } from '../database/id.ts'
import { json } from '../database/json.ts'
import type { OpenDatabase } from '../database/open.ts'
import type { FileStore } from '../files/file-store.ts'
import { takeBackup, type Manifest } from './backup.ts'
import { restoreBackup } from './restore.ts'

type Io = { out: (text: string) => void; err: (text: string) => void }
type House = { database: OpenDatabase; files: FileStore }

const words = {
  backupUsage: 'Cách dùng: ocop backup THƯ_MỤC / usage: ocop backup DIR',
  restoreUsage: 'Cách dùng: ocop restore THƯ_MỤC [--force] / usage: ocop restore DIR [--force]',
  backedUp: { vi: 'Đã sao lưu vào', en: 'backed up to' },
  restored: { vi: 'Đã khôi phục từ', en: 'restored from' },
}

export function counts(manifest: Manifest): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return `${formatNumber(manifest.tables.length)} bảng / tables, ${formatNumber(rows)} dòng / rows, ${formatNumber(manifest.files.count)} tệp / files (${formatFileSize(manifest.files.bytes)})`
}

/** Returns 0; 2 when the folder is not named or the store lost files (the backup is written all the same, and names them). */
export async function backupCommand(args: readonly string[], io: Io, house: House, about: { version: string; now: Date }): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true, strict: true })
  const [folder] = positionals
  if (folder === undefined || positionals.length !== 1) {
    io.err(words.backupUsage)
    return 2
  }
  const manifest = await takeBackup(house, resolve(folder), about)
  const whole = manifest.files.missing.length === 0
  await house.database.db
    .insertInto('upkeepRun')
    .values({
      id: newId(),
      kind: 'backup',
      at: about.now,
      sound: whole,
      report: json({ tables: manifest.tables.length, files: manifest.files.count, missing: manifest.files.missing.length }),
      runBy: '',
    })
    .execute()
  io.out(`${words.backedUp.vi} / ${words.backedUp.en} ${resolve(folder)}: ${counts(manifest)}`)
  for (const sha256 of manifest.files.missing) io.err(`Kho thiếu hoặc hỏng tệp / file missing or damaged in the store: ${sha256}`)
  return whole ? 0 : 2
}

export async function restoreCommand(args: readonly string[], io: Io, house: House): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    options: { force: { type: 'boolean', default: false } },
    allowPositionals: true,
    strict: true,
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length !== 1) {
    io.err(words.restoreUsage)
    return 2
  }
  const manifest = await restoreBackup(house, resolve(folder), { force: values.force })
  io.out(`${words.restored.vi} / ${words.restored.en} ${resolve(folder)}: ${counts(manifest)}`)
  return 0
}
