import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { renderAdvisoryReport } from './advisory-report.ts'
import { renderAnnex } from './annex.ts'
import { renderCertificate } from './certificate.ts'
import { renderCommuneProposal, renderCommuneReport, renderSampleHandover, renderSupplementRequest } from './commune-papers.ts'
import { renderCouncilDecision } from './council-decision.ts'
import { renderFilingReceipt } from './filing-receipt.ts'
import { furtherPapers } from './further-samples.ts'
import { renderMemberSheet } from './member-sheet.ts'
import { renderMinutes } from './minutes.ts'
import * as sample from './paper-samples.ts'
import { type Paper, wordCopy } from './paper.ts'
import { renderProofSheet } from './proof-sheet.ts'
import { renderRegistrationSlip } from './registration-slip.ts'
import { renderMinistrySubmission, renderRecognitionDecision, renderResultLetter } from './result-papers.ts'
import { renderSelfAssessment } from './self-assessment.ts'
import { renderSummaryTable } from './summary-table.ts'

/** One of each paper; for those whose facts come from many tables, what the template receives. */
const papers: readonly (readonly [string, () => Paper])[] = [
  ['registration-slip', () => renderRegistrationSlip(sample.registrationSlip)],
  ['self-assessment', () => renderSelfAssessment(sample.selfAssessment)],
  ['filing-receipt', () => renderFilingReceipt(sample.filingReceipt)],
  ['commune-report', () => renderCommuneReport(sample.communeReport)],
  ['advisory-report', () => renderAdvisoryReport(sample.advisoryReport)],
  ['commune-proposal', () => renderCommuneProposal(sample.communeProposal)],
  ['supplement-request', () => renderSupplementRequest(sample.supplementRequest)],
  ['sample-handover', () => renderSampleHandover(sample.sampleHandover)],
  ['council-decision', () => renderCouncilDecision(sample.councilDecision)],
  ['member-sheet', () => renderMemberSheet(sample.memberSheet)],
  ['summary-table', () => renderSummaryTable(sample.summaryTable)],
  ['minutes', () => renderMinutes(sample.minutes)],
  ['proof-sheet', () => renderProofSheet(sample.proofSheet)],
  ['recognition-decision', () => renderRecognitionDecision(sample.recognitionDecision)],
  ['result-letter', () => renderResultLetter(sample.resultLetter)],
  ['ministry-submission', () => renderMinistrySubmission(sample.ministrySubmission)],
  ['annex', () => renderAnnex(sample.annex)],
  ...furtherPapers,
]

/** Letters and digits alone: blanks, dots to write on, drawn stars and ticks stand for themselves in one of the two. */
const bare = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

/** Text of the pages in the order it was set, without the page number in the head and the mark in the foot. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes.slice())
  let text = ''
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const height = page.view[3] as number
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item)) continue
      const y = item.transform[5] as number
      if (y < height - 56 && y > 50) text += item.str
    }
  }
  return bare(text)
}

type Word = {
  parts: Record<string, Uint8Array>
  part: (name: string) => string
  document: string
  text: string
  heads: string[]
  rows: string[]
}

function opened(bytes: Uint8Array): Word {
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const document = part('word/document.xml')
  const rows = document.match(/<w:tr>.*?<\/w:tr>/g) ?? []
  return {
    parts,
    part,
    document,
    text: textOf(document),
    heads: rows.filter((row) => row.includes('<w:tblHeader/>')).map(textOf),
    rows: rows.map(textOf),
  }
}

function textOf(xml: string): string {
  const runs = [...xml.matchAll(/<w:t[ >][^<]*/g)].map(([run]) => run.slice(run.indexOf('>') + 1))
  return bare(runs.join('').replace(/&(amp|lt|gt|quot);/g, ' '))
}

/** Pages repeat the head of a table that goes on; Word does so by itself. Returns the text without the repetitions. */
function withoutRepeatedHeads(pages: string, word: Word): string {
  let out = ''
  for (let at = 0; at < pages.length;) {
    const repeated = pages[at] === word.text[out.length] ? undefined : word.heads.find((one) => pages.startsWith(one, at))
    if (repeated) at += repeated.length
    else out += pages[at++]
  }
  return out
}

/** A row cut by the end of a page is set cell by cell on each: the same letters in another order, which the row as Word holds it stands for. */
function withRowsWhole(text: string, word: Word): string {
  const letters = (of: string) => Array.from(of).toSorted().join('')
  let from = 0
  let out = text
  for (const row of word.rows) {
    from = word.text.indexOf(row, from)
    const cut = out.slice(from, from + row.length)
    if (cut !== row && letters(cut) === letters(row)) out = out.slice(0, from) + row + out.slice(from + row.length)
  }
  return out
}

async function wordOf(render: () => Paper): Promise<{ paper: Paper; word: Word }> {
  const paper = render()
  if (!paper.source) throw new Error(`${paper.name} has no source`)
  const made = await wordCopy(paper.source, paper.name)
  expect(made.name).toBe(paper.name.replace(/\.pdf$/, '.docx'))
  return { paper, word: opened(made.bytes) }
}

/** Every tag closed in its order. */
function wellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(
      /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, closes: string, tag: string, _attributes: string, alone: string) => {
        if (closes) return open.pop() === tag ? '' : '<'
        if (!alone) open.push(tag)
        return ''
      },
    )
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot);)/.test(rest)
}

describe.each(papers)('%s', (_name, render) => {
  test('says in Word what it says in print, in the same order', async () => {
    const { paper, word } = await wordOf(render)
    expect(word.text).toBe(withRowsWhole(withoutRepeatedHeads(await pdfText(paper.bytes), word), word))
  })

  test('opens: every part is named, joined and well formed', async () => {
    const { word } = await wordOf(render)
    const names = Object.keys(word.parts)
    expect(names[0]).toBe('[Content_Types].xml')
    for (const name of names.filter((one) => /\.(xml|rels)$/.test(one))) expect([name, wellFormed(word.part(name))]).toEqual([name, true])
    for (const [, part] of word.part('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)) expect(names).toContain(part)
    const targets = new Map(
      [...word.part('word/_rels/document.xml.rels').matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(([, id, target]) => [id, target]),
    )
    for (const target of targets.values()) expect(names).toContain(`word/${target}`)
    for (const [, id] of word.document.matchAll(/ r:(?:id|embed)="([^"]+)"/g)) expect([...targets.keys()]).toContain(id)
    // What Word refuses: a cell without a paragraph at its end, tables that touch.
    expect(word.document).not.toMatch(/<\/tcPr><\/w:tc>|<\/w:tbl><\/w:tc>|<\/w:tbl><w:tbl>|<\/w:tbl><w:sectPr/)
  })

  test('is A4 with the margins of NĐ 30/2020, the number in the middle of the head but not on a first page', async () => {
    const { word } = await wordOf(render)
    const sections = word.document.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? []
    expect(sections.length).toBeGreaterThan(0)
    for (const section of sections) {
      expect(section).toMatch(/<w:pgSz w:w="(11906" w:h="16838"|16838" w:h="11906" w:orient="landscape")\/>/)
      // 20, 15, 20 and 30 mm in twentieths of a point.
      expect(section).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"')
      expect(section).toContain('<w:pgNumType w:start="1"/><w:titlePg/>')
      expect(section).not.toContain('<w:headerReference w:type="first"')
    }
    expect(word.part('word/header1.xml')).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="26"\/>.* PAGE /)
    expect(word.part('word/styles.xml')).toContain('w:ascii="Times New Roman"')
  })
})

test('every paper in the layout of NĐ 30/2020 has a sample above', () => {
  const folder = join(import.meta.dirname, '../../../documents')
  const official = readdirSync(folder).filter(
    (file) => file.endsWith('.typ') && /^#show: official/m.test(readFileSync(join(folder, file), 'utf8')),
  )
  // A stand-in for scanned papers of the demo, never issued.
  const known = [...papers.map(([name]) => `${name}.typ`), 'demo-evidence.typ']
  expect(official.filter((file) => !known.includes(file))).toEqual([])
})

test('the head is a table of two columns without rules, the lists are tables with them, the annex a section of its own', async () => {
  const { word } = await wordOf(() => renderRecognitionDecision(sample.recognitionDecision))
  const tables = word.document.match(/<w:tbl>.*?<\/w:tbl>/g) ?? []
  const [letterhead, foot, list] = tables
  expect(tables.length).toBe(3)
  expect(letterhead?.match(/<w:gridCol /g)).toHaveLength(2)
  expect(letterhead).not.toContain('tblBorders')
  expect(textOf(letterhead ?? '')).toContain('CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM')
  expect(foot).not.toContain('tblBorders')
  expect(textOf(foot ?? '')).toMatch(/^Nơinhận.*KTCHỦTỊCHPHÓCHỦTỊCHNguyễnMinhKhôi$/)
  expect(list).toContain('<w:insideV w:val="single"')
  expect(list?.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(word.document.match(/<w:sectPr>/g)).toHaveLength(2)
})

test('a sentence is one run, so that it is edited as one', async () => {
  const { word } = await wordOf(() => renderRecognitionDecision(sample.recognitionDecision))
  expect(word.document).toMatch(
    /<w:t xml:space="preserve">Giấy chứng nhận có giá trị 36 tháng kể từ ngày cấp, đến hết ngày 22\/12\/2029\.<\/w:t>/,
  )
})

test('what a person typed is text in Word too, without letters XML cannot hold', async () => {
  const typed = '</w:t><w:p/> &amp; "#panic" \u0000\uffff\ud800 *đậm* <b>'
  const { word } = await wordOf(() => renderAnnex({ ...sample.annex, text: typed }))
  expect(word.document).toContain('&lt;/w:t&gt;&lt;w:p/&gt; &amp;amp; &quot;#panic&quot;')
  expect(word.document).toContain('*đậm* &lt;b&gt;')
  expect(wellFormed(word.document)).toBe(true)
})

test('photos go along, a WebP drawn anew because Word shows none', async () => {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a9' } })
  const photos = [
    { caption: 'Khu ủ chượp', bytes: new Uint8Array(await picture.clone().png().toBuffer()) },
    { caption: 'Nhà đóng chai', bytes: new Uint8Array(await picture.clone().webp().toBuffer()) },
  ]
  const { word } = await wordOf(() => renderCommuneReport({ ...sample.communeReport, photos }))
  expect(Object.keys(word.parts).filter((name) => name.startsWith('word/media/'))).toEqual([
    'word/media/picture1.png',
    'word/media/picture2.jpeg',
  ])
  expect(word.document.match(/<w:drawing>/g)).toHaveLength(2)
  expect(word.document).toContain('descr="Nhà đóng chai"')
  // 4 : 3 as taken, never wider than half the text.
  const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(word.document) ?? []
  expect(Number(cx) / Number(cy)).toBeCloseTo(4 / 3, 2)
})

test('the same paper gives the same bytes', async () => {
  const { source, name } = renderResultLetter(sample.resultLetter)
  if (!source) throw new Error('no source')
  expect(Buffer.compare((await wordCopy(source, name)).bytes, (await wordCopy(source, name)).bytes)).toBe(0)
})

test('a certificate is nothing to edit', () => {
  expect(renderCertificate(sample.certificate).source).toBeUndefined()
})
