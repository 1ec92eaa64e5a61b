// The address of the register ⇄ what is asked. Pure.
import type { RegisterQuery } from '#/programme/certificate/register.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export type RegisterAsked = Pick<RegisterQuery, 'words' | 'star' | 'sector' | 'commune' | 'state' | 'endsIn' | 'ownOnly' | 'order' | 'page'>

const STATES: readonly RegisterQuery['state'][] = ['valid', 'expired', 'expiring', 'withdrawn', 'replaced']
const ORDERS: readonly RegisterQuery['order'][] = ['newest', 'name', 'ending']

export function readRegister(search: URLSearchParams): RegisterAsked {
  const star = Number(search.get('sao'))
  const commune = wordsAsked(search, 'xa')
  return {
    words: wordsAsked(search),
    star: [3, 4, 5].includes(star) ? star : null,
    sector: wordsAsked(search, 'nhom', 120),
    commune: /^\d{5}$/.test(commune) ? commune : '',
    state: STATES.find((state) => state === search.get('tt')) ?? '',
    endsIn: /^(20|21)\d\d-(0[1-9]|1[0-2])$/.test(search.get('het-han') ?? '') ? (search.get('het-han') ?? '') : '',
    ownOnly: search.get('cap') === 'minh',
    order: ORDERS.find((order) => order === search.get('sx')) ?? 'newest',
    page: pageAsked(search),
  }
}

export function registerAddress(asked: RegisterAsked, change: Partial<RegisterAsked>, path = '/tinh/chung-nhan'): string {
  const next = { ...asked, ...change }
  const search = new URLSearchParams()
  const put = (name: string, value: string) => {
    if (value !== '') search.set(name, value)
  }
  put('q', next.words)
  put('sao', next.star === null ? '' : String(next.star))
  put('nhom', next.sector)
  put('xa', next.commune)
  put('tt', next.state)
  put('het-han', next.endsIn ?? '')
  put('cap', next.ownOnly ? 'minh' : '')
  put('sx', next.order === 'newest' ? '' : next.order)
  put('trang', next.page > 1 ? String(next.page) : '')
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
