/** One paragraph of a paper as WordprocessingML. Lengths are points here, twentieths of a point in the markup. */
import { type Face, type Placed, faceXml, runsOf } from './word-runs.ts'
import { points, type Told } from './word-tree.ts'

export type Paragraph = {
  kind: 'paragraph'
  align: string
  first: number
  hanging: number
  left: number
  right: number
  before: number
  after: number
  /** Multiple of Word's own line, or an exact height for rules and spacers. */
  line: { times: number } | { exactly: number }
  keepNext: boolean
  keepLines: boolean
  ruled: boolean
  fill: string | null
  size: number
  leader: number | null
  /** Page set-up of the section that ends here. */
  section: string
  runs: string
}

/** Lines of Tinos (= Times New Roman) are 1.107 em from ascender to descender; Word's own single line is 1.149 em. */
const TYPST_LINE = 1.107
const WORD_LINE = 1.149
export const twips = (value: number): number => Math.round(value * 20)

const PLAIN: Omit<Paragraph, 'align' | 'line' | 'size' | 'runs'> = {
  kind: 'paragraph',
  first: 0,
  hanging: 0,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  keepNext: false,
  keepLines: false,
  ruled: false,
  fill: null,
  leader: null,
  section: '',
}

/** An empty line of a given height. */
export function spacer(height: number): Paragraph {
  return { ...PLAIN, align: 'left', line: { exactly: Math.max(1, height) }, size: 1, runs: '' }
}

/** A rule of the told length in the middle of the column: an empty line with a border, so that it stays a line in every program. */
export function rule(node: Told, width: number): Paragraph {
  const length = node.told['rule'] === '100%' ? width : Math.min(points(node, 'rule'), width)
  const side = (width - length) / 2
  return { ...spacer(2), left: side, right: side, ruled: true }
}

/** Text in the style told by `style`; `width` is the room of its column, where a row of dots ends. */
export function paragraph(
  style: Told,
  content: readonly (Told | string)[],
  at: { width: number; place: (picture: Placed) => string },
  first: number,
): Paragraph {
  const size = points(style, 'size', 13)
  const base: Face = { size, bold: false, italic: false, colour: null }
  const { xml, leader } = runsOf(content, base, at.place)
  const hanging = points(style, 'hanging')
  return {
    ...PLAIN,
    align: style.told['justify'] !== undefined && (style.told['align'] ?? 'start') === 'start' ? 'both' : alignment(style.told['align']),
    first,
    hanging,
    left: hanging,
    after: points(style, 'spacing'),
    line: { times: (TYPST_LINE + points(style, 'leading') / size) / WORD_LINE },
    size,
    leader: leader ? at.width : null,
    runs: xml,
  }
}

function alignment(told: string | undefined): string {
  return told === 'center' || told === 'right' ? told : told === 'end' ? 'right' : 'left'
}

// The schema fixes the order of these properties; Word refuses a file that does not keep it.
export function paragraphXml(of: Paragraph): string {
  const line =
    'times' in of.line
      ? `w:line="${Math.round(of.line.times * 240)}" w:lineRule="auto"`
      : `w:line="${twips(of.line.exactly)}" w:lineRule="exact"`
  const indent = of.hanging > 0 ? `w:hanging="${twips(of.hanging)}"` : `w:firstLine="${twips(of.first)}"`
  const properties = [
    of.keepNext ? '<w:keepNext/>' : '',
    of.keepLines ? '<w:keepLines/>' : '',
    of.ruled ? '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>' : '',
    of.fill === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${of.fill}"/>`,
    of.leader === null ? '' : `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${twips(of.leader)}"/></w:tabs>`,
    `<w:spacing w:before="${twips(of.before)}" w:after="${twips(of.after)}" ${line}/>`,
    `<w:ind w:left="${twips(of.left)}" w:right="${twips(of.right)}" ${indent}/>`,
    `<w:jc w:val="${of.align}"/>`,
    faceXml({ size: of.size, bold: false, italic: false, colour: null }),
    of.section,
  ]
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${of.runs}</w:p>`
}
