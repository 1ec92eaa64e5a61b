import { answerFaults, shown } from './answers.ts'
import { councilResult, type Sheet } from './council.ts'
import type { Form } from './form.schema.ts'
import { formatHalfUp, fractionText } from './fraction.ts'
import { basisOf, guarded, InputError, isRecord, located, readJson, refuse, type Io } from './input.cli.ts'
import { regulationMessages, sayBoth, type Message } from './regulation.messages.ts'

const usage = 'ocop council FILE'

/**
 * `council FILE`: `{regulation,set,maxSpread,sheets:[{member,answers}]}` gives mean, spread with drivers, star and unmet gates.
 * A gate is met when more than half of the sheets meet it. In `missed`, `points` is the most that more than half of the sheets reach on
 * that criterion, so `points < needed` is exactly "no majority". `meanExact` always has a denominator ("71/1").
 */
export function councilCommand(args: readonly string[], io: Io): Promise<number> {
  return guarded(io, async () => {
    const input = readJson(args[0], usage)
    if (!isRecord(input)) throw new InputError(sayBoth(regulationMessages.notObject, { value: shown(input) }))
    const { form, thresholds } = await basisOf(input, sayBoth)
    const { maxSpread, sheets } = input
    if (!Number.isInteger(maxSpread) || Number(maxSpread) < 0) {
      throw new InputError(sayBoth(regulationMessages.missingMaxSpread, { value: shown(maxSpread) }))
    }
    if (!Array.isArray(sheets) || sheets.length === 0) {
      throw new InputError(sayBoth(regulationMessages.noSheets, { value: shown(sheets) }))
    }
    const result = councilResult(form, thresholds, readSheets(form, sheets), { maxSpread: Number(maxSpread) })
    const printed = {
      members: result.members,
      mean: formatHalfUp(result.mean),
      meanExact: fractionText(result.mean),
      spread: result.spread.points,
      spreadExceeded: result.spread.exceeded,
      drivers: result.spread.drivers,
      pointsStar: result.pointsStar,
      star: result.star,
      missed: result.missed,
    }
    io.out(JSON.stringify(printed, null, 2))
    return 0
  })
}

function readSheets(form: Form, sheets: readonly unknown[]): Sheet[] {
  const read: Sheet[] = []
  const faults: string[] = []
  const members = new Set<string>()
  for (const [index, sheet] of sheets.entries()) {
    const named = isRecord(sheet) && typeof sheet['member'] === 'string' ? `, ${sheet['member']}` : ''
    const where = { number: String(index + 1), index: String(index), member: named }
    const fault = (message: Message, values: Readonly<Record<string, string>>): void => {
      faults.push(located(regulationMessages.sheetNumber, where, message, values))
    }
    if (!isRecord(sheet)) {
      fault(regulationMessages.notObject, { value: shown(sheet) })
      continue
    }
    const { member, answers } = sheet
    if (typeof member !== 'string' || member.trim() === '') fault(regulationMessages.missingMember, { value: shown(member) })
    else if (members.has(member)) fault(regulationMessages.duplicateMember, { value: shown(member) })
    else members.add(member)
    if (!isRecord(answers)) {
      fault(regulationMessages.missingAnswers, { value: shown(answers) })
      continue
    }
    for (const { message, values } of answerFaults(form, answers)) fault(message, values)
    read.push({ member: String(member), answers: answers as Record<string, number> })
  }
  refuse(faults)
  return read
}
