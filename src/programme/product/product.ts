// What a product is: name, description, set, packs. Pure.
import type { Regulation } from '#/regulation/regulation.schema.ts'
import { Fields, type Typed } from '../fields.ts'

export type PackInput = { name: unknown; netContent: unknown; barcode: unknown }
export type ProductInput = Typed<'name' | 'description' | 'setNo'> & { packs?: readonly PackInput[] }
export type ProductPack = { name: string; netContent: string; barcode: string | null }
export type Product = { name: string; description: string; setNo: number | null; packs: ProductPack[] }

export const MAX_PACKS = 20
export const MAX_PHOTOS = 10

/** GTIN-8, -12, -13, -14 with its check digit; spaces and dashes may be typed. Null when it is none. */
export function readBarcode(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return null
  const body = [...digits].slice(0, -1).reverse()
  const sum = body.reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1)) ? digits : null
}

/** Reads a typed product. Rows of packs left wholly empty are no packs. Throws `invalid` by field (`packs.0.barcode`). */
export function readProduct(input: ProductInput, regulation: Regulation): Product {
  const fields = new Fields<string>(input as Typed<string>)
  const name = fields.text('name', {
    max: 200,
    required: { vi: 'Nhập tên sản phẩm như trên nhãn.', en: 'Enter the product’s name as on its label.' },
  })
  const description = fields.text('description', { max: 5000, multiline: true })
  const setText = fields.text('setNo', { max: 3 })
  const set = regulation.sets.find((one) => String(one.set) === setText)
  if (setText !== '' && !set)
    fields.say('setNo', { vi: 'Không có bộ sản phẩm này trong quy định.', en: 'The regulation has no such product set.' })
  const given = input.packs ?? []
  if (given.length > MAX_PACKS) fields.say('packs', { vi: `Nhiều nhất ${MAX_PACKS} quy cách.`, en: `At most ${MAX_PACKS} packs.` })
  const packs = given.slice(0, MAX_PACKS).flatMap((pack, index) => {
    const row = new Fields<'name' | 'netContent' | 'barcode'>(pack)
    const packName = row.text('name', { max: 120 })
    const netContent = row.text('netContent', { max: 60 })
    const barcodeText = row.text('barcode', { max: 20 })
    if (packName === '' && netContent === '' && barcodeText === '') return []
    if (packName === '')
      row.say('name', { vi: 'Ghi loại bao gói, ví dụ: Chai thủy tinh.', en: 'Say what the pack is, such as “glass bottle”.' })
    const barcode = barcodeText === '' ? null : readBarcode(barcodeText)
    if (barcodeText !== '' && barcode === null)
      row.say('barcode', {
        vi: 'Mã vạch có 8, 12, 13 hoặc 14 chữ số và chữ số kiểm tra đúng.',
        en: 'A barcode has 8, 12, 13 or 14 digits with a right check digit.',
      })
    for (const [field, problem] of Object.entries(row.problems)) fields.say(`packs.${index}.${field}`, problem)
    return [{ name: packName, netContent, barcode }]
  })
  fields.done()
  return { name, description, setNo: set?.set ?? null, packs }
}
