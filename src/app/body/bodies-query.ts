// What the list of bodies is asked for, read from its address.
import { bodyKinds } from '#/programme/body/body.ts'
import type { BodyQuery } from '#/programme/body/body.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50

export function bodiesQuery(params: URLSearchParams): BodyQuery {
  const kind = bodyKinds.find((one) => one === params.get('loai')) ?? null
  return { search: wordsAsked(params), kind, page: pageAsked(params), perPage: PER_PAGE }
}
