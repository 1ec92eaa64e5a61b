// Stored bytes as an answer: never sniffed, never run; PDFs and pictures open, everything else is a download.
const SHOWN = /^(application\/pdf|image\/(png|jpeg|webp))$/

export function fileResponse(content: BodyInit, file: { name: string; mediaType: string; download?: boolean }): Response {
  const shown = SHOWN.test(file.mediaType) && !file.download
  return new Response(content, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
