// Small honest files for tests.
import sharp from 'sharp'
import { onePagePdf } from '#/platform/uploads/samples.ts'

export async function photoFile(): Promise<{ bytes: Uint8Array; name: string }> {
  const image = sharp({ create: { width: 64, height: 48, channels: 3, background: '#c67a2e' } })
  return { bytes: new Uint8Array(await image.png().toBuffer()), name: 'san-pham.png' }
}

export function fileOf(bytes: Uint8Array, name: string, type = 'application/octet-stream'): File {
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type })
}

export async function photo(): Promise<File> {
  const { bytes, name } = await photoFile()
  return fileOf(bytes, name, 'image/png')
}

export function paperPdf(name = 'giay-chung-nhan.pdf'): File {
  return fileOf(onePagePdf(), name, 'application/pdf')
}
