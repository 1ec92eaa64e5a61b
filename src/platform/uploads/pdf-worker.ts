/**
 * Opens and draws PDFs on a thread of its own: reading one is a computation a hostile file can make endless, and a
 * thread can be ended (pdf-reader.ts does, after its time is up).
 */
import { parentPort } from 'node:worker_threads'

import { createIsomorphicCanvasFactory, getDocumentProxy, renderPageAsImage } from 'unpdf'

export type PdfJob =
  | { kind: 'inspect'; bytes: Uint8Array }
  | { kind: 'render'; bytes: Uint8Array; page: number; width: number; maxPixels: number }

export type PdfAnswer =
  | { ok: true; kind: 'inspect'; pages: number; hasScripts: boolean; hasAttachments: boolean }
  | { ok: true; kind: 'render'; pages: number; png: Uint8Array }
  | { ok: false; fault: 'encrypted' | 'damaged' | 'noSuchPage' }

/** WebP ends at 16,383 pixels a side. */
const TALLEST = 16_000

const canvasImport = () => import('@napi-rs/canvas')

async function answer(job: PdfJob): Promise<PdfAnswer> {
  const CanvasFactory = await createIsomorphicCanvasFactory(canvasImport)
  const pdf = await getDocumentProxy(job.bytes, { CanvasFactory, enableXfa: false, maxImageSize: 120_000_000 })
  try {
    if (job.kind === 'inspect') {
      const hasScripts = (await pdf.hasJSActions()) || (await pdf.getJSActions()) !== null
      const attachments: unknown = await pdf.getAttachments()
      const hasAttachments = attachments instanceof Map ? attachments.size > 0 : Object.keys(attachments ?? {}).length > 0
      await pdf.getPage(1)
      return { ok: true, kind: 'inspect', pages: pdf.numPages, hasScripts, hasAttachments }
    }
    if (job.page < 1 || job.page > pdf.numPages) return { ok: false, fault: 'noSuchPage' }
    const { width, height } = (await pdf.getPage(job.page)).getViewport({ scale: 1 })
    // A page may be a mile long: the drawing is held to a number of pixels whatever its shape.
    const byArea = Math.sqrt((job.maxPixels * width) / height)
    const byHeight = (TALLEST * width) / height
    const drawn = Math.max(1, Math.floor(Math.min(job.width, byArea, byHeight)))
    const png = new Uint8Array(await renderPageAsImage(pdf, job.page, { canvasImport, width: drawn }))
    return { ok: true, kind: 'render', pages: pdf.numPages, png }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

parentPort?.on('message', (job: PdfJob) => {
  void answer(job)
    .catch((error: unknown): PdfAnswer => ({
      ok: false,
      fault: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged',
    }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    .then((result) => parentPort?.postMessage(result))
})
