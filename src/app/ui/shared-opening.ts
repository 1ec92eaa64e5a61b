const MIN_SHARED = 24

/**
 * What `text` adds when it begins with the whole of `before`: the rest without its joining comma or semicolon; null when it does not begin
 * so, adds nothing, or the shared words are too few to be worth a reference. Only words are compared, punctuation at the joint is not.
 */
export function sharedOpening(before: string, text: string): string | null {
  const opening = before
    .normalize('NFC')
    .trim()
    .replace(/[.;,\s]+$/u, '')
  const whole = text.normalize('NFC').trim()
  if (opening.length < MIN_SHARED || !whole.startsWith(opening)) return null
  const tail = whole.slice(opening.length)
  if (!/^[.;,\s]/u.test(tail)) return null
  const rest = tail.replace(/^[.;,\s]+/u, '')
  return rest === '' ? null : rest.charAt(0).toLocaleLowerCase('vi') + rest.slice(1)
}
