// What several pages of ideas read.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { producersOf } from '#/programme/people/actor.ts'
import type { SignedInPage } from '../page.server.ts'

/** Sets of the pack in force, and the own products, as choices. */
export async function ideaChoices(page: SignedInPage) {
  const { regulation } = page.services.regulations.forDay(plainDateOf(page.now))
  const products = await page.db
    .selectFrom('product')
    .select(['id', 'name'])
    .where('producerId', 'in', producersOf(page.actor))
    .orderBy('name')
    .limit(300)
    .execute()
  return {
    sets: regulation.sets.map((set) => ({ value: String(set.set), label: `${set.set}. ${set.title[page.lang]}` })),
    products: products.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export function setTitleOf(page: SignedInPage, idea: { setNo: number | null; regulationId: string }): string {
  const set = page.services.regulations.get(idea.regulationId).regulation.sets.find((one) => one.set === idea.setNo)
  return set ? `${set.set}. ${set.title[page.lang]}` : ''
}
