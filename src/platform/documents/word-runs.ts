/** Text with its faces as runs of WordprocessingML. Sizes in points here, in half points in the markup. */
import { PaperError } from './typst.ts'
import { points, type Told } from './word-tree.ts'

export type Face = { size: number; bold: boolean; italic: boolean; colour: string | null }

/** A picture placed in the text: `name` as the template names it, sizes in points. */
export type Placed = { name: string; width: number; height: number; alt: string }

type Piece = { face: Face; xml: string; text?: string }

const INLINE = new Set(['span', 'strong', 'em', 'br', 'sub', 'sup', 'a', 'wbr'])

export function isInline(node: Told | string): boolean {
  return typeof node === 'string' || INLINE.has(node.tag)
}

/** Characters XML 1.0 cannot hold are left out; the rest is escaped for text and attributes alike. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}

/**
 * The runs of one paragraph. `place` gives the markup of a picture. `leader` says whether a row of dots runs to the end of the line, for which the
 * paragraph sets a tab stop. Neighbours of the same face become one run, so that a person edits sentences and not fragments.
 */
export function runsOf(
  nodes: readonly (Told | string)[],
  base: Face,
  place: (picture: Placed) => string,
): { xml: string; leader: boolean } {
  const pieces: Piece[] = []
  let leader = false
  const walk = (list: readonly (Told | string)[], face: Face, stretches: boolean): void => {
    for (const node of list) {
      if (typeof node === 'string') {
        pieces.push({ face, xml: '', text: node })
        continue
      }
      const { told } = node
      if (node.tag === 'br') pieces.push({ face, xml: '<w:br/>' })
      else if (told['blank'] !== undefined)
        pieces.push(told['blank'] === 'fr' || points(node, 'blank') > 8 ? { face, xml: '<w:tab/>' } : { face, xml: '', text: ' ' })
      else if (told['dots'] !== undefined) {
        leader ||= stretches
        pieces.push(stretches ? { face, xml: '<w:tab/>' } : { face, xml: '', text: '………………' })
      } else if (told['picture'] !== undefined) {
        const height = points(node, 'height', 140)
        pieces.push({
          face,
          xml: place({ name: told['picture'], height, width: height * points(node, 'ratio', 1), alt: told['alt'] ?? '' }),
        })
      } else if (isInline(node) || node.tag === 'div' || node.tag === 'p')
        walk(node.children, faceOf(node, face), stretches || told['stretch'] !== undefined)
      else throw new PaperError(`Word has no place for <${node.tag}> within a line`)
    }
  }
  walk(nodes, base, false)
  return { xml: merged(pieces), leader }
}

function faceOf(node: Told, outer: Face): Face {
  if (node.tag === 'strong') return { ...outer, bold: true }
  if (node.tag === 'em') return { ...outer, italic: !outer.italic }
  if (node.tag !== 'span' || node.told['size'] === undefined) return outer
  return {
    size: points(node, 'size', outer.size),
    bold: outer.bold || node.told['bold'] !== undefined,
    italic: outer.italic || node.told['italic'] !== undefined,
    colour: node.told['fill']?.replace('#', '').slice(0, 6) ?? null,
  }
}

function merged(pieces: readonly Piece[]): string {
  let xml = ''
  let current = ''
  let inner = ''
  const flush = () => {
    if (inner !== '') xml += `<w:r>${current}${inner}</w:r>`
    inner = ''
  }
  for (const piece of joinedTexts(pieces)) {
    const face = faceXml(piece.face)
    if (face !== current) flush()
    current = face
    inner += piece.text === undefined ? piece.xml : textXml(piece.text)
  }
  flush()
  return xml
}

/** A blank between two words of one face belongs to them, whatever the blank's own face. */
function joinedTexts(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    if (piece.text !== undefined && before?.text !== undefined && (piece.text.trim() === '' || sameFace(piece.face, before.face)))
      out[out.length - 1] = { ...before, text: before.text + piece.text }
    else out.push(piece)
  }
  return out
}

function sameFace(one: Face, other: Face): boolean {
  return one.size === other.size && one.bold === other.bold && one.italic === other.italic && one.colour === other.colour
}

function textXml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
}

export function faceXml(face: Face): string {
  const half = Math.round(face.size * 2)
  return `<w:rPr>${face.bold ? '<w:b/><w:bCs/>' : ''}${face.italic ? '<w:i/><w:iCs/>' : ''}${face.colour ? `<w:color w:val="${face.colour}"/>` : ''}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr>`
}
