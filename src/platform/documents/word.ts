/**
 * Papers as editable Word, from the same templates as the PDFs: Typst tells the content of the template as a tree (documents/word.typ), which is
 * written here as WordprocessingML. A copy for the office to work on; the PDF's bytes stay the record.
 */
import sharp from 'sharp'
import { type PaperData, PaperError, type PaperPicture, withTemplate } from './typst.ts'
import { blocksXml, flow, type Place } from './word-body.ts'
import { packWord, pictureXml, sectionXml, textWidth, type WordPicture } from './word-package.ts'
import { spacer } from './word-paragraph.ts'
import { points, readTold, type Told } from './word-tree.ts'

/** Warnings the export gives for every document, and for links, which papers print as text. */
const HARMLESS = /^html export is under active development/

/**
 * The .docx of `documents/<template>.typ` with `data`; the same arguments give the same bytes. Throws PaperError when the template refuses the data,
 * holds something Word has no place for (nothing is left out in silence), or is no paper in the layout of NĐ 30/2020.
 */
export async function renderWord(
  template: string,
  data: PaperData,
  createdAt: string,
  pictures: readonly PaperPicture[] = [],
): Promise<Uint8Array> {
  const html = withTemplate(template, 'word', data, pictures, (typst, document, warnings) => {
    const lost = warnings.filter((one) => !HARMLESS.test(one))
    if (lost.length > 0) throw new PaperError(`${template} as Word: ${lost.join('; ')}`)
    const exported = typst.tryHtml(document).result
    if (!exported) throw new PaperError(`${template} as Word: not exported`)
    return { title: exported.title() ?? '', text: exported.html() }
  })
  const [paper] = readTold(html.text).children.filter((one) => typeof one !== 'string')
  if (paper?.tag !== 'section') throw new PaperError(`${template} is not in the layout of official papers`)
  const converted = new Map(await Promise.all(pictures.map(async (one) => [one.name, await forWord(one.bytes)] as const)))
  const used: WordPicture[] = []
  const landscape = paper.told['landscape'] !== undefined
  const demo = paper.told['demo'] !== undefined
  const width = textWidth(landscape)
  const at: Place = {
    width,
    style: paper,
    section: sectionXml(landscape, demo),
    turned: { width: textWidth(true), section: sectionXml(true, demo) },
    place: (picture) => {
      const file = converted.get(picture.name.replace(/^\/?files\//, ''))
      if (!file) throw new PaperError(`${template}: no picture ${picture.name}`)
      used.push(file)
      // Two stand side by side at most: never wider than half the text.
      const scale = Math.min(1, (width / 2 - 17) / picture.width)
      return pictureXml(used.length, picture.width * scale, picture.height * scale, picture.alt)
    },
  }
  const blocks = flow(paper.children, at)
  if (blocks.at(-1)?.kind !== 'paragraph') blocks.push(spacer(1))
  const body = blocksXml(blocks, false) + at.section
  return packWord({ title: html.title, created: new Date(createdAt).toISOString(), size: sizeOf(paper), demo, body, pictures: used })
}

function sizeOf(paper: Told): number {
  return points(paper, 'size', 13)
}

/** Word shows JPEG, PNG and GIF; a WebP picture is drawn anew. */
async function forWord(bytes: Uint8Array): Promise<WordPicture> {
  const { format } = await sharp(bytes).metadata()
  if (format === 'png' || format === 'jpeg' || format === 'gif') return { bytes, extension: format }
  return { bytes: new Uint8Array(await sharp(bytes).jpeg({ quality: 85 }).toBuffer()), extension: 'jpeg' }
}
