// Bad input through the real forms and the API: refused in words people understand, at the field, with the typed text kept and nothing half-written.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '#/platform/clock/clock.ts'
import { docxOf, onePagePdf } from '#/platform/uploads/samples.ts'
import { closedResult } from '#/programme/council/closing.fixture.ts'
import { askCommuneSupplement } from '#/programme/commune/supplement.actions.ts'
import { storedCertificate } from '#/programme/certificate/certificate.fixture.ts'
import { draftDossier, filedDossier, type DraftFixture } from '#/programme/dossier/dossier.fixture.ts'
import { readExcel } from '#/platform/documents/excel.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { decoded, expectRefused, rowCounts } from './bad-input.fixture.ts'
import { openCast, type Answer, type Cast } from './cast.ts'
import { fileOf, paperPdf } from './files.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: World
let cast: Cast
let mine: DraftFixture
let other: DraftFixture

beforeAll(async () => {
  site = await openSite()
  world = await makeWorld(site.services)
  cast = await openCast(site, world)
  mine = await draftDossier(world, { name: 'Nước mắm của tôi' })
  other = await draftDossier(world, { name: 'Mật ong của người khác', person: 'otherProducer' })
}, 60_000)
afterAll(() => site.close())

const db = () => site.services.database.db
const padded = (megabytes: number) => {
  const bytes = new Uint8Array(megabytes * 1024 * 1024)
  bytes.set(onePagePdf())
  return bytes
}
const text = (value: string) => new TextEncoder().encode(value)
const paper = { kind: 'other', title: 'Giấy đã gõ dở', number: '12/GCN' }
const newPaper = (more: Record<string, string | File>) => ({ form: { ...paper, producerId: world.producers.own, ...more } })

describe('files of a wrong kind', () => {
  test.each<[string, () => Uint8Array, string, [string, string]]>([
    [
      'a program named as a PDF',
      () => text(`MZ${'\u0000'.repeat(200)}`),
      'phieu.pdf',
      ['không thuộc loại được nhận ở đây', 'is not one of the kinds'],
    ],
    ['an empty file', () => new Uint8Array(), 'trong.pdf', ['rỗng (0 byte)', 'is empty']],
    ['a file over the limit', () => padded(26), 'to.pdf', ['vượt mức', 'one file may have']],
    [
      'a Word file that unpacks to 64 MB of nothing',
      () => docxOf({ 'word/media/x': new Uint8Array(64 * 1024 * 1024) }),
      'a.docx',
      ['giải nén lớn bất thường', 'unpacks to an abnormal size'],
    ],
    ['a web page named as a photo', () => text('<!doctype html><script>alert(1)</script>'), 'anh.jpg', ['có thể chạy khi mở', 'web page']],
    ['an SVG drawing', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'a.svg', ['có thể chạy khi mở', 'SVG']],
    [
      'a PDF with JavaScript',
      () => onePagePdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
      'a.pdf',
      ['chứa mã lệnh', 'script'],
    ],
  ])(
    '%s',
    async (_case, bytes, name, says) => {
      const visit = newPaper({ files: fileOf(bytes(), name) })
      await expectRefused(site, cast, 'producer', '/kho-giay-to/them', visit, {
        status: 422,
        says,
        field: 'files',
        keeps: [paper.title, paper.number],
      })
    },
    60_000,
  )

  test('a form over 64 MB is refused before it is read', async () => {
    const before = await rowCounts(site)
    const answer = await cast.as('producer', '/kho-giay-to/them', newPaper({ files: fileOf(new Uint8Array(66 * 1024 * 1024), 'to.pdf') }))
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('64 MB')
    expect(await rowCounts(site)).toEqual(before)
  }, 60_000)

  test('the API refuses them at the field too', async () => {
    const visit = { form: { ...paper, file: fileOf(text('<svg onload="x()"/>'), 'a.svg') } }
    await expectRefused(site, cast, 'producer', `/api/v1/producers/${world.producers.own}/papers`, visit, {
      status: 422,
      says: ['có thể chạy khi mở', 'SVG'],
      field: 'file',
    })
  })
})

describe('how accepted files are kept and viewed', () => {
  const upload = async (file: File): Promise<{ fileId: string; fileName: string }> => {
    const answer = await cast.as('producer', '/kho-giay-to/them', newPaper({ files: file }))
    expect(answer.status).toBe(303)
    const paperId = answer.location.split('/').at(-1)?.split('?')[0] ?? ''
    const row = await db().selectFrom('paperFile').select(['id', 'fileName']).where('paperId', '=', paperId).executeTakeFirstOrThrow()
    return { fileId: row.id, fileName: row.fileName }
  }
  const withExif = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Bi-mat-EXIF' }, IFD3: { GPSLatitude: '19/1 44/1 0/1' } })
      .toBuffer()

  test('a product photo is drawn anew: nothing of its EXIF is left', async () => {
    const jpeg = await withExif()
    expect(jpeg.includes('Bi-mat-EXIF')).toBe(true)
    const answer = await cast.as('producer', `/san-pham-cua-toi/${mine.productId}`, {
      form: { deed: 'photos', photos: fileOf(jpeg, 'a.jpg', 'image/jpeg') },
    })
    expect(answer.status).toBe(303)
    const photo = await db().selectFrom('productPhoto').select('id').where('productId', '=', mine.productId).executeTakeFirstOrThrow()
    const shown = await cast.as('producer', `/tep/anh/${photo.id}`)
    expect(shown.headers.get('content-type')).toBe('image/webp')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(shown.bytes).includes('EXIF')).toBe(false)
  })

  test('a paper is a download that can do nothing in the browser; its preview is a picture of our own', async () => {
    const { fileId } = await upload(fileOf(await withExif(), 'anh.jpg', 'image/jpeg'))
    const kept = await cast.as('producer', `/tep/giay-to/${fileId}`)
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(kept.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    const preview = await cast.as('producer', `/tep/giay-to/${fileId}/trang/1.webp`)
    expect(preview.headers.get('content-type')).toBe('image/webp')
    expect(Buffer.from(preview.bytes).includes('EXIF')).toBe(false)
    expect((await cast.as('otherProducer', `/tep/giay-to/${fileId}`)).status).toBe(404)
    expect((await cast.as('otherProducer', `/tep/giay-to/${fileId}/trang/1.webp`)).status).toBe(404)
  })

  test.each([
    ['../../etc/passwd.pdf'],
    ['..\\..\\windows\\win.ini.pdf'],
    [`a\u0000b.pdf`],
    [`${'ă'.repeat(300)}.pdf`],
    ['CON.pdf'],
    ['a"; filename="x.exe.pdf'],
  ])('a file named %j gets a name that is safe everywhere', async (name) => {
    const { fileId, fileName } = await upload(paperPdf(name))
    // eslint-disable-next-line no-control-regex -- a stored name must hold none of these
    expect(fileName).not.toMatch(/[\u0000-\u001f/\\":<>|?*]/)
    expect(fileName).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
    expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255)
    expect(fileName.endsWith('.pdf')).toBe(true)
    const sent = await cast.as('producer', `/tep/giay-to/${fileId}`)
    expect(sent.status).toBe(200)
    expect(sent.headers.get('content-disposition')).not.toMatch(/\.exe"/)
  })
})

describe('the same thing twice', () => {
  test('two tabs on one answer: the second is told, keeps its words, and the first stays', async () => {
    const path = `/ho-so/${mine.dossierId}/tieu-chi/1.1`
    const version = (await answerRow('1.1'))?.version ?? 0
    const first = await cast.as('producer', path, { form: { option: '1', description: 'Lời của thẻ thứ nhất', _version: String(version) } })
    expect(first.status).toBe(303)
    await expectRefused(
      site,
      cast,
      'producer',
      path,
      { form: { option: '2', description: 'Lời của thẻ thứ hai', _version: String(version) } },
      { status: 409, says: ['đã được sửa ở nơi khác', 'changed elsewhere'], keeps: ['Lời của thẻ thứ hai'] },
    )
    expect(await answerRow('1.1')).toMatchObject({ option: 1, description: 'Lời của thẻ thứ nhất' })
  })

  test('two presses on “file” at the same moment make one submission; the loser is told', async () => {
    const { dossierId } = await draftDossier(world, { name: 'Nộp hai lần' })
    const press = () => cast.as('producer', `/ho-so/${dossierId}/kiem-tra`, { form: { declared: '1', seen: seenOf } })
    const page = await cast.as('producer', `/ho-so/${dossierId}/kiem-tra`)
    const seenOf = /name="seen" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const statuses = (await Promise.all([press(), press()])).map((answer) => answer.status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([303, 409])
    expect((await press()).status).toBe(409)
    const rows = await db().selectFrom('dossierSubmission').select('id').where('dossierId', '=', dossierId).execute()
    expect(rows).toHaveLength(1)
  }, 60_000)
})

describe('an upload cut in the middle', () => {
  const bytes = onePagePdf()
  const start = async () => {
    const made = await cast.as('producer', '/tai-len', { json: { name: 'quet.pdf', size: bytes.byteLength } })
    return (JSON.parse(made.text) as { id: string }).id
  }
  const piece = (id: string, offset: number, part: Uint8Array, who: 'producer' | 'otherProducer' = 'producer') =>
    cast.as(who, `/tai-len/${id}`, { method: 'PUT', raw: part, headers: { 'upload-offset': String(offset) } })

  test('goes on from where it stopped and becomes the paper', async () => {
    const id = await start()
    expect((await piece(id, 0, bytes.subarray(0, 300))).status).toBe(200)
    const before = await rowCounts(site)
    await expectRefused(site, cast, 'producer', '/kho-giay-to/them', newPaper({ files: `upload:${id}` }), {
      status: 422,
      says: ['chưa gửi xong', 'not finished'],
      field: 'files',
      keeps: [paper.title],
    })
    expect(await rowCounts(site)).toEqual(before)
    const asked = await cast.as('producer', `/tai-len/${id}`, { method: 'HEAD' })
    expect(asked.headers.get('upload-offset')).toBe('300')
    const repeated = await piece(id, 0, bytes.subarray(0, 300))
    expect([repeated.status, JSON.parse(repeated.text)]).toEqual([409, { offset: 300 }])
    expect((await piece(id, 300, bytes.subarray(300), 'otherProducer')).status).toBe(404)
    expect((await piece(id, 300, bytes.subarray(300))).status).toBe(200)
    const made = await cast.as('producer', '/kho-giay-to/them', newPaper({ files: `upload:${id}` }))
    expect(made.status).toBe(303)
  })

  test('of another person is nobody’s', async () => {
    const id = await start()
    await piece(id, 0, bytes)
    await expectRefused(
      site,
      cast,
      'otherProducer',
      '/kho-giay-to/them',
      { form: { ...paper, producerId: world.producers.other, files: `upload:${id}` } },
      { status: 422, says: ['Chọn lại tệp', 'Choose the file again'], field: 'files' },
    )
  })
})

describe('what the browser makes up', () => {
  const noLevel: [string, string] = ['không có mức đã gửi lên', 'no such level']

  test('a total, points or a star sent along change nothing on a page and are refused by name in the API', async () => {
    const version = (await answerRow('1.2'))?.version ?? 0
    const points = async () =>
      (JSON.parse((await cast.as('producer', `/api/v1/dossiers/${mine.dossierId}/points`)).text) as { total: number }).total
    const sent = {
      option: String((await answerRow('1.2'))?.option ?? 0),
      description: '',
      total: '100',
      points: '99',
      star: '5',
      _version: String(version),
    }
    const before = await points()
    expect((await cast.as('producer', `/ho-so/${mine.dossierId}/tieu-chi/1.2`, { form: sent })).status).toBe(303)
    expect(await points()).toBe(before)
    await expectRefused(
      site,
      cast,
      'producer',
      `/api/v1/dossiers/${mine.dossierId}/answers/1.2`,
      { method: 'PUT', json: { option: 1, version: version + 1, total: 100 } },
      { status: 422, says: ['điểm và hạng sao do hệ thống tính', 'points and stars are computed here'], field: 'total' },
    )
  })

  test.each<[string, [string, string]]>([
    ['99', noLevel],
    ['-1', noLevel],
    ['1.5', noLevel],
    ['abc', noLevel],
    ['1; drop table dossier', ['Dài quá 4 ký tự', 'Longer than 4 characters']],
  ])('an option %j that does not exist', async (option, says) => {
    const version = String((await answerRow('2.1'))?.version ?? 0)
    await expectRefused(
      site,
      cast,
      'producer',
      `/ho-so/${mine.dossierId}/tieu-chi/2.1`,
      { form: { option, description: 'Lời đã gõ', _version: version } },
      { status: 422, says, field: 'option', keeps: ['Lời đã gõ'] },
    )
  })

  test('a criterion that does not exist is not found', async () => {
    expect((await cast.as('producer', `/ho-so/${mine.dossierId}/tieu-chi/9.99`, { form: { option: '1', _version: '0' } })).status).toBe(404)
  })
})

describe('what belongs to others', () => {
  const nothingChanges = async (calls: readonly (() => Promise<Answer>)[]) => {
    const before = await rowCounts(site)
    for (const call of calls) {
      const answer = await call()
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain('Mật ong của người khác')
    }
    expect(await rowCounts(site)).toEqual(before)
  }

  test('another producer’s dossier, product, paper and file are not found, by page, API or hash', async () => {
    const file = await db()
      .selectFrom('paperFile')
      .select(['id', 'sha256', 'paperId'])
      .where('paperId', 'in', other.paperIds)
      .executeTakeFirstOrThrow()
    await nothingChanges(
      [
        `/ho-so/${other.dossierId}`,
        `/ho-so/${other.dossierId}/tieu-chi/1.1`,
        `/san-pham-cua-toi/${other.productId}`,
        `/kho-giay-to/${file.paperId}`,
        `/tep/giay-to/${file.id}`,
        `/tep/giay-to/${file.sha256}`,
        `/api/v1/dossiers/${other.dossierId}`,
        `/api/v1/files/papers/${file.id}`,
        `/api/v1/files/papers/${file.sha256}`,
      ].map((path) => () => cast.as('producer', path)),
    )
  })

  test('an id of another owner inside an allowed request is not found, and nothing of it is taken', async () => {
    const [theirPaper = ''] = other.paperIds
    const [myPaper = ''] = mine.paperIds
    const theirFile = await db().selectFrom('paperFile').select('id').where('paperId', '=', theirPaper).executeTakeFirstOrThrow()
    await nothingChanges([
      () => cast.as('producer', `/ho-so/${mine.dossierId}/tieu-chi/1.1/kho`, { form: { papers: theirPaper } }),
      () => cast.as('producer', `/ho-so/${mine.dossierId}/tieu-chi/1.1/kho`, { form: { papers: [myPaper, theirPaper] } }),
      () => cast.as('producer', '/kho-giay-to/them', { form: { ...paper, producerId: world.producers.other } }),
      () => cast.as('producer', '/san-pham-cua-toi/them', { form: { name: 'X', producerId: world.producers.other } }),
      () => cast.as('producer', `/kho-giay-to/${myPaper}`, { form: { deed: `removeFile:${theirFile.id}` } }),
      () => cast.as('producer', `/api/v1/dossiers/${mine.dossierId}/evidence/1.1/${theirPaper}`, { method: 'PUT' }),
      () => cast.as('producer', `/api/v1/papers/${myPaper}/files/${theirFile.id}`, { method: 'DELETE' }),
    ])
  })

  test('ids that are no ids are not found, whatever they hold', async () => {
    const rubbish = ['1', "' or 1=1 --", '%00', '../../etc/passwd', 'ő'.repeat(50)].map(encodeURIComponent)
    for (const id of rubbish)
      for (const path of [`/ho-so/${id}`, `/kho-giay-to/${id}`, `/api/v1/dossiers/${id}`, `/tep/giay-to/${id}`, `/tep/van-ban/${id}`])
        expect([path, (await cast.as('producer', path)).status]).toEqual([path, 404])
  })
})

describe('too late', () => {
  test('the day passes while the form is open: refused with the date, what was written stays; the second before midnight it would have passed', async () => {
    const { dossierId } = await filedDossier(world, { name: 'Bổ sung muộn' })
    await actAs(world, 'communeOfficer', (ctx) =>
      askCommuneSupplement(ctx, dossierId, {
        items: [{ targetKind: 'general', target: '', ask: 'Bổ sung ảnh.' }],
        dueOn: '21/09/2026',
        reason: 'Thiếu.',
      }),
    )
    const item = await db()
      .selectFrom('supplementItem')
      .innerJoin('supplementRequest', 'supplementRequest.id', 'supplementItem.requestId')
      .select('supplementItem.id')
      .where('supplementRequest.dossierId', '=', dossierId)
      .executeTakeFirstOrThrow()
    await cast.as('producer', `/ho-so/${dossierId}/bo-sung`, { form: { itemId: item.id, answer: 'Câu trả lời đã gõ' } })
    const page = await cast.as('producer', `/ho-so/${dossierId}/kiem-tra`)
    const seen = /name="seen" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    expect(seen).not.toBe('')
    const { clock } = site.services
    site.services.clock = fixedClock('2026-09-21T17:00:01Z')
    try {
      const press = { form: { declared: '1', seen } }
      await expectRefused(site, cast, 'producer', `/ho-so/${dossierId}/kiem-tra`, press, {
        status: 409,
        says: ['21/09/2026', '21/09/2026'],
      })
      expect(decoded((await cast.as('producer', `/ho-so/${dossierId}/bo-sung`)).text)).toContain('Câu trả lời đã gõ')
    } finally {
      site.services.clock = clock
    }
    expect((await cast.as('producer', `/ho-so/${dossierId}/kiem-tra`, { form: { declared: '1', seen } })).status).toBe(303)
  }, 60_000)

  test('a member’s sheet after closing', async () => {
    const closed = await closedResult(world, { dossier: { name: 'Đã chốt' } })
    const before = await rowCounts(site)
    const save = { form: { 'c.1.1': '1', 'n.1.1': 'Sửa sau khi chốt', _version: '1' } }
    const page = await cast.as('member', `/hoi-dong/muc/${closed.itemId}`, save)
    expect([403, 409]).toContain(page.status)
    const api = await cast.as('member', `/api/v1/items/${closed.itemId}/sheet`, {
      method: 'PUT',
      json: { answers: { '1.1': { option: 1 } }, version: 1 },
    })
    expect([403, 409]).toContain(api.status)
    expect(await rowCounts(site)).toEqual(before)
  }, 60_000)
})

describe('certificate codes', () => {
  test.each([
    'ABCDEFGH23456789',
    'x',
    "'; drop table certificate; --",
    '<script>alert(1)</script>',
    '%00%00',
    'A'.repeat(500),
    '../healthz',
  ])('%j is unknown, as a page and as JSON, and is never run', async (code) => {
    const path = `/c/${encodeURIComponent(code)}`
    const page = await cast.as('stranger', path)
    expect(page.status).toBe(404)
    expect(page.text).not.toContain('<script>alert')
    const json = await cast.as('stranger', path, { headers: { accept: 'application/json' } })
    expect([json.status, (JSON.parse(json.text) as { status: string }).status]).toEqual([404, 'unknown'])
    const english = await cast.as('stranger', `${path}?lang=en`)
    expect(english.text).toMatch(/<html[^>]*lang="en"/)
  })

  test('a code that was used before says that it was replaced', async () => {
    const { verifyCode } = await storedCertificate(world, { productName: 'Mã cũ', state: 'replaced' })
    const page = await cast.as('stranger', `/c/${verifyCode}?lang=en`)
    expect(page.status).toBe(200)
    expect(page.text).toMatch(/replaced/i)
  })
})

describe('text that would like to be something else', () => {
  const nasty = [`=cmd|'/c calc'!A1`, `'); drop table product; --`, '<script>alert(1)</script>', '<img src=x onerror=alert(1)>']

  test.each(nasty)('%s is kept and shown as text in every field', async (typed) => {
    const product = await cast.as('producer', '/san-pham-cua-toi/them', {
      form: {
        producerId: world.producers.own,
        name: typed,
        description: typed,
        'packs.0.name': typed,
        'packs.0.netContent': typed.slice(0, 50),
        'packs.0.barcode': '',
      },
    })
    expect(product.status).toBe(303)
    const productId = /san-pham-cua-toi\/([0-9a-f-]{36})/.exec(product.location)?.[1] ?? ''
    expect(
      (await db().selectFrom('product').select(['name', 'description']).where('id', '=', productId).executeTakeFirstOrThrow()).name,
    ).toBe(typed)
    const made = await cast.as('producer', '/kho-giay-to/them', {
      form: { kind: 'other', producerId: world.producers.own, title: typed, number: typed, issuer: typed, holder: typed, scope: typed },
    })
    expect(made.status).toBe(303)
    for (const path of [`/san-pham-cua-toi/${productId}`, made.location, '/san-pham-cua-toi', '/kho-giay-to']) {
      const page = await cast.as('producer', path)
      expect(page.status).toBe(200)
      expect(decoded(page.text)).toContain(typed)
      if (typed.startsWith('<')) expect(page.text).not.toContain(typed)
    }
    expect((await cast.as('producer', `/san-pham-cua-toi?q=${encodeURIComponent(typed)}`)).status).toBe(200)
  })

  test('exports neutralise a formula: CSV cells are quoted, Excel cells are text', async () => {
    const formula = `=cmd|'/c calc'!A1`
    await filedDossier(world, { name: formula })
    const csv = await cast.as('officer', '/xa/hop-viec.csv')
    expect(csv.status).toBe(200)
    expect(csv.text).toContain("'=cmd")
    expect(csv.text).not.toMatch(/(^|[,;"\t])=cmd/m)
    const book = await cast.as('office', '/tinh/ho-so.xlsx')
    expect(book.status).toBe(200)
    expect((await readExcel(book.bytes)).flatMap((sheet) => sheet.rows.flat()).filter((cell) => String(cell).includes('=cmd'))).not.toEqual(
      [],
    )
  })
})

describe('dates that do not exist', () => {
  test.each(['31/02/2026', '2026-02-31', '29/02/2025', '00/13/2026', 'hôm qua'])('%s', async (date) => {
    const vi = /^\d{2}\/\d{2}/.test(date) ? 'ngày' : 'Ngày'
    await expectRefused(site, cast, 'producer', '/kho-giay-to/them', newPaper({ issuedOn: date }), {
      status: 422,
      says: [vi, 'day'],
      field: 'issuedOn',
      keeps: [date, paper.title],
    })
  })
})

async function answerRow(criterion: string) {
  return db()
    .selectFrom('dossierAnswer')
    .selectAll()
    .where('dossierId', '=', mine.dossierId)
    .where('criterion', '=', criterion)
    .executeTakeFirst()
}
