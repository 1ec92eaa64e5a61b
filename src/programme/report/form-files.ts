// The report forms that come with the program, read and checked once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { contentFaults, formContentSchema, reportKinds, type FormContent, type ReportKind } from './form.ts'

const folder = join(import.meta.dirname, '../../../plans/report-forms')

const fileSchema = formContentSchema.extend({ kind: z.enum(reportKinds), title: z.string().min(1).max(300) })

export type ShippedForm = { id: string; kind: ReportKind; title: string; content: FormContent }

/** Reads one form. Throws an Error that names the file and every fault. */
export function readFormFile(id: string, text: string): ShippedForm {
  const read = fileSchema.safeParse(parse(text))
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${id}.yaml: ${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const { kind, title, ...content } = read.data
  const faults = contentFaults(content)
  if (faults.length > 0) throw new Error(faults.map((fault) => `${id}.yaml: ${fault}`).join('\n'))
  return { id, kind, title, content }
}

let kept: ShippedForm[] | null = null

/** All of them, in the order of the kinds. */
export function shippedForms(): ShippedForm[] {
  kept ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFormFile(name.slice(0, -'.yaml'.length), readFileSync(join(folder, name), 'utf8')))
    .toSorted((a, b) => reportKinds.indexOf(a.kind) - reportKinds.indexOf(b.kind))
  return kept
}
