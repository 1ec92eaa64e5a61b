// HTML of the pages the front writes itself. Escaped by construction: text becomes markup only through this file.

/** Markup that may be put into other markup as it is. Only `markup` and `trusted` make it. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Part = string | number | Markup | readonly Part[]

/** A template of markup: every string put into it is escaped, for text and for quoted attributes alike; lists are strung together. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = withoutIndent(strings)
  let text = written[0] ?? ''
  for (let index = 0; index < parts.length; index++) text += textOf(parts[index] ?? '') + (written[index + 1] ?? '')
  return new Markup(text)
}

/** Markup that comes from our own drawings and constants. Never for anything a person typed. */
export const trusted = (text: string): Markup => new Markup(text)

function textOf(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number' || part instanceof Markup) return String(part)
  let text = ''
  for (const one of part) text += textOf(one)
  return text
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : text
}

const read = new WeakMap<TemplateStringsArray, readonly string[]>()

/** The indent of the source says nothing to a browser: read once for each template, it makes a fifth of the bytes. */
function withoutIndent(strings: TemplateStringsArray): readonly string[] {
  let written = read.get(strings)
  if (!written) {
    written = strings.map((string) => string.replace(/\s*\n\s*/g, '\n'))
    read.set(strings, written)
  }
  return written
}
