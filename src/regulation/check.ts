import { checkLevels } from './check.levels.ts'
import type { Finding } from './finding.ts'
import { criteriaOf, gatesOf, offeredOptions } from './form.ts'
import type { Criterion, Form } from './form.schema.ts'
import { answersReaching, bestAnswers, caseChoices } from './reachable.ts'
import type { Regulation } from './regulation.schema.ts'
import { totalOf } from './score.ts'

type Plain = Omit<Finding, 'level' | 'set'> & { readonly about?: 'sum' | 'note' }

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

function sumFaults(form: Form, regulation: Regulation): Plain[] {
  const found: Plain[] = []
  for (const part of form.parts) {
    const declared = regulation.partMaxima[part.code]
    // 1048's tourism set and similar forms may state their own maxima; then the form's sum of 100 still binds.
    if (declared === undefined) found.push({ text: `part ${part.code} is not one of the decision's parts` })
    for (const group of part.groups) {
      const sum = group.criteria.reduce((total, criterion) => total + criterion.max, 0)
      if (sum !== group.max) found.push({ text: `group ${group.code}: criteria add up to ${sum}, group says ${group.max}` })
    }
    const sum = part.groups.reduce((total, group) => total + group.max, 0)
    if (sum !== part.max) found.push({ text: `part ${part.code}: groups add up to ${sum}, part says ${part.max}` })
    if (declared !== undefined && declared !== part.max)
      found.push({ text: `part ${part.code}: form says ${part.max}, decision says ${declared}` })
  }
  const best = caseChoices(form).map((choice) => totalOf(form, bestAnswers(form, choice)))
  const most = Math.max(...best)
  if (most !== 100) found.push({ text: `a perfect dossier gives ${most}, not 100` })
  for (const [index, total] of best.entries())
    if (total < most) found.push({ about: 'note', text: `in case ${index + 1} a perfect dossier gives ${total}, not ${most}` })
  return found.map((entry) => ({ about: 'sum', ...entry }))
}

function criterionFaults(form: Form, criterion: Criterion): Plain[] {
  const found: Plain[] = []
  const say = (text: string): void => void found.push({ criterion: criterion.code, text })
  const cases = (criterion.cases ?? []).map((entry) => entry.case)
  const best = Math.max(...criterion.options.map((option) => option.points))
  if (best !== criterion.max)
    found.push({ about: 'sum', criterion: criterion.code, text: `best option gives ${best}, criterion says ${criterion.max}` })
  for (const number of cases.length > 0 ? cases : [undefined]) {
    const points = offeredOptions(criterion, number).map(({ option }) => option.points)
    if (points.some((value, index) => index > 0 && value < (points[index - 1] ?? 0))) say(`options fall: ${points.join(', ')}`)
  }
  for (const option of criterion.options) {
    if (option.case !== undefined && !cases.includes(option.case)) say(`option of case ${option.case}, which is not listed`)
    if (cases.length > 0 && option.case === undefined) say('option without a case in a criterion with cases')
    // A gate inside one case would have to be skipped in the other; no form has one, and the scoring does not provide for it.
    if (option.case !== undefined && option.minStar !== undefined) say('star mark inside a case')
  }
  if (criterion.onlyIf && !criteriaOf(form).some((placed) => placed.criterion.code === criterion.onlyIf?.criterion)) {
    say(`onlyIf names ${criterion.onlyIf.criterion}, which the form does not have`)
  }
  for (const elimination of criterion.eliminations ?? [])
    for (const code of elimination.scope ?? [])
      if (!criteriaOf(form).some((placed) => placed.criterion.code === code)) say(`elimination names ${code}, which the form does not have`)
  return found
}

function gateFaults(form: Form, regulation: Regulation): Plain[] {
  const found: Plain[] = []
  const gates = gatesOf(form)
  if (!regulation.gates.printed && gates.length > 0) found.push({ text: 'the decision prints no star marks, the form has some' })
  for (const { criterion } of criteriaOf(form)) {
    const own = gates.filter((gate) => gate.criterion === criterion.code)
    for (const [index, gate] of own.entries()) {
      const before = own[index - 1]
      if (before && before.star === gate.star) found.push({ criterion: criterion.code, text: `two marks for ${gate.star} stars` })
      else if (before && before.needed >= gate.needed) {
        found.push({
          criterion: criterion.code,
          text: `gate of ${gate.star} stars (${gate.needed}) is not above ${before.star} stars (${before.needed})`,
        })
      }
      if (gate.needed === 0 || !Number.isFinite(gate.needed))
        found.push({ criterion: criterion.code, text: `gate of ${gate.star} stars asks for no points` })
    }
  }
  return found
}

function reachFaults(form: Form, regulation: Regulation): Plain[] {
  const found: Plain[] = []
  for (const choice of caseChoices(form))
    for (const { star } of regulation.stars)
      if (!answersReaching(form, regulation.stars, star, choice)) {
        found.push({ text: `${star} stars cannot be reached${choice === undefined ? '' : ` in case ${JSON.stringify(choice)}`}` })
      }
  return found
}

function referenceFaults(form: Form, regulation: Regulation): Plain[] {
  const found: Plain[] = []
  const rows = regulation.evidenceRows?.map((entry) => entry.row) ?? []
  const own = regulation.formsFrom === undefined
  const topics = new Set<string>()
  for (const { criterion } of criteriaOf(form)) {
    for (const row of criterion.evidenceRows ?? [])
      if (own && !rows.includes(row)) found.push({ criterion: criterion.code, text: `evidence row ${row} is not in the decision's table` })
    if (criterion.topic && topics.has(criterion.topic)) found.push({ criterion: criterion.code, text: `topic ${criterion.topic} twice` })
    if (criterion.topic) topics.add(criterion.topic)
  }
  const opinions = regulation.communeOpinion?.contents.flatMap((content) => content.criteria) ?? []
  const named = opinions.filter((entry) => entry.sets.includes(form.set)).map((entry) => entry.code)
  const marked = criteriaOf(form).flatMap(({ criterion }) => (criterion.communeOpinion ? [criterion.code] : []))
  if (opinions.length > 0 && [...named].sort().join() !== [...marked].sort().join()) {
    found.push({ text: `commune opinion: form marks ${marked.join(', ')}, decision's contents name ${named.join(', ')}` })
  }
  return found
}

/** Structure, sums, gates, references, and whether every star is reachable, for one form. */
export function checkForm(form: Form, regulation: Regulation): Finding[] {
  const repeated = duplicates(criteriaOf(form).map(({ criterion }) => criterion.code))
  const found: Plain[] = [
    ...repeated.map((code) => ({ criterion: code, text: 'code appears twice' })),
    ...sumFaults(form, regulation),
    ...criteriaOf(form).flatMap(({ criterion }) => criterionFaults(form, criterion)),
    ...gateFaults(form, regulation),
    ...referenceFaults(form, regulation),
    ...reachFaults(form, regulation),
  ]
  const levelOf = (about: Plain['about']): Finding['level'] =>
    about === 'note' ? 'anomaly' : about === 'sum' && form.confirmBeforeUse ? 'known' : 'fault'
  const remarks = (form.anomalies ?? []).map((text) => ({ level: 'anomaly' as const, set: form.set, text }))
  return [...found.map(({ about, ...entry }) => ({ level: levelOf(about), set: form.set, ...entry })), ...remarks]
}

/** Faults of regulation.yaml itself: thresholds, path of levels, who recognises which star. */
export function checkRegulation(regulation: Regulation): Finding[] {
  const found: Finding[] = []
  const fault = (text: string): void => void found.push({ level: 'fault', text })
  const stars = [...regulation.stars].sort((a, b) => a.star - b.star)
  if (stars.map((entry) => entry.star).join() !== '1,2,3,4,5') fault('stars are not 1 to 5')
  if (stars[0]?.from !== 0 || stars.some((entry, index) => index > 0 && entry.from <= (stars[index - 1]?.from ?? 0)))
    fault('star thresholds do not rise from 0')
  const path = regulation.levels.map((entry) => entry.level)
  if (duplicates(path).length > 0) fault(`level twice: ${duplicates(path).join(', ')}`)
  for (const [index, entry] of regulation.levels.entries())
    if (entry.sendsUp && entry.sendsUp.to !== path[index + 1])
      fault(`${entry.level} sends to ${entry.sendsUp.to}, the next level is ${path[index + 1] ?? 'none'}`)
  for (const { star } of regulation.stars.filter((entry) => entry.decision)) {
    const by = regulation.levels.filter((entry) => entry.recognises.includes(star))
    if (by.length !== 1) fault(`${star} stars are recognised by ${by.length} levels`)
  }
  const sets = regulation.sets.map((entry) => String(entry.set))
  for (const set of duplicates(sets)) fault(`set ${set} twice`)
  for (const { set } of regulation.missingSets ?? []) {
    if (sets.includes(String(set))) fault(`set ${set} is both listed and missing`)
    found.push({ level: 'anomaly', set, text: 'form missing in the sources' })
  }
  return found
}

/** Everything found in a pack, the decision first, then form by form. */
export function checkPack(pack: { readonly regulation: Regulation; readonly forms: Readonly<Record<number, Form>> }): Finding[] {
  const titles = pack.regulation.sets.flatMap((entry): Finding[] => {
    const form = pack.forms[entry.set]
    if (!form) return [{ level: 'fault', set: entry.set, text: 'no form' }]
    return form.title === entry.title.vi ? [] : [{ level: 'fault', set: entry.set, text: `titled "${entry.title.vi}" and "${form.title}"` }]
  })
  return [
    ...checkRegulation(pack.regulation),
    ...checkLevels(pack.regulation),
    ...titles,
    ...Object.values(pack.forms).flatMap((form) => checkForm(form, pack.regulation)),
  ]
}
