// Finds the product set by everyday words, accents or not: "nuoc mam" → set 9. Words come from the pack (titles, groups, sectors, `words`).
import { fold, foldedWords } from '#/platform/text/fold.ts'
import type { Pack } from '#/regulation/load.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'

export type ProductSet = Regulation['sets'][number]
export type FoundSet = { set: ProductSet; score: number }

type Indexed = { set: ProductSet; title: string; words: string[]; group: string; sector: string }
const indexes = new WeakMap<Regulation, Indexed[]>()

function indexOf(regulation: Regulation): Indexed[] {
  const known = indexes.get(regulation)
  if (known) return known
  const index = regulation.sets.map((set) => ({
    set,
    title: fold(`${set.title.vi} ${set.annexTitle ?? ''} ${set.title.en}`),
    words: (set.words ?? []).map(fold),
    group: fold(`${set.group.vi} ${set.group.en}`),
    sector: fold(`${set.sector.vi} ${set.sector.en}`),
  }))
  indexes.set(regulation, index)
  return index
}

function containsPhrase(text: string, phrase: string): boolean {
  return ` ${text.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${phrase} `)
}

function containsWord(text: string, word: string): boolean {
  return text.split(/[^a-z0-9]+/).some((candidate) => candidate.startsWith(word))
}

/**
 * Ranks the sets for a query: the whole phrase as an everyday word counts most, then a phrase inside the query ("nước mắm cá cơm" holds
 * "nước mắm"; the longer the better), then the title, then single words, then group and sector. A bare number names its set.
 * Every set is returned for an empty query, in printed order.
 */
export function findSets(pack: Pick<Pack, 'regulation'>, query: string, limit = 8): FoundSet[] {
  const index = indexOf(pack.regulation)
  const words = foldedWords(query)
  if (words.length === 0) return index.map(({ set }) => ({ set, score: 0 }))
  const phrase = words.join(' ')
  const asked = /^(?:bo |nhom |set )?(\d{1,2})$/.exec(phrase)?.[1]
  const ranked = index.map(({ set, title, words: everyday, group, sector }) => {
    let score = Number(asked) === set.set ? 1000 : 0
    for (const word of everyday) {
      if (word === phrase) score += 200
      else if (containsPhrase(phrase, word)) score += 60 + word.length * 4
      else if (containsPhrase(word, phrase)) score += 50
    }
    if (containsPhrase(title, phrase)) score += 80
    for (const word of words) {
      if (containsWord(title, word)) score += 8
      if (everyday.some((one) => containsWord(one, word))) score += 5
      if (containsWord(group, word)) score += 3
      if (containsWord(sector, word)) score += 1
    }
    return { set, score }
  })
  const best = Math.max(...ranked.map((one) => one.score))
  return ranked
    .filter((one) => one.score > 0 && one.score >= best / 12)
    .sort((a, b) => b.score - a.score || a.set.set - b.set.set)
    .slice(0, limit)
}

export function setOf(regulation: Regulation, set: number): ProductSet | undefined {
  return regulation.sets.find((one) => one.set === set)
}
