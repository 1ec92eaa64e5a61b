/**
 * Letters the program sends. A letter only says that something waits and links to a page: no personal data, no scores, no
 * reasons, and nothing that counts happens by following the link.
 */
export type Letter = { to: string; subject: string; text: string }

/** Sends one letter; throws when it could not be handed over, and the job that sends it tries again. */
export type Mailer = { send(letter: Letter): Promise<void> }

const ADDRESS = /^[^\s@<>,;:"\\()[\]]+@[^\s@<>,;:"\\()[\]]+$/

/** One plain address. A list, a display name or a line break in it would be a way to write to others. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text)
}

function encodedWord(text: string): string {
  // Header lines are ASCII; Vietnamese goes in as base64 words of at most 75 characters, cut between letters.
  const words: string[] = []
  let word = ''
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > 42) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  words.push(word)
  return words.map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

function headerText(text: string): string {
  // eslint-disable-next-line no-control-regex -- a control character in a header would start another header
  const oneLine = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  return /^[\u0020-\u007e]*$/.test(oneLine) && oneLine.length <= 60 ? oneLine : encodedWord(oneLine)
}

/**
 * The letter as an internet message (RFC 5322, UTF-8 in base64). Throws TypeError for an address that is not one plain
 * address.
 */
export function messageOf(letter: Letter, from: string, sentAt: Date, id: string): string {
  for (const address of [letter.to, from])
    if (!isMailAddress(address)) throw new TypeError(`not a mail address: ${JSON.stringify(address)}`)
  const body = Buffer.from(letter.text.replace(/\r?\n/g, '\r\n')).toString('base64')
  return [
    `Date: ${sentAt.toUTCString().replace('GMT', '+0000')}`,
    `From: ${from}`,
    `To: ${letter.to}`,
    `Message-ID: <${id}@${from.split('@')[1]}>`,
    `Subject: ${headerText(letter.subject)}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n')
}
