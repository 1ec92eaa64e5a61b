// The QR of a batch, drawn from the code alone without the register: it holds the address and nothing else, so it never changes.
import { qrSvg } from '#/platform/documents/qr.ts'
import { readVerifyCode } from '#/programme/certificate/verify-code.ts'
import { found } from '#/programme/refuse.ts'
import { publicLoader } from '../page.server.ts'

export const loader = publicLoader(async ({ params, services }) => {
  const code = found(readVerifyCode(params['code'] ?? ''))
  return new Response(qrSvg(`${services.config.baseUrl}/lo/${code}`), {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
})
