// What an administrator types on the pages of a version, put into its data. Pure; whether the whole still holds is the dry run's to say.
import { criteriaOf } from '#/regulation/form.ts'
import type { Criterion, Form, Option } from '#/regulation/form.schema.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import { Fields, type Typed } from '../fields.ts'
import { found } from '../refuse.ts'

export type Draft = { readonly regulation: Regulation; readonly forms: Readonly<Record<number, Form>> }

/** Names as the pages use them: `option.0.text`, `part.1.max`, `star.4.from`, `level.2.sendsFrom`. Indexes count from 0 in printed order. */
export type Input = Typed<string>

/** Empty rows a criterion's page offers for new options. */
export const NEW_OPTIONS = 2

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Title, number, id, thresholds of stars, what each level recognises and sends up. Throws `invalid` with every field. */
export function editGeneral(draft: Draft, input: Input): Draft {
  const fields = new Fields<string>(input)
  const { regulation } = draft
  const id = fields.text('id', { max: 40, required: true })
  if (id !== '' && !/^qd-[0-9-]+$/.test(id))
    fields.say('id', { vi: 'Mã có dạng qd-số-năm, ví dụ qd-26-2026.', en: 'The id reads qd-number-year, such as qd-26-2026.' })
  const number = fields.text('number', { max: 100, required: true })
  const title = { vi: fields.text('titleVi', { max: 500, required: true }), en: fields.text('titleEn', { max: 500, required: true }) }
  const stars = regulation.stars.map((entry) => ({
    ...entry,
    from: fields.integer(`star.${entry.star}.from`, { min: 0, max: 100, required: true }) ?? entry.from,
  }))
  const levels = regulation.levels.map((entry, index) => {
    const recognises = fields
      .text(`level.${index}.recognises`, { max: 40 })
      .split(/[\s,;]+/)
      .filter((part) => part !== '')
      .map(Number)
    if (recognises.some((star) => !Number.isInteger(star) || star < 1 || star > 5))
      fields.say(`level.${index}.recognises`, {
        vi: 'Ghi các hạng sao từ 1 đến 5, cách nhau bằng dấu phẩy.',
        en: 'Stars from 1 to 5, with commas.',
      })
    if (!entry.sendsUp) return { ...entry, recognises }
    const from = fields.integer(`level.${index}.sendsFrom`, { min: 0, max: 100, required: true }) ?? entry.sendsUp.from
    const below = fields.integer(`level.${index}.sendsBelow`, { min: 1, max: 101 })
    const { below: _was, ...sendsUp } = entry.sendsUp
    return { ...entry, recognises, sendsUp: { ...sendsUp, from, ...(below === null ? {} : { below }) } }
  })
  fields.done()
  return { ...draft, regulation: { ...regulation, id, number, title, stars, levels } }
}

/** Title, disqualifiers, titles and points of the parts and groups of one form. A title stands in the annex too and is changed there as well. */
export function editForm(draft: Draft, set: number, input: Input): Draft {
  const form = found(draft.forms[set])
  const fields = new Fields<string>(input)
  const title = fields.text('title', { max: 500, required: true })
  const disqualifiers = lines(fields.text('disqualifiers', { max: 20_000, multiline: true }))
  const parts = form.parts.map((part, p) => ({
    ...part,
    title: fields.text(`part.${p}.title`, { max: 500, required: true }),
    max: fields.integer(`part.${p}.max`, { min: 0, max: 100, required: true }) ?? part.max,
    groups: part.groups.map((group, g) => ({
      ...group,
      title: fields.text(`group.${p}.${g}.title`, { max: 1000, required: true }),
      max: fields.integer(`group.${p}.${g}.max`, { min: 0, max: 100, required: true }) ?? group.max,
    })),
  }))
  fields.done()
  const { disqualifiers: _before, ...rest } = form
  const edited: Form = { ...rest, title, parts, ...(disqualifiers.length === 0 ? {} : { disqualifiers }) }
  const sets = draft.regulation.sets.map((entry) => (entry.set === set ? { ...entry, title: { ...entry.title, vi: title } } : entry))
  return { regulation: { ...draft.regulation, sets }, forms: { ...draft.forms, [set]: edited } }
}

/**
 * One criterion: texts, points, star marks, its options. Rows of options: the present ones, then `NEW_OPTIONS` empty ones; a new row counts
 * when it has a text. `option.N.place` sorts them: a new row with place 2 comes before the present second one. Ticking `option.N.drop` leaves one out.
 */
export function editCriterion(draft: Draft, set: number, code: string, input: Input): Draft {
  const form = found(draft.forms[set])
  const { criterion } = found(criteriaOf(form).find((placed) => placed.criterion.code === code))
  const fields = new Fields<string>(input)
  const title = fields.text('title', { max: 2000, required: true })
  const max = fields.integer('max', { min: 0, max: 100, required: true }) ?? criterion.max
  const evidence = fields.text('evidence', { max: 5000, multiline: true })
  const notes = lines(fields.text('notes', { max: 20_000, multiline: true }))
  const minStar = fields.integer('minStar', { min: 2, max: 5 })
  const cases = criterion.cases?.map((entry, index) => ({
    ...entry,
    label: fields.text(`case.${index}.label`, { max: 1000, required: true }),
  }))
  const options = optionsIn(fields, criterion)
  if (options.length === 0)
    fields.say('option.0.text', { vi: 'Tiêu chí cần ít nhất một mức.', en: 'A criterion needs one option at least.' })
  fields.done()
  const { evidence: _evidence, notes: _notes, minStar: _minStar, cases: _cases, ...rest } = criterion
  const edited: Criterion = {
    ...rest,
    title,
    max,
    options,
    ...(minStar === null ? {} : { minStar }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(evidence === '' ? {} : { evidence }),
    ...(cases ? { cases } : {}),
  }
  const parts = form.parts.map((part) => ({
    ...part,
    groups: part.groups.map((group) => ({ ...group, criteria: group.criteria.map((one) => (one.code === code ? edited : one)) })),
  }))
  return { ...draft, forms: { ...draft.forms, [set]: { ...form, parts } } }
}

function optionsIn(fields: Fields<string>, criterion: Criterion): Option[] {
  const rows: { place: number; isNew: boolean; option: Option }[] = []
  for (let index = 0; index < criterion.options.length + NEW_OPTIONS; index++) {
    const before = criterion.options[index]
    const at = (name: string): string => `option.${index}.${name}`
    if (before && fields.yesNo(at('drop')) === true) continue
    const text = fields.text(at('text'), { max: 5000, multiline: true, required: before !== undefined })
    if (text === '' && !before) continue
    const points = fields.integer(at('points'), { min: 0, max: 100, required: true })
    const minStar = fields.integer(at('minStar'), { min: 2, max: 5 })
    const place = fields.integer(at('place'), { min: 1, max: 100 }) ?? index + 1
    const inCase = criterion.cases ? fields.integer(at('case'), { min: 1, max: 20, required: true }) : null
    const { minStar: _was, case: _case, ...rest } = before ?? { points: 0, text: '' }
    const option: Option = {
      ...rest,
      text,
      points: points ?? 0,
      ...(minStar === null ? {} : { minStar }),
      ...(inCase === null ? {} : { case: inCase }),
    }
    rows.push({ place, isNew: before === undefined, option })
  }
  return rows.toSorted((a, b) => a.place - b.place || Number(b.isNew) - Number(a.isNew)).map((row) => row.option)
}
