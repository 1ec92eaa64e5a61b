// The address of the register ⇄ what is asked. Pure.
import type { RegisterQuery } from '#/programme/certificate/register.store.ts'

export type RegisterAsked = Pick<RegisterQuery, 'words' | 'star' | 'sector' | 'commune' | 'state' | 'order' | 'page'>

const STATES: readonly RegisterQuery['state'][] = ['valid', 'expired', 'expiring', 'withdrawn', 'replaced']
const ORDERS: readonly RegisterQuery['order'][] = ['newest', 'name', 'ending']

export function readRegister(search: URLSearchParams): RegisterAsked {
  const text = (name: string, length: number) => (search.get(name) ?? '').replaceAll('\0', '').slice(0, length).trim()
  const star = Number(search.get('sao'))
  const page = Number(search.get('trang') ?? '1')
  return {
    words: text('q', 200),
    star: [3, 4, 5].includes(star) ? star : null,
    sector: text('nhom', 120),
    commune: /^\d{5}$/.test(text('xa', 5)) ? text('xa', 5) : '',
    state: STATES.find((state) => state === search.get('tt')) ?? '',
    order: ORDERS.find((order) => order === search.get('sx')) ?? 'newest',
    page: Number.isInteger(page) && page >= 1 && page <= 2000 ? page : 1,
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
  put('sx', next.order === 'newest' ? '' : next.order)
  put('trang', next.page > 1 ? String(next.page) : '')
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
