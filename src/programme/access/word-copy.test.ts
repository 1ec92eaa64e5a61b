import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { concludedDossier } from '../certificate/certificate.fixture.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import { storeDocument } from '../document/document.ts'
import { editableDocuments } from '../document/source.store.ts'
import { renderCertificate } from '../paperwork/certificate.ts'
import { renderCommuneReport } from '../paperwork/commune-papers.ts'
import { certificate, communeReport } from '../paperwork/paper-samples.ts'
import type { Paper } from '../paperwork/paper.ts'
import { loadActor } from '../people/people.store.ts'
import { readableDocument } from './access.ts'
import { readableWord } from './word-copy.ts'

let services: TestServices
let world: World
let letter: string
let dossierId: string
beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
  const one = await concludedDossier(world, { star: 2, pointsStar: 4 })
  dossierId = one.dossierId
  await services.database.db.updateTable('dossier').set({ filedAt: now() }).where('id', '=', dossierId).execute()
  const form = {
    numberKind: 'next',
    reserved: '',
    irregular: '',
    issuedOn: '22/12/2026',
    signerName: 'Nguyễn Minh Khôi',
    signerPost: 'CHÁNH VĂN PHÒNG',
  }
  letter = (await actAs(world, 'office', (ctx) => issueLetter(ctx, one.resultId, { ...form, advice: 'Hoàn thiện nhãn hàng hóa.' })))
    .documentId
})
afterAll(() => services.close())

const now = () => services.clock.now()
const actorOf = (person: Person) => loadActor(services.database.db, world.accounts[person], now())
const wordFor = async (person: Person | null, id: string) => readableWord(services, person && (await actorOf(person)), id, now())
const textOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')

/** Stores a finished paper of the dossier as one of the commune's. */
const stored = (kind: string, file: Paper) =>
  actAs(world, 'communeOfficer', (ctx) =>
    storeDocument(ctx, { authority: '38', kind, subjectKind: 'dossier', subjectId: dossierId, dossierId, title: file.name, file }),
  )

test('an issued letter is had as Word with what was typed into it', async () => {
  const word = await wordFor('office', letter)
  if (word === null || word === 'none') throw new Error('no Word copy')
  expect(word.name).toMatch(/^Thông báo kết quả.*\.docx$/)
  expect(word.open).toBe(false)
  expect(textOf(word.bytes)).toContain('Hoàn thiện nhãn hàng hóa.')
  expect(textOf(word.bytes)).toContain('Nguyễn Minh Khôi')
})

test.each([
  'office',
  'clerk',
  'bodyOfficer',
  'producer',
  'otherProducer',
  'communeOfficer',
  'otherCommuneOfficer',
  'seat3',
  'otherProvinceOffice',
  null,
] as const)('the Word copy opens to %s exactly as the paper does', async (person) => {
  const paper = await readableDocument(services.database.db, person && (await actorOf(person)), letter, now())
  expect((await wordFor(person, letter)) !== null).toBe(paper !== null)
})

test('the stored bytes stay the record: asking for Word changes nothing', async () => {
  const row = () => services.database.db.selectFrom('document').selectAll().where('id', '=', letter).executeTakeFirstOrThrow()
  const before = await row()
  await wordFor('office', letter)
  expect(await row()).toEqual(before)
})

test('photos of the commune go along', async () => {
  const { default: sharp } = await import('sharp')
  const bytes = new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a9' } })
      .webp()
      .toBuffer(),
  )
  const id = await stored('communeReport', renderCommuneReport({ ...communeReport, photos: [{ caption: 'Khu ủ chượp', bytes }] }))
  const word = await wordFor('office', id)
  if (word === null || word === 'none') throw new Error('no Word copy')
  expect(Object.keys(unzipSync(word.bytes))).toContain('word/media/picture1.jpeg')
})

test('a certificate and a paper stored without its data have none, which whoever may read them is told', async () => {
  const sheet = await stored('certificate', renderCertificate(certificate))
  expect(await wordFor('office', sheet)).toBe('none')
  const { name, mediaType, bytes } = renderCommuneReport(communeReport)
  const old = await stored('communeReport', { name, mediaType, bytes })
  expect(await wordFor('office', old)).toBe('none')
  expect(await wordFor('otherProducer', old)).toBeNull()
  expect([...(await editableDocuments(services.database.db, [letter, sheet, old]))]).toEqual([letter])
})

test.each(['', 'x', '00000000-0000-7000-8000-000000000000'])('there is no paper %j', async (id) => {
  expect(await wordFor('office', id)).toBeNull()
})
