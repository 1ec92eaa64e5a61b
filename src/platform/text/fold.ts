/**
 * Search without accents. People type "nuoc mam", keyboards write "hoà" or "hòa", phones send decomposed text:
 * all of them must meet in one spelling. `fold.sql.ts` is the same function in the database; keep both in step.
 *
 * Only A–Z is lowered: what Vietnamese leaves after the marks are gone is plain ASCII, and the database's own idea of
 * lower case for other letters depends on its collation.
 */

/** Đ, its small letter, and the look-alikes that wrong keyboard layouts produce (Icelandic eth, African d). */
const D_LETTERS = /[đĐðÐƉɖ]/g
const MARKS = /[\u0300-\u036f]/g
const SPACES = /[\t\n\v\f\r \u00a0\u2000-\u200b\u202f\u3000\ufeff]+/g

/** "Nước  MẮM Hoà" → "nuoc mam hoa". Idempotent; leading and trailing spaces go. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(D_LETTERS, 'd')
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(SPACES, ' ')
    .replace(/^ | $/g, '')
}

/** The folded words of a query, at most twelve: a longer query is a pasted paragraph, not a search. */
export function foldedWords(query: string): string[] {
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 12)
}

/**
 * A test for texts already folded: does every word of `query` begin some word of the text?
 * "mam" finds "mam tom" and not "timam"; an empty query matches everything. Made once, used on a whole list.
 */
export function wordMatcher(query: string): (folded: string) => boolean {
  const starts = foldedWords(query).map((word) => ` ${word}`)
  return (folded) => {
    const spaced = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')}`
    return starts.every((start) => spaced.includes(start))
  }
}

/** `wordMatcher` for a single text. */
export function matchesWords(query: string, folded: string): boolean {
  return wordMatcher(query)(folded)
}

/** Escapes `%`, `_` and `\` so that typed text is only text inside a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
