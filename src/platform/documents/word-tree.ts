/** The tree of a paper's content as Typst tells it (documents/word.typ): its HTML export, which is small, regular and always well formed. */
import { PaperError } from './typst.ts'

/** `told` are the `data-` attributes without their prefix: styles in force, lengths in points. */
export type Told = { tag: string; told: Readonly<Record<string, string>>; children: (Told | string)[] }

const NEVER_CLOSED = new Set(['br', 'meta', 'img', 'hr', 'link', 'wbr'])
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Reads the body of an exported page. Line ends the export adds for readers of its source are left out. Throws PaperError when tags do not match. */
export function readTold(html: string): Told {
  const root: Told = { tag: 'body', told: {}, children: [] }
  const open: Told[] = [root]
  const body = html.slice(html.indexOf('<body>') + '<body>'.length, html.lastIndexOf('</body>'))
  for (const [piece] of body.matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = open.at(-1) ?? root
    if (!piece.startsWith('<')) {
      if (!/^\s*\n\s*$/.test(piece)) parent.children.push(unescaped(piece))
      continue
    }
    if (piece.startsWith('</')) {
      if (open.length < 2 || piece !== `</${parent.tag}>`) throw new PaperError(`the exported tree ends ${parent.tag} with ${piece}`)
      open.pop()
      continue
    }
    const tag = /^<([a-z0-9-]+)/.exec(piece)?.[1] ?? ''
    const told = Object.fromEntries(
      [...piece.matchAll(/ data-([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', unescaped(value ?? '')]),
    )
    const node: Told = { tag, told, children: [] }
    parent.children.push(node)
    if (!NEVER_CLOSED.has(tag)) open.push(node)
  }
  if (open.length !== 1) throw new PaperError('the exported tree is cut off')
  return root
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    },
  )
}

/** A length in points, or `otherwise` when it was not told. */
export function points(node: Told, name: string, otherwise = 0): number {
  const value = Number.parseFloat(node.told[name] ?? '')
  return Number.isFinite(value) ? value : otherwise
}
