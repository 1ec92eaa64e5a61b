// Facts the papers of commune and province share: who issues, what is written about product, producer and decision.
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import type { Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import type { Snapshot } from '../dossier/snapshot.ts'
import { levelOf } from '../people/authority.ts'
import { bodiesOf, placeOfCommittee } from '../people/bodies.store.ts'
import type { Letterhead, PaperProducer, PaperProduct } from '../paperwork/paper.ts'

export type IssuingBody = { id: string; name: string; parent: string | undefined; place: string }

/** The commune's committee. Throws `commune.noBody` when none is set up: without it there is no register of numbers. */
export async function communeBody(tx: Tx, dossier: { provinceCode: string; unitEra: string; communeCode: string }): Promise<IssuingBody> {
  const row = await tx
    .selectFrom('body')
    .innerJoin('unit', (join) => join.onRef('unit.code', '=', 'body.unitCode').onRef('unit.era', '=', 'body.unitEra'))
    .select(['body.id', 'body.name', 'unit.name as place', 'unit.parentCode'])
    .where('body.provinceCode', '=', dossier.provinceCode)
    .where('body.kind', '=', 'communeCommittee')
    .where('body.unitEra', '=', dossier.unitEra)
    .where('body.unitCode', '=', dossier.communeCode)
    .executeTakeFirst()
  if (!row) throw new AppError('commune.noBody')
  const above = await tx
    .selectFrom('unit')
    .select('fullName')
    .where('era', '=', dossier.unitEra)
    .where('code', '=', row.parentCode ?? dossier.provinceCode)
    .where('level', '=', row.parentCode === null || row.parentCode === dossier.provinceCode ? 'province' : 'district')
    .executeTakeFirst()
  return { id: row.id, name: row.name, place: row.place, parent: above?.fullName }
}

/** The OCOP office of an authority. Throws `commune.noBody` when none is set up. */
export async function officeOf(tx: Tx, authority: string): Promise<IssuingBody> {
  const { committee, office } = await bodiesOf(tx, authority)
  if (!office) throw new AppError('commune.noBody')
  const place = levelOf(authority) === 'central' ? 'Hà Nội' : placeOfCommittee(committee?.name ?? '')
  return { id: office.id, name: office.name, parent: undefined, place }
}

/** Whom a commune asks to assess: the head of the dossier's desk. Throws `commune.noBody` when none is set up. */
export async function committeeOf(tx: Tx, authority: string): Promise<string> {
  const { committee } = await bodiesOf(tx, authority)
  if (!committee) throw new AppError('commune.noBody')
  return committee.name
}

export function letterheadOf(body: IssuingBody, paper: { symbol: string; number: string | null; date: string | null }): Letterhead {
  return { parentBody: body.parent, body: body.name, place: body.place, ...paper }
}

/** "Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ". */
export function paperRegulation(regulation: Regulation): string {
  const day = regulation.issuedOn ? ` ${dateInWords(regulation.issuedOn)}` : ''
  return `Quyết định số ${regulation.number}${day} của Thủ tướng Chính phủ`
}

export function productOfPaper(snapshot: Snapshot): PaperProduct {
  return { name: snapshot.product.name, set: { number: snapshot.set.no, title: snapshot.set.title } }
}

export function producerOfPaper(snapshot: Snapshot): PaperProducer {
  const { name, addressLine, communeName, provinceName: province } = snapshot.producer
  return { name, address: [addressLine, communeName, province].filter((part) => part !== '').join(', ') }
}
