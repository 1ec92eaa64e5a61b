import { readFileSync } from 'node:fs'
import { InputError, type Io } from './input.cli.ts'
import { loadPack } from './load.ts'
import { regulationMessages, sayBoth } from './regulation.messages.ts'
import { parseWording } from './wording.load.ts'
import { wordingMessages } from './wording.messages.ts'
import { applyWording, type WordingFault } from './wording.ts'

/** `regulation wording ID FILE --check`: prints what the wording would change, or every fault. 0; faults throw InputError (2). */
export async function wordingCommand(args: readonly string[], json: boolean, usage: string, io: Io): Promise<number> {
  const [id, file] = args.filter((arg) => arg !== '--check')
  if (id === undefined || file === undefined) throw new InputError(sayBoth(regulationMessages.noFile, { usage }))
  if (!args.includes('--check')) throw new InputError(sayBoth(wordingMessages.needsCheck))
  const pack = await loadPack(id)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(sayBoth(regulationMessages.unreadableFile, { file, reason }))
  }
  const outcome = applyWording(pack, await parseWording(text, file))
  if (!outcome.ok) {
    if (json) io.out(JSON.stringify(outcome, null, 2))
    throw new InputError(outcome.faults.map(faultLine).join('\n'))
  }
  const { wording } = outcome.pack
  if (json)
    io.out(
      JSON.stringify(
        { ok: true, regulation: id, hash: pack.hash, wording, changed: outcome.changed, untouchedSets: outcome.untouchedSets },
        null,
        2,
      ),
    )
  else
    io.out(
      sayBoth(wordingMessages.applied, {
        changed: String(outcome.changed),
        sets: String(wording.sets.length),
        untouched: String(outcome.untouchedSets.length),
        hash: wording.hash.slice(0, 12),
      }),
    )
  return 0
}

function faultLine(fault: WordingFault): string {
  const place = [
    fault.set === null ? null : `bộ/set ${fault.set}`,
    fault.criterion,
    fault.option === null ? null : `mức/option ${fault.option}`,
  ].filter((part) => part !== null)
  return place.length > 0 ? `${place.join(' ')}: ${fault.reason}` : fault.reason
}
