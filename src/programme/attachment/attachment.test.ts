// Files of a body: the first record that owns attachments. Who may add, read and take away; sent twice; a file of another record.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { newId } from '#/platform/database/id.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { readableAttachment } from '../access/attachments.ts'
import { addBodyPapers, removeBodyPaper } from '../body/body.actions.ts'
import { paperFile, type IncomingFile } from '../document/incoming.ts'
import { addAttachments } from './attachment.actions.ts'
import { attachmentsOf } from './attachment.store.ts'

let services: TestServices
let world: World
let bodyId: string
let papers: IncomingFile[]
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  papers = await Promise.all(
    ['một', 'hai'].map((name, index) => paperFile(onePagePdf('', [`<< /Title (${index}) >>`]), `Quyết định ${name}.pdf`)),
  )
})
afterAll(() => services.close())
beforeEach(async () => {
  bodyId = world.bodies.departments[1]
  await db().deleteFrom('attachment').execute()
})

const add = (person: Person, files = papers.slice(0, 1), caption: unknown = '', id = bodyId) =>
  actAs(world, person, (ctx) => addBodyPapers(ctx, id, files, caption))
const listed = async (id = bodyId) => (await attachmentsOf(db(), 'body', [id])).map(({ fileName, caption }) => [fileName, caption])
const opens = async (person: Person | null, id: string) =>
  (await readableAttachment(db(), person && (await actorOf(world, person)), id)) !== null

describe('adding', () => {
  test('keeps name, size and caption, and writes one entry of the ledger', async () => {
    const [id = ''] = await add('office', papers.slice(0, 1), '  Quyết định   thành lập ')
    expect(await listed()).toEqual([['Quyết định một.pdf', 'Quyết định thành lập']])
    const [line] = await attachmentsOf(db(), 'body', [bodyId])
    expect(line?.size).toBe(papers[0]?.bytes.byteLength)
    const entry = await db().selectFrom('auditEntry').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ verb: 'attachment.added', subjectKind: 'body', subjectId: bodyId })
    expect(entry.payload).toMatchObject({ files: [{ id, fileName: 'Quyết định một.pdf' }] })
    expect((await verifyLedger(db())).faults).toEqual([])
  })

  test('the same file sent twice is one file, also beside a new one', async () => {
    const [first] = await add('office')
    const again = await add('admin', papers)
    expect(again[0]).toBe(first)
    expect(await listed()).toHaveLength(2)
  })

  test.each([
    ['no file', 0],
    ['eleven files', 11],
  ])('%s is refused at the field, and nothing is kept', async (_name, count) => {
    const files = Array.from({ length: count }, () => papers[0] as IncomingFile)
    await expect(add('office', files)).rejects.toMatchObject({ code: 'invalid', fields: { files: expect.anything() } })
    expect(await listed()).toEqual([])
  })

  test('a caption too long is refused, and nothing is kept', async () => {
    await expect(add('office', papers, 'x'.repeat(201))).rejects.toMatchObject({ fields: { caption: expect.anything() } })
    expect(await listed()).toEqual([])
  })

  test('a form that may come without files says so', async () => {
    const owner = { kind: 'body' as const, id: bodyId, authority: '38' }
    expect(await actAs(world, 'office', (ctx) => addAttachments(ctx, owner, [], { least: 0 }))).toEqual([])
  })

  test.each(['leader', 'clerk', 'advisor', 'bodyOfficer'] as const)('%s reads the body and may not add', async (person) => {
    await expect(add(person)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each(['producer', 'communeOfficer', 'otherProvinceOffice', 'seat1'] as const)('%s does not learn of the body', async (person) => {
    await expect(add(person)).rejects.toMatchObject({ code: 'notFound' })
  })

  test.each(['', 'x', newId()])('a body that is not there (%j) is not found', async (id) => {
    await expect(add('office', papers, '', id)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('reading', () => {
  const readers: readonly Person[] = ['office', 'admin', 'leader', 'clerk', 'advisor', 'bodyOfficer']
  test('opens to those of the desk and the body’s own officer, to nobody else', async () => {
    const [id = ''] = await add('office')
    const open: Person[] = []
    for (const person of people) if (await opens(person, id)) open.push(person)
    expect(open.toSorted()).toEqual(readers.toSorted())
    expect(await opens(null, id)).toBe(false)
  })

  test('a body’s officer does not open the papers of another body', async () => {
    const [id = ''] = await add('office', papers, '', world.bodies.departments[2])
    expect(await opens('bodyOfficer', id)).toBe(false)
  })

  test('neither a hash, nor rubbish, nor a kind without a reader opens anything', async () => {
    const [id = ''] = await add('office')
    const { sha256 } = await db().selectFrom('attachment').select('sha256').where('id', '=', id).executeTakeFirstOrThrow()
    for (const wrong of [sha256, '', '../x', newId()]) expect(await opens('office', wrong)).toBe(false)
    for (const kind of ['plan-of-nobody', 'toString', '__proto__']) {
      await db().updateTable('attachment').set({ subjectKind: kind }).execute()
      expect(await opens('office', id)).toBe(false)
    }
  })
})

describe('taking away', () => {
  const remove = (person: Person, attachmentId: unknown, id = bodyId) =>
    actAs(world, person, (ctx) => removeBodyPaper(ctx, id, attachmentId))

  test('marks the row, keeps the bytes, and is done once', async () => {
    const [id = ''] = await add('office')
    await remove('admin', id)
    expect(await listed()).toEqual([])
    expect(await opens('office', id)).toBe(false)
    const row = await db().selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.removedBy).toBe(world.accounts.admin)
    expect(await services.files.exists(row.sha256)).toBe(true)
    await expect(remove('admin', id)).rejects.toMatchObject({ code: 'notFound' })
    // The same file may come back: as a new row.
    expect((await add('office'))[0]).not.toBe(id)
  })

  test('a file of another body is not found under this one', async () => {
    const [id = ''] = await add('office', papers, '', world.bodies.departments[2])
    await expect(remove('office', id)).rejects.toMatchObject({ code: 'notFound' })
    for (const wrong of [undefined, 'x', newId()]) await expect(remove('office', wrong)).rejects.toMatchObject({ code: 'notFound' })
    expect(await listed(world.bodies.departments[2])).toHaveLength(2)
  })

  test('the body’s officer may not', async () => {
    const [id = ''] = await add('office')
    await expect(remove('bodyOfficer', id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
