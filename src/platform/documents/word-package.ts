/** The parts of a .docx around its text: page set-up of NĐ 30/2020/NĐ-CP (Phụ lục I), page number, styles, pictures; packed always to the same bytes. */
import { Zip, ZipDeflate } from 'fflate'
import { twips } from './word-paragraph.ts'
import { escaped } from './word-runs.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type WordPicture = { bytes: Uint8Array; extension: 'png' | 'jpeg' | 'gif' }

const MM = 72 / 25.4
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}/relationships"`
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const DEMO = 'DỮ LIỆU TRÌNH DIỄN, không có giá trị pháp lý'

/** Room for text in points: A4 less 30 mm on the left and 15 mm on the right. */
export function textWidth(landscape: boolean): number {
  return ((landscape ? 297 : 210) - 45) * MM
}

/** A4, margins 20/20/30/15 mm; every section counts its own pages and hides the number on its first, as annexes do. */
export function sectionXml(landscape: boolean, demo: boolean): string {
  const [width, height] = landscape ? [16838, 11906] : [11906, 16838]
  const foot = demo ? '<w:footerReference w:type="default" r:id="foot"/><w:footerReference w:type="first" r:id="foot"/>' : ''
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="head"/>${foot}<w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${twips(20 * MM)}" w:right="${twips(15 * MM)}" w:bottom="${twips(20 * MM)}" w:left="${twips(30 * MM)}" w:header="420" w:footer="340" w:gutter="0"/>` +
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
  )
}

/** A picture in the line of text; sizes in points, `index` from 1. */
export function pictureXml(index: number, width: number, height: number, alt: string): string {
  const [cx, cy] = [Math.round(width * 12700), Math.round(height * 12700)]
  const name = escaped(alt)
  return (
    `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${index}" name="Hình ${index}" descr="${name}"/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    `<pic:nvPicPr><pic:cNvPr id="${index}" name="Hình ${index}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture${index}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  )
}

/** Packs the body. `created` is an ISO instant; `size` (points) becomes the size of the Normal style. */
export function packWord(of: {
  title: string
  created: string
  size: number
  demo: boolean
  body: string
  pictures: readonly WordPicture[]
}): Uint8Array {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`
  const override = (part: string, kind: string) => `<Override PartName="/${part}" ContentType="${kind}"/>`
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`
  const pictureName = (index: number) => `media/picture${index + 1}.${of.pictures[index]?.extension ?? 'png'}`
  const parts: [string, string | Uint8Array][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        ['png', 'jpeg', 'gif'].map((one) => `<Default Extension="${one}" ContentType="image/${one}"/>`).join('') +
        override('word/document.xml', type('document.main')) +
        override('word/styles.xml', type('styles')) +
        override('word/settings.xml', type('settings')) +
        override('word/header1.xml', type('header')) +
        (of.demo ? override('word/footer1.xml', type('footer')) : '') +
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
        '</Types>',
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('document', `${OFFICE}/relationships/officeDocument`, 'word/document.xml')}${relation('core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(of.title)}</dc:title><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${escaped(of.created)}</dcterms:created></cp:coreProperties>`,
    ],
    ['word/document.xml', `<w:document ${W}><w:body>${of.body}</w:body></w:document>`],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('styles', `${OFFICE}/relationships/styles`, 'styles.xml')}${relation('settings', `${OFFICE}/relationships/settings`, 'settings.xml')}${relation('head', `${OFFICE}/relationships/header`, 'header1.xml')}${of.demo ? relation('foot', `${OFFICE}/relationships/footer`, 'footer1.xml') : ''}${of.pictures.map((_, index) => relation(`picture${index + 1}`, `${OFFICE}/relationships/image`, pictureName(index))).join('')}</Relationships>`,
    ],
    ['word/styles.xml', stylesXml(of.size)],
    [
      'word/settings.xml',
      `<w:settings ${W}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>`,
    ],
    [
      'word/header1.xml',
      `<w:hdr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${sized(13)}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${sized(13)}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>${sized(13)}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
    ],
    ...(of.demo
      ? [
          [
            'word/footer1.xml',
            `<w:ftr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${sized(9)}<w:t>${DEMO}</w:t></w:r></w:p></w:ftr>`,
          ] as [string, string],
        ]
      : []),
    ...of.pictures.map((picture, index): [string, Uint8Array] => [`word/${pictureName(index)}`, picture.bytes]),
  ]
  return packed(parts)
}

const sized = (size: number): string => `<w:rPr><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`

function stylesXml(size: number): string {
  const half = Math.round(size * 2)
  const font = 'Times New Roman'
  return `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:sz w:val="${half}"/><w:szCs w:val="${half}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>`
}

function packed(parts: readonly [string, string | Uint8Array][]): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, content] of parts) {
    const file = new ZipDeflate(path, { level: 6 })
    // From local parts because the format stores local time: the same bytes in every time zone.
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    file.push(
      typeof content === 'string'
        ? new TextEncoder().encode(path.endsWith('.rels') || path.endsWith('.xml') ? XML + content : content)
        : content,
      true,
    )
  }
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}
