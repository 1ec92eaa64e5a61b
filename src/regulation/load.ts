import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Correspondence } from './correspondence.schema.ts'
import type { Form } from './form.schema.ts'
import { sayBoth, regulationMessages } from './regulation.messages.ts'
import type { Regulation } from './regulation.schema.ts'

/** A decision with all its forms, frozen. `hash` is the SHA-256 of the canonical content: rounds and snapshots pin it. */
export type Pack = {
  readonly id: string
  readonly hash: string
  readonly regulation: Regulation
  /** Forms by set number. */
  readonly forms: Readonly<Record<number, Form>>
  /** Set where the gazette's words stand over ours (wording.ts); `hash` above stays that of the rules. */
  readonly wording?: WordingMark
}

/** Which words a pack wears: their hash, where they stand, and the sets they name. */
export type WordingMark = { readonly hash: string; readonly source: string; readonly sets: readonly number[] }

/** A rules file that cannot be read, parsed or validated, or an id/set that does not exist. The message is for people. */
export class RegulationError extends Error {
  override readonly name = 'RegulationError'
}

/** Bump when a schema changes: cached parses of older shapes are then ignored. */
const cacheVersion = 4

const here = path.dirname(fileURLToPath(import.meta.url))

/** The rules/ folder: beside src/ in the checkout, or under the working directory when this file has been bundled elsewhere. */
export function rulesDirectory(): string {
  const beside = path.resolve(here, '../../rules')
  return existsSync(beside) ? beside : path.resolve('rules')
}

/** Ids of the packs in the folder, sorted. */
export function regulationIds(rules = rulesDirectory()): string[] {
  return readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(rules, entry.name, 'regulation.yaml')))
    .map((entry) => entry.name)
    .sort()
}

/**
 * Parsing 26 YAML forms takes half a second; a parse is therefore kept under node_modules/.cache, keyed by the SHA-256 of the file's bytes
 * and the schema's version, so a stale entry cannot be hit. Anything odd with the cache means: parse again.
 */
function cachePath(rules: string, bytes: Buffer, kind: RulesFile): string | undefined {
  const modules = path.resolve(rules, '..', 'node_modules')
  if (!existsSync(modules)) return undefined
  const key = createHash('sha256').update(`${kind}:${cacheVersion}:`).update(bytes).digest('hex')
  return path.join(modules, '.cache', 'ocop-rules', `${key}.json`)
}

type RulesFile = 'form' | 'regulation' | 'correspondence'

async function readRules(rules: string, file: string, kind: RulesFile): Promise<unknown> {
  let bytes: Buffer
  try {
    bytes = readFileSync(path.join(rules, file))
  } catch (error) {
    throw new RegulationError(sayBoth(regulationMessages.unreadableRules, { file, reason: reasonOf(error) }))
  }
  const cached = cachePath(rules, bytes, kind)
  if (cached) {
    try {
      return JSON.parse(readFileSync(cached, 'utf8'))
    } catch {
      // Absent or torn: parse again below.
    }
  }
  const value = await parseRules(bytes.toString('utf8'), file, kind)
  if (cached) keep(cached, value)
  return value
}

async function schemaOf(kind: RulesFile) {
  if (kind === 'form') return (await import('./form.schema.ts')).formSchema
  if (kind === 'correspondence') return (await import('./correspondence.schema.ts')).correspondenceSchema
  return (await import('./regulation.schema.ts')).regulationSchema
}

/** YAML and Zod are imported only here: a warm `score` needs neither. */
async function parseRules(text: string, file: string, kind: RulesFile): Promise<unknown> {
  const { parse } = await import('yaml')
  const schema = await schemaOf(kind)
  let raw: unknown
  try {
    raw = parse(text)
  } catch (error) {
    throw new RegulationError(sayBoth(regulationMessages.unreadableRules, { file, reason: reasonOf(error) }))
  }
  const result = schema.safeParse(raw)
  if (!result.success) {
    const reason = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    throw new RegulationError(sayBoth(regulationMessages.invalidRules, { file, reason }))
  }
  return result.data
}

function keep(file: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(value))
    renameSync(draft, file)
  } catch {
    // A read-only checkout works without the cache.
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Freezes a plain value all the way down and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

/** JSON with sorted keys and no spaces: the same content gives the same text, whatever the YAML's comments or order of keys. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

const forms = new Map<string, Promise<Form>>()
const regulations = new Map<string, Promise<Regulation>>()
const packs = new Map<string, Promise<Pack>>()

/** Keeps a load that worked, forgets one that failed. */
function once<T>(known: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const before = known.get(key)
  if (before) return before
  const loading = load()
  known.set(key, loading)
  loading.catch(() => known.delete(key))
  return loading
}

/** One regulation.yaml, frozen. Throws RegulationError for an unknown id. */
export function loadRegulation(id: string, rules = rulesDirectory()): Promise<Regulation> {
  return once(regulations, `${rules}\n${id}`, async () => {
    const known = regulationIds(rules)
    if (!known.includes(id)) throw new RegulationError(sayBoth(regulationMessages.unknownRegulation, { id, known: known.join(', ') }))
    const regulation = (await readRules(rules, `${id}/regulation.yaml`, 'regulation')) as Regulation
    if (regulation.id !== id) throw new RegulationError(sayBoth(regulationMessages.wrongId, { id, found: regulation.id }))
    return deepFreeze(regulation)
  })
}

/** One form, frozen, without reading the others. Throws RegulationError for an unknown id or set. */
export function loadForm(id: string, set: number, rules = rulesDirectory()): Promise<Form> {
  return once(forms, `${rules}\n${id}\n${set}`, async () => {
    const regulation = await loadRegulation(id, rules)
    if (!regulation.sets.some((entry) => entry.set === set)) {
      const known = regulation.sets.map((entry) => entry.set).join(', ')
      throw new RegulationError(sayBoth(regulationMessages.unknownSet, { id, set: String(set), known }))
    }
    const owner = regulation.formsFrom ?? id
    if (owner !== id) return loadForm(owner, set, rules)
    const file = `${owner}/forms/${String(set).padStart(2, '0')}.yaml`
    const form = (await readRules(rules, file, 'form')) as Form
    if (form.set !== set) throw new RegulationError(sayBoth(regulationMessages.invalidRules, { file, reason: `set: ${form.set} ≠ ${set}` }))
    return deepFreeze(form)
  })
}

/** SHA-256 of the pack's canonical content. Search words of ours are left out: a new synonym is no new law. */
export function contentHash(regulation: Regulation, byNumber: Readonly<Record<number, Form>>): string {
  const law = { ...regulation, sets: regulation.sets.map(({ words: _words, ...entry }) => entry) }
  return createHash('sha256')
    .update(canonicalJson({ regulation: law, forms: byNumber }))
    .digest('hex')
}

/** A whole pack with its content hash, frozen. A correction of a form or of a rule gives another hash; a comment does not. */
export function loadPack(id: string, rules = rulesDirectory()): Promise<Pack> {
  return once(packs, `${rules}\n${id}`, async () => {
    const regulation = await loadRegulation(id, rules)
    const entries = await Promise.all(regulation.sets.map(async ({ set }) => [set, await loadForm(id, set, rules)] as const))
    const byNumber: Record<number, Form> = Object.fromEntries(entries)
    return Object.freeze({ id, hash: contentHash(regulation, byNumber), regulation, forms: Object.freeze(byNumber) })
  })
}

/** Every pack, newest in force first: what start-up reads once. */
export async function loadPacks(rules = rulesDirectory()): Promise<Pack[]> {
  const packs = await Promise.all(regulationIds(rules).map((id) => loadPack(id, rules)))
  return packs.sort((a, b) => (a.regulation.inForce.from < b.regulation.inForce.from ? 1 : -1))
}

/** Every table of rules/correspondence, frozen; none where the folder is absent. */
export async function loadCorrespondences(rules = rulesDirectory()): Promise<Correspondence[]> {
  const folder = path.join(rules, 'correspondence')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const tables = await Promise.all(files.sort().map((file) => readRules(rules, `correspondence/${file}`, 'correspondence')))
  return tables.map((table) => deepFreeze(table as Correspondence))
}

/** The form of a set in a pack; throws RegulationError when the pack has none. */
export function formOf(pack: Pack, set: number): Form {
  const form = Object.hasOwn(pack.forms, set) ? pack.forms[set] : undefined
  if (!form) {
    const known = Object.keys(pack.forms).join(', ')
    throw new RegulationError(sayBoth(regulationMessages.unknownSet, { id: pack.id, set: String(set), known }))
  }
  return form
}
