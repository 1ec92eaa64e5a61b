/** The content tree of a paper as paragraphs and tables of WordprocessingML. Lengths in points. */
import { PaperError } from './typst.ts'
import { type Paragraph, paragraph, paragraphXml, rule, spacer } from './word-paragraph.ts'
import { type Placed, isInline } from './word-runs.ts'
import { tableXml } from './word-table.ts'
import { points, type Told } from './word-tree.ts'

export type Block = Paragraph | { kind: 'table'; make: (held: boolean) => string }

/** How the sheets of a section lie: the room for text, and the markup that ends the section. */
export type Sheets = { width: number; section: string }

/** The section under way; an annex may lie the other way, `turned`, and what follows it too. */
export type Place = Sheets & { style: Told; place: (picture: Placed) => string; turned: Sheets }

/** Room above and below a ruled table. */
const AROUND_TABLE = 8

/** Programs set lines a hair wider or narrower than Typst: a width that fits just so gets this much more on each side. */
const SLACK = 2

/** Sets a run of nodes one under the other. Throws PaperError for an element Word has no place for: text must never go missing. */
export function flow(nodes: readonly (Told | string)[], at: Place): Block[] {
  const out: Block[] = []
  let line: (Told | string)[] = []
  const endLine = () => {
    if (line.some((node) => typeof node !== 'string' || node.trim() !== '')) out.push(paragraph(at.style, line, at, 0))
    line = []
  }
  for (const node of nodes) {
    if (isInline(node)) line.push(node)
    else if (typeof node !== 'string') {
      endLine()
      addBlock(out, node, at)
    }
  }
  endLine()
  return out
}

function addBlock(out: Block[], node: Told, at: Place): void {
  const { told } = node
  if (node.tag === 'p') out.push(paragraph(node, node.children, at, points(node, 'first')))
  else if (told['gap'] !== undefined) addRoom(out, points(node, 'gap'))
  else if (told['rule'] !== undefined) out.push(rule(node, at.width))
  else if (node.tag === 'table') {
    const around = told['ruled'] === undefined ? 0 : AROUND_TABLE
    const last = out.at(-1)
    if (last?.kind === 'paragraph') last.after = Math.max(last.after, around)
    // Two tables that touch would become one.
    else if (last) out.push(spacer(Math.max(around, 2)))
    // The width of this section, not of whichever the paper ends with.
    const room = at.width
    out.push({ kind: 'table', make: (held) => tableXml(node, room, held, (cell, width) => cellXml(cell, { ...at, width }, held)) })
    if (around > 0) out.push(spacer(around))
  } else if (node.tag === 'section') {
    endSection(out, at)
    if (told['landscape'] !== undefined) Object.assign(at, at.turned)
  } else if (node.tag === 'div') addDivision(out, node, at)
  else if (node.tag === 'ul' || node.tag === 'ol') {
    node.children.forEach((item, index) => {
      const mark = node.tag === 'ul' ? '• ' : `${index + 1}. `
      if (typeof item !== 'string') out.push(paragraph(at.style, [mark, ...item.children], at, 0))
    })
  } else throw new PaperError(`Word has no place for <${node.tag}>`)
}

function addDivision(out: Block[], node: Told, at: Place): void {
  const inner = flow(node.children, node.told['align'] === undefined && node.told['size'] === undefined ? at : { ...at, style: node })
  const above = points(node, 'above')
  const before = out.at(-1)
  if (before?.kind === 'paragraph') before.after = Math.max(before.after, above)
  else if (before) addRoom(out, above)
  const { sticky, together, fill, narrow } = node.told
  inner.forEach((block, index) => {
    const held = sticky !== undefined || (together !== undefined && index < inner.length - 1)
    if (block.kind === 'table') {
      if (held || together !== undefined) inner[index] = { kind: 'table', make: () => block.make(true) }
      return
    }
    block.keepNext ||= held
    block.keepLines ||= together !== undefined || sticky !== undefined
    if (narrow !== undefined) block.left = block.right = Math.max(0, (at.width - points(node, 'narrow')) / 2 - SLACK)
    if (fill !== undefined) block.fill = fill.replace('#', '')
  })
  const last = inner.at(-1)
  if (last?.kind === 'paragraph') last.after = Math.max(last.after, points(node, 'below'))
  if (out.at(-1)?.kind === 'table' && inner[0]?.kind === 'table') out.push(spacer(2))
  out.push(...inner)
}

function addRoom(out: Block[], room: number): void {
  const last = out.at(-1)
  if (last?.kind === 'paragraph') last.after += room
  else if (room > 0) out.push(spacer(room))
}

/** The page set-up of a section stands in its last paragraph. */
function endSection(out: Block[], at: Place): void {
  let last = out.at(-1)
  if (last?.kind !== 'paragraph') {
    last = spacer(1)
    out.push(last)
  }
  last.section = at.section
}

/** Markup of blocks; `held` keeps them on one page with what follows. */
export function blocksXml(blocks: readonly Block[], held: boolean): string {
  return blocks
    .map((block) => (block.kind === 'table' ? block.make(held) : paragraphXml(held ? { ...block, keepNext: true } : block)))
    .join('')
}

/** A cell ends with a paragraph, and the room after it is the cell's own margin. */
function cellXml(cell: Told, at: Place, held: boolean): string {
  const blocks = flow(cell.children, at)
  const last = blocks.at(-1)
  if (last?.kind === 'paragraph') last.after = 0
  else blocks.push(spacer(1))
  return blocksXml(blocks, held)
}
