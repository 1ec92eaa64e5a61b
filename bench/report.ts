// The figures as a table for people: on the terminal, and between the marks of docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs'

const START = '<!-- figures: written by npm run bench -->'
const END = '<!-- end of figures -->'

export type Section = { title: string; note?: string; head: string[]; rows: string[][] }

export function markdown(sections: readonly Section[]): string {
  return sections
    .map(({ title, note, head, rows }) => {
      const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
      const table = rows.length === 0 ? [] : [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)]
      return [`### ${title}`, '', ...(note === undefined ? [] : [note, '']), ...table].join('\n').trimEnd()
    })
    .join('\n\n')
}

/** Replaces what stands between the marks; everything else in the file is kept. */
export function writeFigures(file: string, text: string): void {
  const before = readFileSync(file, 'utf8')
  const start = before.indexOf(START)
  const end = before.indexOf(END)
  if (start < 0 || end < start) throw new Error(`${file} lacks the marks for figures`)
  writeFileSync(file, `${before.slice(0, start)}${START}\n\n${text}\n\n${before.slice(end)}`)
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
export const oneDecimal = (value: number): string => value.toFixed(1)
export const percent = (share: number): string => `${Math.round(share * 100)} %`
export const milliseconds = (value: number): string => `${value < 100 ? oneDecimal(value) : whole(value)} ms`
