import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { renderPdf } from './pdf.ts'
import { PaperError } from './typst.ts'

const CREATED = '2026-12-22T03:15:00Z'

/** The plainest template: a heading, a text, no tables. */
const annex = (title: string, text: string) => ({
  letterhead: { body: 'Hội đồng', number: null, place: 'Thanh Hóa', date: 'ngày 05 tháng 02 năm 2026' },
  annexNumber: 'Phụ lục I',
  title,
  attachedTo: '',
  text,
  corrections: [],
  tables: [],
  recipients: [],
  archive: '',
  signature: { capacity: ['CHỦ TỊCH'], name: 'Nguyễn Minh Khôi' },
})

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

test.each([
  '#panic("x")',
  '*đậm* _nghiêng_',
  '$x^2$',
  '<nhãn> @nguồn',
  '// ghi chú /* x */',
  '#import "nd30.typ": *',
  '\\ " \' `mã`',
  '= Tiêu đề - dòng',
])('what a person typed is text and not markup: %s', async (typed) => {
  const text = await textOf(renderPdf('annex', annex('Đính chính', `Tên: ${typed} hết`), CREATED))
  expect(text).toContain(`Tên: ${typed} hết`)
})

test('decomposed letters are composed and control characters dropped', async () => {
  const text = await textOf(renderPdf('annex', annex('Đính chính', `${'Nước mắm'.normalize('NFD')}\u0000\u202e ngon`), CREATED))
  expect(text).toMatch(/Nước mắm\s+ngon/)
})

test('the same data give the same bytes, another moment of creation others', () => {
  const one = renderPdf('annex', annex('Đính chính', 'x'), CREATED)
  renderPdf('annex', annex('Đính chính', 'y'), CREATED)
  expect(Buffer.compare(one, renderPdf('annex', annex('Đính chính', 'x'), CREATED))).toBe(0)
  expect(Buffer.compare(one, renderPdf('annex', annex('Đính chính', 'x'), '2026-12-23T03:15:00Z'))).not.toBe(0)
})

test('the paper is tagged, in Vietnamese, titled, with its fonts inside', async () => {
  const bytes = renderPdf('annex', annex('Đính chính biên bản', 'x'), CREATED)
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toContain('/StructTreeRoot')
  expect(raw).toMatch(/\/Lang\s?\(vi/)
  expect(raw).toContain('Tinos')
  const { info } = await (await getDocumentProxy(bytes)).getMetadata()
  expect(info).toMatchObject({ Title: 'Đính chính biên bản' })
})

test.each(['../package', 'annex.typ', 'no-such-paper', ''])('there is no template %j', (name) => {
  expect(() => renderPdf(name, {}, CREATED)).toThrow(PaperError)
})

test('data a template cannot use are refused with its name', () => {
  expect(() => renderPdf('annex', { title: 'x' }, CREATED)).toThrow(/annex: .*letterhead/)
})

test('a picture that is no picture is refused and leaves the next paper unharmed', () => {
  const data = { ...annex('x', 'y') }
  expect(() => renderPdf('annex', data, CREATED, [{ name: '../x.png', bytes: new Uint8Array() }])).toThrow(PaperError)
  expect(renderPdf('annex', data, CREATED).length).toBeGreaterThan(1000)
})
