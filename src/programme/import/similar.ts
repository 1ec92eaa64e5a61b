/** How alike two folded texts are, 0 to 1: shared pairs of letters (Dice). Pairs are kept, so that a list compares quickly. */
const kept = new Map<string, Map<string, number>>()

function pairsOf(text: string): Map<string, number> {
  const known = kept.get(text)
  if (known) return known
  const pairs = new Map<string, number>()
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  if (kept.size > 60_000) kept.clear()
  kept.set(text, pairs)
  return pairs
}

export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const total = a.length - 1 + (b.length - 1)
  if (a.length < 2 || b.length < 2) return 0
  // Too different in length to reach any threshold in use.
  if (Math.min(a.length, b.length) * 3 < Math.max(a.length, b.length)) return 0
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0)
  return (2 * shared) / total
}
