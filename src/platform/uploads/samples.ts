/** Small files made on the spot for tests: honest ones and hostile ones. */
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'

const encode = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** A PDF from its objects (1 = catalog, 2 = pages), with a cross-reference table; `trailer` is added to its dictionary. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return latin1(file)
}

const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>'
const BLACK_SQUARE = '<< /Length 21 >>\nstream\n0 g 50 50 100 100 re f\nendstream'

/** One page of 300 × 200 points with a black square; `catalog` is added to the catalog. */
export function onePagePdf(catalog = '', more: readonly string[] = [], trailer = '', page = PAGE): Uint8Array {
  return pdfOf(
    [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, BLACK_SQUARE, ...more],
    trailer,
  )
}

/** The hostile object packed into an object stream, where a plain search does not see it. */
export function packedPdf(object: string): Uint8Array {
  const packed = deflateSync(Buffer.from(`9 0 ${object}`)).toString('latin1')
  return onePagePdf('', [`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`])
}

export function docxOf(extra: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': encode(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': encode('<Relationships/>'),
    'word/document.xml': encode('<w:document>Phương án kinh doanh</w:document>'),
    ...extra,
  })
}

export function xlsxOf(): Uint8Array {
  return zipSync({
    '[Content_Types].xml': encode(
      '<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    '_rels/.rels': encode('<Relationships/>'),
    'xl/workbook.xml': encode('<workbook/>'),
  })
}

/** The head of an ISO media file of the given brand. */
export function isoMedia(brand: string): Uint8Array {
  return latin1(`\u0000\u0000\u0000\u0018ftyp${brand}\u0000\u0000\u0000\u0000${brand}mp42${'\u0000'.repeat(64)}`)
}
