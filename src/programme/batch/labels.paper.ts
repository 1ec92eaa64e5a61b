// Labels to print and stick: the QR that opens the batch, and what a person compares with the thing in hand.
import { renderPdf } from '#/platform/documents/pdf.ts'
import { qrSvg } from '#/platform/documents/qr.ts'
import { printableData } from '#/platform/documents/typst.ts'
import { formatDate } from '#/platform/text/format.ts'
import { printedVerifyCode } from '../certificate/verify-code.ts'
import { shelfWords, type ShelfKind } from './batch.ts'

type Labelled = {
  code: string
  number: string
  product: string
  producer: string
  producedOn: string
  shelf: ShelfKind | null
  lastsTo: string | null
}

/** One A4 sheet of 24 labels. */
export function batchLabels(batch: Labelled, baseUrl: string, createdAt: Date): Uint8Array {
  const address = `${baseUrl}/lo/${batch.code}`
  const data = printableData({
    product: batch.product,
    producer: batch.producer,
    number: batch.number,
    producedOn: formatDate(batch.producedOn),
    lasts: batch.shelf === null || batch.lastsTo === null ? '' : `${shelfWords[batch.shelf].vi}: ${formatDate(batch.lastsTo)}`,
    code: printedVerifyCode(batch.code),
    address,
    qrSvg: qrSvg(address),
  })
  return renderPdf('batch-labels', data, createdAt.toISOString(), [])
}
