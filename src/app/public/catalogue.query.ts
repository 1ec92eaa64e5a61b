// The address of the catalogue ⇄ what is asked. Pure; rubbish in an address reads as not asked.
import type { CatalogueOrder } from '#/programme/certificate/catalogue.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export type Asked = { q: string; stars: number[]; sectors: string[]; commune: string; order: CatalogueOrder; page: number }

const ORDERS: Record<string, CatalogueOrder> = { sao: 'star', ten: 'name', moi: 'newest' }
const WORDS = Object.fromEntries(Object.entries(ORDERS).map(([word, order]) => [order, word])) as Record<CatalogueOrder, string>

/** At most 200 signs of words and 400 pages deep: nobody reads further, and a deep offset costs. */
export function readAsked(search: URLSearchParams): Asked {
  return {
    q: wordsAsked(search),
    stars: [...new Set(search.getAll('sao').map(Number))].filter((star) => [3, 4, 5].includes(star)),
    sectors: [...new Set(search.getAll('nhom'))]
      .map((sector) => sector.replaceAll('\0', '').slice(0, 120))
      .filter((sector) => sector !== '')
      .slice(0, 10),
    commune: /^\d{5}$/.test(search.get('xa') ?? '') ? (search.get('xa') ?? '') : '',
    order: ORDERS[search.get('sx') ?? ''] ?? 'star',
    page: pageAsked(search, 400),
  }
}

/** The address of the catalogue with some of it changed; a change other than of the page goes back to the first page. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}): string {
  const next = { ...asked, page: 1, ...change }
  const search = new URLSearchParams()
  if (next.q !== '') search.set('q', next.q)
  for (const star of next.stars) search.append('sao', String(star))
  for (const sector of next.sectors) search.append('nhom', sector)
  if (next.commune !== '') search.set('xa', next.commune)
  if (next.order !== 'star') search.set('sx', WORDS[next.order])
  if (next.page > 1) search.set('trang', String(next.page))
  const text = search.toString()
  return text === '' ? '/danh-muc' : `/danh-muc?${text}`
}

export const orderWord = (order: CatalogueOrder): string => WORDS[order]
