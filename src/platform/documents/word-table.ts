/** Tables and grids of a paper as tables of WordprocessingML: real rows and cells, with or without rules. Lengths in points. */
import { paragraphXml, spacer, twips } from './word-paragraph.ts'
import { points, type Told } from './word-tree.ts'

type Sides = { left: number; right: number; top: number; bottom: number }

const RULE = 'w:val="single" w:sz="4" w:space="0" w:color="595959"'

/**
 * One table. Columns keep their told widths; those with a share divide the rest; those as wide as their content give way when the page is too narrow.
 * `held` keeps it on one page with what follows; `inside` gives the markup of a cell's content for the room it has.
 */
export function tableXml(table: Told, room: number, held: boolean, inside: (cell: Told, width: number) => string): string {
  const gutter = points(table, 'gutter')
  const widths = columnWidths((table.told['columns'] ?? '1fr').split(' '), room, gutter)
  const [left = 0, right = 0, top = 0, bottom = 0] = (table.told['inset'] ?? '').split(' ').map((one) => Number.parseFloat(one) || 0)
  const rows = table.children.flatMap((row) => (typeof row === 'string' ? [] : [row]))
  /** Columns still covered by a cell that began further up. */
  const covered = new Map<number, { rows: number; wide: number; width: number }>()
  const body = rows.map((row, y) => {
    const cells = new Map(row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [[points(cell, 'x'), cell] as const])))
    let markup = ''
    for (let x = 0; x < widths.length;) {
      const cell = cells.get(x)
      const above = covered.get(x)
      if (cell) {
        const wide = points(cell, 'colspan', 1)
        const width = widths.slice(x, x + wide).reduce((sum, one) => sum + one, 0)
        const high = points(cell, 'rowspan', 1)
        if (high > 1) covered.set(x, { rows: high - 1, wide, width })
        const sides = {
          left,
          right: right + (x + wide < widths.length ? gutter : 0),
          top,
          bottom: bottom + (y < rows.length - 1 ? points(table, 'rowgutter') : 0),
        }
        markup += cellXml(cell, { width, wide, merge: high > 1, sides }, inside(cell, width - sides.left - sides.right))
        x += wide
      } else if (above) {
        markup += `<w:tc><w:tcPr><w:tcW w:w="${twips(above.width)}" w:type="dxa"/>${above.wide > 1 ? `<w:gridSpan w:val="${above.wide}"/>` : ''}<w:vMerge/></w:tcPr>${paragraphXml({ ...spacer(1), keepNext: held })}</w:tc>`
        if (--above.rows === 0) covered.delete(x)
        x += above.wide
      } else {
        markup += `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[x] ?? 0)}" w:type="dxa"/></w:tcPr>${paragraphXml({ ...spacer(1), keepNext: held })}</w:tc>`
        x++
      }
    }
    const turned = Math.max(0, ...[...cells.values()].map(turnedLength))
    const properties = `${held ? '<w:cantSplit/>' : ''}${turned > 0 ? `<w:trHeight w:val="${twips(turned + top + bottom)}" w:hRule="atLeast"/>` : ''}${row.told['heading'] === undefined ? '' : '<w:tblHeader/>'}`
    return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${markup}</w:tr>`
  })
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')
  const total = twips(widths.reduce((sum, one) => sum + one, 0))
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${bordersXml(table.told['ruled'])}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
}

function columnWidths(told: readonly string[], room: number, gutter: number): number[] {
  // The gutter belongs to the column on its left, as room inside its cells.
  const own = told.map(
    (one, x) => (one.endsWith('fr') ? 0 : one === '100%' ? room : Number.parseFloat(one)) + (x < told.length - 1 ? gutter : 0),
  )
  const shares = told.map((one) => (one.endsWith('fr') ? Number.parseFloat(one) : 0))
  const allShares = shares.reduce((sum, one) => sum + one, 0)
  const fixed = own.reduce((sum, one) => sum + one, 0)
  // A share never falls below 12 mm; what is missing the other columns give, each in proportion.
  const least = allShares > 0 ? shares.filter((one) => one > 0).length * 34 : 0
  const shrink = fixed + least > room ? (room - least) / fixed : 1
  const rest = Math.max(0, room - fixed * shrink)
  return own.map((one, x) => one * shrink + (allShares === 0 ? 0 : (rest * (shares[x] ?? 0)) / allShares))
}

function cellXml(cell: Told, of: { width: number; wide: number; merge: boolean; sides: Sides }, content: string): string {
  const margin = (['top', 'left', 'bottom', 'right'] as const)
    .map((side) => `<w:${side} w:w="${twips(of.sides[side])}" w:type="dxa"/>`)
    .join('')
  const valign = cell.told['valign'] === 'horizon' ? 'center' : cell.told['valign'] === 'bottom' ? 'bottom' : null
  const properties = [
    `<w:tcW w:w="${twips(of.width)}" w:type="dxa"/>`,
    of.wide > 1 ? `<w:gridSpan w:val="${of.wide}"/>` : '',
    of.merge ? '<w:vMerge w:val="restart"/>' : '',
    cell.told['fill'] === undefined
      ? ''
      : `<w:shd w:val="clear" w:color="auto" w:fill="${cell.told['fill'].replace('#', '').slice(0, 6)}"/>`,
    `<w:tcMar>${margin}</w:tcMar>`,
    turnedLength(cell) > 0 ? '<w:textDirection w:val="btLr"/>' : '',
    valign === null ? '' : `<w:vAlign w:val="${valign}"/>`,
  ]
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${content}</w:tc>`
}

function bordersXml(ruled: string | undefined): string {
  if (ruled === undefined) return ''
  const sides = ruled === 'rows' ? ['top', 'bottom', 'insideH'] : ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  return `<w:tblBorders>${sides.map((side) => `<w:${side} ${RULE}/>`).join('')}</w:tblBorders>`
}

/** Length of text that stands upright in a narrow column, 0 where none does. */
function turnedLength(node: Told | string): number {
  if (typeof node === 'string') return 0
  return Math.max(points(node, 'turned'), ...node.children.map(turnedLength))
}
