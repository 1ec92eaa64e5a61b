// Counts of the public pages, kept in this process until the register changes, a minute at most (decision 20). Lists and verdicts are
// never kept: they are read every time.
import type { Db } from '#/platform/database/open.ts'
import { foldedWords } from '#/platform/text/fold.ts'
import {
  countByStarAndSector,
  facetsOf,
  programmeFigures,
  registerStamp,
  type CatalogueQuery,
  type Facets,
  type ProgrammeFigures,
  type StarAndSector,
} from './catalogue.store.ts'

/** How long a count may be told on, in milliseconds: what the register's stamp cannot see is seen after this. */
const LONGEST = 60_000
/** Different questions kept; the first asked gives way. */
const QUESTIONS = 500

type Kept<T> = { stamp: string; countedAt: number; value: Promise<T> }

export class KeptCounts<T> {
  readonly #kept = new Map<string, Kept<T>>()

  /** The count kept for this question while the stamp is the same and it is under a minute old; readers who come together share one count. */
  of(question: string, stamp: string, now: Date, count: () => Promise<T>): Promise<T> {
    const at = now.getTime()
    const kept = this.#kept.get(question)
    if (kept && kept.stamp === stamp && at >= kept.countedAt && at - kept.countedAt < LONGEST) return kept.value
    const value = count()
    this.#kept.delete(question)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= QUESTIONS && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(question, { stamp, countedAt: at, value })
    value.catch(() => this.#kept.delete(question))
    return value
  }
}

const counts = new WeakMap<Db, { sectors: KeptCounts<StarAndSector[]>; figures: KeptCounts<ProgrammeFigures> }>()

function countsOf(db: Db) {
  const kept = counts.get(db) ?? { sectors: new KeptCounts<StarAndSector[]>(), figures: new KeptCounts<ProgrammeFigures>() }
  counts.set(db, kept)
  return kept
}

/** `catalogueFacets`, counted once for a question. */
export async function keptFacets(db: Db, query: CatalogueQuery, now: Date): Promise<Facets> {
  const { provinceCode, today, words, namedCommunes, communes } = query
  const question = JSON.stringify([provinceCode, today, foldedWords(words).toSorted(), namedCommunes, communes])
  const stamp = await registerStamp(db, provinceCode)
  return facetsOf(await countsOf(db).sectors.of(question, stamp, now, () => countByStarAndSector(db, query)), query)
}

/** `programmeFigures`, counted once for a day. */
export async function keptFigures(db: Db, provinceCode: string, today: string, now: Date): Promise<ProgrammeFigures> {
  const stamp = await registerStamp(db, provinceCode)
  return countsOf(db).figures.of(`${provinceCode} ${today}`, stamp, now, () => programmeFigures(db, provinceCode, today))
}
