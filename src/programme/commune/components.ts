// What a dossier must hold, line by line, as the officer checks it: the pack's components, with mẫu 02's evidence table opened into its rows. Pure.
import { criteriaOf } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import type { Snapshot } from '../dossier/snapshot.ts'

export const verdicts = ['present', 'missing', 'wrong', 'notApplicable'] as const
export type Verdict = (typeof verdicts)[number]

export type ComponentLine = {
  /** The pack's component id, or `evidence:` and the id of a row of mẫu 02's table. */
  code: string
  title: { vi: string; en: string }
  need: 'always' | 'whenApplicable'
  template: string | null
  source: string
  /** Papers of the filed dossier that belong here. */
  paperIds: string[]
  /** Criteria this row of evidence serves, in printed order. */
  criteria: string[]
}

/** The component of the pack that stands for the whole evidence table. */
const TABLE = 'evidencePapers'

/** Lines for one dossier, in the order of the pack. A row already asked as a component of its own is not asked twice. */
export function componentLines(
  regulation: Regulation,
  form: Form,
  snapshot: Pick<Snapshot, 'kind' | 'answers' | 'components' | 'set'>,
): ComponentLine[] {
  const asked = regulation.dossier.components.filter(
    (component) => component.kinds.includes(snapshot.kind) && !(component.exceptSets ?? []).includes(snapshot.set.no),
  )
  const papersOf = (code: string) => snapshot.components.find((one) => one.code === code)?.paperIds ?? []
  return asked.flatMap((component): ComponentLine[] => {
    if (component.id === TABLE && regulation.evidenceRows) {
      return regulation.evidenceRows
        .filter((row) => !asked.some((one) => one.id === row.id))
        .map((row) => {
          const criteria = criteriaOf(form).flatMap(({ criterion }) =>
            (criterion.evidenceRows ?? []).includes(row.row) ? [criterion.code] : [],
          )
          const served = snapshot.answers.filter((answer) => criteria.includes(answer.criterion)).flatMap((answer) => answer.paperIds)
          return {
            code: `evidence:${row.id}`,
            title: row.title,
            need: row.need,
            template: null,
            source: regulation.evidenceRowsSource ?? component.source,
            paperIds: [...new Set([...papersOf(row.id), ...papersOf(`evidence:${row.id}`), ...served])],
            criteria,
          }
        })
    }
    return [
      {
        code: component.id,
        title: component.title,
        need: component.need,
        template: component.template ?? null,
        source: component.source,
        paperIds: papersOf(component.id),
        criteria: [],
      },
    ]
  })
}

/** `keptOn`: set when the verdict was given on an earlier filing and stands because nothing changed. */
export type Check = { component: string; verdict: Verdict; remark: string; keptOn?: Date }

export type CheckTally = { lines: number; checked: number; lacking: string[] }

/** How far the check has come; `lacking` are codes found missing or wrong. A check of a line the pack no longer names is not counted. */
export function tally(lines: readonly ComponentLine[], checks: readonly Check[]): CheckTally {
  const byCode = new Map(checks.map((check) => [check.component, check]))
  const found = lines.flatMap((line) => byCode.get(line.code) ?? [])
  return {
    lines: lines.length,
    checked: found.length,
    lacking: found.filter((check) => check.verdict === 'missing' || check.verdict === 'wrong').map((check) => check.component),
  }
}

/** What the province receives: what the commune adds when it sends the dossier up, then the dossier's own lines. Samples have their own receipt. */
export function provinceLines(
  regulation: Regulation,
  form: Form,
  snapshot: Pick<Snapshot, 'kind' | 'answers' | 'components' | 'set'>,
): ComponentLine[] {
  const own = componentLines(regulation, form, snapshot)
  const added = regulation.dossier.forwarding
    .filter((step) => step.from === 'commune')
    .flatMap((step) => step.components)
    .filter((component) => component.by === 'commune' && component.kinds.includes(snapshot.kind))
    .map((component) => ({
      code: component.id,
      title: component.title,
      need: component.need,
      template: component.template ?? null,
      source: component.source,
      paperIds: [],
      criteria: [],
    }))
  return [...added, ...own]
}

/** How many lines a dossier of this kind and set has, without opening it: for lists. */
export function lineCount(regulation: Regulation, kind: Snapshot['kind'], setNo: number): number {
  const asked = regulation.dossier.components.filter(
    (component) => component.kinds.includes(kind) && !(component.exceptSets ?? []).includes(setNo),
  )
  const rows = (regulation.evidenceRows ?? []).filter((row) => !asked.some((one) => one.id === row.id))
  return asked.reduce((sum, component) => sum + (component.id === TABLE && regulation.evidenceRows ? rows.length : 1), 0)
}
