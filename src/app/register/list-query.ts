// The address of a register's list, read into a query. Rubbish falls back to the whole list.
import type { Description } from '#/programme/register/register.ts'
import type { RecordQuery } from '#/programme/register/register.store.ts'
import { references } from '#/programme/register/register.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

const states: Readonly<Record<string, RecordQuery['state']>> = { het: 'ended', 'tat-ca': 'all' }

/** `q` search · `tinh-trang` open, ended or all · `nam` year · `xep` sort · `trang` page · each choice by its own name · `cua` and `ma`: naming a record. */
export function recordQuery(params: URLSearchParams, register: Description): RecordQuery {
  const choices = register.fields.flatMap((field) => {
    const value = field.filter === undefined ? null : params.get(field.filter)
    return field.kind === 'choice' && value !== null && Object.hasOwn(field.choices, value) ? [[field.column, value] as const] : []
  })
  const year = Number(params.get('nam'))
  const of = references(register).find((field) => field.column === params.get('cua'))
  return {
    search: wordsAsked(params),
    state: states[params.get('tinh-trang') ?? ''] ?? 'open',
    choices: Object.fromEntries(choices),
    year: Number.isInteger(year) && year >= 2015 && year <= 2100 ? year : null,
    sort: register.fields.find((field) => field.sort && field.column === params.get('xep'))?.column ?? null,
    of: of ? { column: of.column, id: params.get('ma') ?? '' } : null,
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
