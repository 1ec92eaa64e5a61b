/** The one Typst compiler: templates are files of `documents/`, everything a person typed reaches them as data, never as markup. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** What may travel to a template. `undefined` values are left out. */
export type PaperData = { readonly [key: string]: unknown }

/** A picture a template may name as `/files/<name>`; bytes are those of a JPEG, PNG, WebP or GIF already checked. */
export type PaperPicture = { readonly name: string; readonly bytes: Uint8Array }

export class PaperError extends Error {
  override name = 'PaperError'
}

const FONTS = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
]

/** The folder of templates. Searched upwards, because the bundled server lies in another folder than this source file. */
function templateFolder(): string {
  const starts = [dirname(fileURLToPath(import.meta.url)), process.cwd()]
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, 'documents', 'nd30.typ'))) return join(folder, 'documents')
      if (folder === parse(folder).root) break
    }
  }
  throw new PaperError('the folder documents/ with the paper templates is missing')
}

let compiler: NodeCompiler | undefined

/** Made once: reading the fonts costs more than setting a page. */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler
  const workspace = templateFolder()
  const require = createRequire(join(workspace, '..', 'package.json'))
  const fontBlobs = FONTS.map((font) => readFileSync(require.resolve(font)))
  compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
  return compiler
}

/** Control characters, bidirectional overrides and code points that are no characters have no place on a paper; names typed on Apple devices come decomposed. */
function printable(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Noncharacter_Code_Point}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
}

/** The data as templates receive them: what can be kept beside the paper and set again. */
export function printableData(data: PaperData): PaperData {
  return JSON.parse(JSON.stringify(data, printable)) as PaperData
}

/**
 * Compiles `documents/<template>.typ` with `data` as pages (`pdf`) or as a tree of its content (`word`) and gives the result to `use`; pictures and
 * what was kept in memory are let go afterwards. Synchronous. Throws PaperError when the template does not exist or refuses the data.
 */
export function withTemplate<Result>(
  template: string,
  target: 'pdf' | 'word',
  data: PaperData,
  pictures: readonly PaperPicture[],
  use: (typst: NodeCompiler, document: NodeTypstDocument, warnings: string[]) => Result,
): Result {
  if (!/^[a-z0-9-]+$/.test(template)) throw new PaperError(`no such template: ${template}`)
  const typst = theCompiler()
  const shadows = pictures.map((picture) => join(templateFolder(), 'files', pictureName(picture.name)))
  try {
    pictures.forEach((picture, index) => typst.mapShadow(shadows[index] ?? '', Buffer.from(picture.bytes)))
    const asked = {
      mainFilePath: join(templateFolder(), `${template}.typ`),
      inputs: { data: JSON.stringify(data, printable), as: target },
    }
    const compiled = target === 'pdf' ? typst.compile(asked) : typst.compileHtml(asked)
    const warned = compiled.takeWarnings()
    const document = compiled.result
    if (!document) throw new PaperError(`${template}: ${messages(typst, compiled.takeDiagnostics())[0] ?? 'failed'}`)
    return use(typst, document, messages(typst, warned))
  } finally {
    for (const shadow of shadows) typst.unmapShadow(shadow)
    // Without this every paper ever set would stay in the compiler's memory.
    typst.evictCache(10)
  }
}

function pictureName(name: string): string {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new PaperError(`not a picture name: ${name}`)
  return name
}

function messages(typst: NodeCompiler, error: ReturnType<ReturnType<NodeCompiler['compile']>['takeDiagnostics']>): string[] {
  const found = error ? (typst.fetchDiagnostics(error) as { message?: string; path?: string; range?: unknown }[]) : []
  return found.map((one) => `${one.message ?? 'failed'} (${one.path ?? ''} ${one.range === null ? '' : JSON.stringify(one.range)})`)
}
