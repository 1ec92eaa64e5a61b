// What is printed the evening before in case the network fails: items the reader may know, each with its empty sheet. No mark of anybody is read.
import type { Db } from '#/platform/database/open.ts'
import type { Regulations } from '../regulations.ts'
import type { AgendaView } from './agenda.view.ts'
import { itemFacts } from './council.store.ts'
import { formOfItem } from './sheet.store.ts'
import { offeredOptions } from '#/regulation/form.ts'

export type BlankSheet = {
  ordinal: number
  product: string
  producer: string
  setNo: number
  groups: { key: string; title: string; max: number; criteria: { code: string; title: string; points: number[] }[] }[]
}

/** One empty sheet per item this person may know, in agenda order; recused slots are left out altogether. */
export async function blankSheets(db: Db, regulations: Regulations, agenda: AgendaView): Promise<BlankSheet[]> {
  const sheets: BlankSheet[] = []
  for (const slot of agenda.slots) {
    if (slot.kind === 'recused' || slot.withdrawn) continue
    const { form, cases } = await formOfItem(db, regulations, await itemFacts(db, slot.itemId))
    sheets.push({
      ordinal: slot.ordinal,
      product: slot.product,
      producer: slot.producer,
      setNo: slot.setNo,
      groups: form.parts.flatMap((part) =>
        part.groups.map((group) => ({
          key: `${part.code}${group.code}`,
          title: `${part.code}${group.code}. ${group.title}`,
          max: group.max,
          criteria: group.criteria.map((criterion) => ({
            code: criterion.code,
            title: criterion.title,
            points: [...new Set([0, ...offeredOptions(criterion, cases).map(({ option }) => option.points)])].toSorted((a, b) => a - b),
          })),
        })),
      ),
    })
  }
  return sheets
}
