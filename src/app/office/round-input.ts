import type { RoundInput } from '#/programme/round/round.actions.ts'
import { textOf } from '../commune/check-input.ts'

export function readRoundForm(form: FormData): RoundInput {
  return {
    year: textOf(form, 'year'),
    ordinal: textOf(form, 'ordinal'),
    name: textOf(form, 'name'),
    opensOn: textOf(form, 'opensOn'),
    proposalsDueOn: textOf(form, 'proposalsDueOn'),
    closesOn: textOf(form, 'closesOn'),
    note: textOf(form, 'note'),
  }
}
