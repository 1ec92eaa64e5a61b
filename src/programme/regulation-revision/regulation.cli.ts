// `ocop regulation wording ID FILE` stores; `ocop regulation check --published` examines what was published here. Both need the house's data.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { checkPack } from '#/regulation/check.ts'
import { guarded, InputError, type Io } from '#/regulation/input.cli.ts'
import { contentHash } from '#/regulation/load.ts'
import { regulationMessages, sayBoth } from '#/regulation/regulation.messages.ts'
import { wordingMessages } from '#/regulation/wording.messages.ts'
import { act, type Services } from '../context.ts'
import { setupActor } from '../people/people.actions.ts'
import { contentOf } from './shelf.store.ts'
import { listRevisions } from './revision.store.ts'
import { loadWording } from './wording.actions.ts'

const usage = 'ocop regulation wording ID FILE [--reason TEXT] [--check]'

/** Whether a `regulation` command reads or writes the database; the others need rules/ alone. */
export function needsServices(args: readonly string[]): boolean {
  return (args[0] === 'wording' && !args.includes('--check')) || (args[0] === 'check' && args.includes('--published'))
}

/** 0, or what `guarded` makes of a refusal: every fault of a file, one a line. */
export function storedRegulationCommand(args: readonly string[], io: Io, services: Services): Promise<number> {
  return args[0] === 'check' ? checkPublished(io, services) : guarded(io, () => storeWording(args.slice(1), io, services))
}

async function storeWording(args: readonly string[], io: Io, services: Services): Promise<number> {
  const at = args.indexOf('--reason')
  const reason = at < 0 ? undefined : args[at + 1]
  const [id, file, ...more] = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  if (id === undefined || file === undefined || more.length > 0) throw new InputError(sayBoth(regulationMessages.noFile, { usage }))
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new InputError(
      sayBoth(regulationMessages.unreadableFile, { file, reason: error instanceof Error ? error.message : String(error) }),
    )
  }
  // The terminal belongs to whoever runs the machine: the ledger names the set-up account and the file.
  const admin = setupActor(services.config.provinceCode)
  const given = reason ?? `Nạp từ dòng lệnh: ${basename(file)}`
  const { changed } = await act(services, admin, (ctx) => loadWording(ctx, id, { name: basename(file), text }, { reason: given }))
  const hash = services.regulations.get(id).wording?.hash ?? ''
  io.out(sayBoth(wordingMessages.stored, { changed: String(changed), hash: hash.slice(0, 12) }))
  return 0
}

async function checkPublished(io: Io, services: Services): Promise<number> {
  const { db } = services.database
  let faults = 0
  for (const row of (await listRevisions(db)).filter((one) => one.state === 'published')) {
    const pack = await contentOf(db, row.publishedHash ?? '')
    const found = pack ? checkPack(pack).filter((one) => one.level === 'fault') : []
    const altered = pack === null || contentHash(pack.regulation, pack.forms) !== pack.hash
    faults += found.length + (altered ? 1 : 0)
    io.out(`${row.publishedId} ${row.publishedHash?.slice(0, 12)} ${row.effectiveFrom}: ${found.length} lỗi/faults`)
    if (altered) io.err('  nội dung đã bị sửa / the content was altered')
    for (const one of found) io.err(`  ${one.set ?? ''} ${one.criterion ?? ''} ${one.text}`)
  }
  return faults === 0 ? 0 : 2
}
