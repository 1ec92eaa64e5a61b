/** PDF papers: the bytes that are the record. */
import { type PaperData, PaperError, type PaperPicture, withTemplate } from './typst.ts'

/**
 * Sets the template `documents/<template>.typ` with `data` and returns a tagged PDF. The same data, pictures and `createdAt` (ISO instant, written
 * into the PDF's properties) give the same bytes. Synchronous: 5–90 ms for a usual paper; whoever sets many in a row awaits something between them,
 * because native memory is only given back when the event loop turns. Throws PaperError when the template refuses the data.
 */
export function renderPdf(template: string, data: PaperData, createdAt: string, pictures: readonly PaperPicture[] = []): Uint8Array {
  const seconds = Math.floor(Date.parse(createdAt) / 1000)
  if (!Number.isFinite(seconds)) throw new PaperError(`createdAt is not an instant: ${createdAt}`)
  return withTemplate(
    template,
    'pdf',
    data,
    pictures,
    (typst, document) => new Uint8Array(typst.pdf(document, { creationTimestamp: seconds })),
  )
}
