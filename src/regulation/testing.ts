import * as fc from 'fast-check'
import { casesOf, criteriaOf, offeredOptions, type Answers, type CaseChoice } from './form.ts'
import type { Form } from './form.schema.ts'
import { loadPack, type Pack } from './load.ts'

/** The packs the tests read: the law itself, not a sample of it. */
export const current: Pack = await loadPack('qd-26-2026')
export const thresholds = current.regulation.stars

export type FormInCase = { readonly set: number; readonly form: Form; readonly choice: CaseChoice | undefined }

/** Every set and case of a pack. */
export function everyForm(pack: Pack): FormInCase[] {
  return Object.values(pack.forms).flatMap((form): FormInCase[] => {
    const cases = casesOf(form)
    return cases.length === 0 ? [{ set: form.set, form, choice: undefined }] : cases.map((choice) => ({ set: form.set, form, choice }))
  })
}

/** A sheet whose answers, 0 included, are offered under the case. */
export function anySheet(form: Form, choice: CaseChoice | undefined): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(
      criteriaOf(form).map(({ criterion }) => [
        criterion.code,
        fc.constantFrom(0, ...offeredOptions(criterion, choice).map((offered) => offered.number)),
      ]),
    ),
  )
}

/** A form of the pack in force, with its case. */
export const anyForm = fc.constantFrom(...everyForm(current))

/** A form with one sheet of it. */
export const anyFormAndSheet = anyForm.chain((entry) => anySheet(entry.form, entry.choice).map((answers) => ({ ...entry, answers })))
