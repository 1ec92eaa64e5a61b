import type { Finding } from './finding.ts'
import { managingDepartments } from './composition.ts'
import type { LevelRule } from './level.schema.ts'
import type { Regulation } from './regulation.schema.ts'

/** Faults of the path of levels: no result without a way, no star without its recogniser, no council that cannot be seated. */
export function checkLevels(regulation: Regulation): Finding[] {
  const found: Finding[] = []
  const fault = (text: string): void => void found.push({ level: 'fault', text })
  const path = regulation.levels.map((entry) => entry.level)
  for (const [index, entry] of regulation.levels.entries()) {
    const last = index === path.length - 1
    if (last && entry.sendsUp) fault(`${entry.level} is the last level and sends up`)
    if (!last && !entry.sendsUp) fault(`${entry.level} sends nothing up and is not the last level`)
    if (entry.recognises.length > 0 && !entry.recogniser) fault(`${entry.level} recognises stars and nobody signs`)
    if (entry.role === 'opinion' && (entry.recognises.length > 0 || entry.council))
      fault(`${entry.level} gives an opinion and has a council or stars`)
    for (const back of entry.takesBack ?? []) {
      if (path.indexOf(back.of) <= index) fault(`${entry.level} takes back from ${back.of}, which is not above it`)
      if (back.from >= back.below) fault(`${entry.level} takes back ${back.from} to ${back.below}`)
      if (entry.role !== 'assessment') fault(`${entry.level} takes results back and assesses nothing`)
    }
    if (entry.returnsInvalid && !path.slice(0, index).includes(entry.returnsInvalid.to))
      fault(`${entry.level} returns an invalid dossier to ${entry.returnsInvalid.to}, which is not below it`)
    if (entry.council) for (const text of seatingFaults(regulation, entry)) fault(text)
    for (const text of wayFaults(regulation, entry)) fault(text)
  }
  for (const part of regulation.dossier.forwarding)
    if (path[path.indexOf(part.from) + 1] !== part.to || !path.includes(part.from))
      fault(`papers go from ${part.from} to ${part.to}, which is no step of the path`)
  const sets = regulation.sets.map((entry) => entry.set)
  for (const set of regulation.fieldVisit.sets)
    if (!sets.includes(set)) fault(`a visit is asked for set ${set}, which does not exist`)
    else if (regulation.fieldVisit.need === 'beforeScoring' && !regulation.samples.exceptSets.includes(set))
      fault(`set ${set} is visited and asked for samples`)
  for (const { set, ministries } of regulation.sets)
    for (const ministry of ministries)
      if (!regulation.departments.some((entry) => entry.ministries.includes(ministry)))
        found.push({ level: 'fault', set, text: `"${ministry}" is no body of departments` })
  return found
}

/** Every whole mean from 0 to 100 and every star it can have must lead somewhere: up, a recognition, down, or a letter for 1–2 stars. */
function wayFaults(regulation: Regulation, entry: LevelRule): string[] {
  if (entry.role !== 'assessment') return []
  const path = regulation.levels
  const below = path.slice(0, path.indexOf(entry))
  const faults: string[] = []
  for (const { star, from, decision } of regulation.stars) {
    if (!decision) continue
    const next = regulation.stars.filter((one) => one.star > star).map((one) => one.from)
    const until = next.length > 0 ? Math.min(...next) : 101
    for (let mean = from; mean < until; mean += 1) {
      const up = entry.sendsUp && mean >= entry.sendsUp.from && (entry.sendsUp.below === undefined || mean < entry.sendsUp.below)
      const down = below.some((one) => one.takesBack?.some((back) => back.of === entry.level && mean >= back.from && mean < back.below))
      if (!up && !entry.recognises.includes(star) && !down) {
        faults.push(`${entry.level}: ${mean} points and ${star} stars have no way`)
        break
      }
    }
  }
  return faults
}

function seatingFaults(regulation: Regulation, entry: LevelRule): string[] {
  const council = entry.council
  if (!council) return []
  const faults: string[] = []
  const known = regulation.departments.map((one) => one.department)
  for (const { department } of [...council.mandatory, ...council.others])
    if (!known.includes(department)) faults.push(`${entry.level}: ${department} sits on the council and is not in departments`)
  const mandatory = new Set(council.mandatory.map((seat) => seat.department))
  if (council.managingBody === 'mandatory')
    for (const { set } of regulation.sets) {
      const managing = managingDepartments({ regulation }, set)
      if (managing.length > 0 && !managing.some((department) => mandatory.has(department))) mandatory.add(managing[0]!)
    }
  // The chair is a leader of the committee and fills no department's seat.
  const least = 1 + mandatory.size
  if (council.size && council.size.min > council.size.max)
    faults.push(`${entry.level}: a council of ${council.size.min} to ${council.size.max}`)
  if (council.size && least > council.size.max)
    faults.push(`${entry.level}: ${least} seats are mandatory, ${council.size.max} members allowed`)
  const { min, max } = council.secretariat
  if (max !== undefined && min > max) faults.push(`${entry.level}: a secretariat of ${min} to ${max}`)
  return faults
}

/** Faults between the packs: intervals that overlap without a transition, days that fall out, transitions that name nothing. */
export function checkTransitions(regulations: readonly Regulation[]): Finding[] {
  const found: Finding[] = []
  const fault = (text: string): void => void found.push({ level: 'fault', text })
  const ids = regulations.map((one) => one.id)
  const byStart = regulations.toSorted((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1))
  for (const [index, one] of byStart.entries()) {
    const before = byStart[index - 1]
    if (before) {
      if (!one.transitions) fault(`${one.id} follows ${before.id} and says nothing of what was under way`)
      if (before.inForce.to === null) fault(`${before.id} has no end and ${one.id} follows`)
      else if (nextDay(before.inForce.to) < one.inForce.from) fault(`no pack between ${before.inForce.to} and ${one.inForce.from}`)
    }
    for (const id of one.transitions?.replaces ?? []) if (!ids.includes(id)) fault(`${one.id} replaces ${id}, which does not exist`)
    for (const rule of one.transitions?.pending ?? []) {
      if (rule.filedBefore !== one.inForce.from) fault(`${one.id}: filedBefore ${rule.filedBefore} is not its first day`)
      if ((rule.days === undefined) !== (rule.finishBy === undefined)) fault(`${one.id}: a limit needs its days and its last day`)
      if (rule.days !== undefined && rule.finishBy !== addDays(one.inForce.from, rule.days))
        fault(`${one.id}: ${rule.days} days from ${one.inForce.from} do not end on ${rule.finishBy}`)
      if (rule.runsUnder === 'packOfFiling' && before && rule.finishBy !== undefined && (before.inForce.to ?? '9999') < rule.finishBy)
        fault(`${before.id} ends before the last day to finish, ${rule.finishBy}`)
    }
    if (one.transitions)
      for (const kind of ['first', 'upgrade', 'renewal'] as const)
        if (one.transitions.pending.filter((rule) => rule.kinds.includes(kind)).length !== 1)
          fault(`${one.id}: ${kind} has no rule or two for what was under way`)
    for (const gap of one.transitions?.gaps ?? []) {
      if (gap.from > gap.to) fault(`${one.id}: a gap from ${gap.from} to ${gap.to}`)
      for (const id of gap.candidates) if (!ids.includes(id)) fault(`${one.id}: a gap names ${id}, which does not exist`)
    }
    for (const duty of one.transitions?.duties ?? []) {
      if (one.levels.some((entry) => entry.level === duty.of)) fault(`${one.id} has a ${duty.of} and passes its duties on`)
      if (!one.levels.some((entry) => entry.level === duty.passTo))
        fault(`${one.id} passes duties to ${duty.passTo}, which it does not have`)
    }
  }
  return found
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const nextDay = (day: string): string => addDays(day, 1)
