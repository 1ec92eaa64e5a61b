// The code behind the QR: random, so it tells neither order nor time, and short enough to read over a phone. Pure but for the bytes handed in.

/** No 0/O, 1/I/L, U/V twins: 30 signs, 16 of them are 78 bits. */
export const VERIFY_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const VERIFY_LENGTH = 16

const CODE = new RegExp(`^[${VERIFY_ALPHABET}]{${VERIFY_LENGTH}}$`)

/** A new code. `randomBytes(n)` gives n random bytes; bytes beyond the last whole multiple of 30 are thrown away, so every sign is as likely. */
export function newVerifyCode(randomBytes: (count: number) => Uint8Array): string {
  let code = ''
  while (code.length < VERIFY_LENGTH) {
    for (const byte of randomBytes(VERIFY_LENGTH * 2)) {
      if (byte >= 240 || code.length === VERIFY_LENGTH) continue
      code += VERIFY_ALPHABET[byte % 30] ?? ''
    }
  }
  return code
}

/** The code in what a person typed or pasted (blanks, dashes, small letters, the whole address); null when there is none. */
export function readVerifyCode(typed: string): string | null {
  if (typed.length > 400) return null
  const tail = /\/c\/([^/?#]+)/i.exec(typed)?.[1] ?? typed
  const code = tail.replace(/[\s\u00a0.·–-]+/g, '').toUpperCase()
  return CODE.test(code) ? code : null
}

/** In groups of four, as it is printed: "7KQM-3RTB-9WXC-2HND". */
export function printedVerifyCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
