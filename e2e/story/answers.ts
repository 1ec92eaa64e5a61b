// Set 9 (tương, nước mắm): the levels the producer claims, by number as printed. 77 points, every minimum of four stars met, none of five.
export const SET = 9

/** Left out: criteria the page proposes an answer for (3.1, 3.2, 3.3), which the producer confirms. */
export const claimed: Readonly<Record<string, number>> = {
  '1.1': 3,
  '1.2': 3,
  '1.3': 2,
  '1.4': 3,
  '1.5': 2,
  '1.6': 2,
  '2.1': 4,
  '2.2': 4,
  '2.3': 3,
  '2.4': 1,
  '3.4': 2,
  '3.5': 2,
  '4.1': 3,
  '4.2': 3,
  '4.3': 4,
  '5.1': 5,
  '5.2': 3,
  '5.3': 3,
  '6.1': 3,
  '6.2': 4,
  '6.3': 3,
  '6.4': 3,
  '6.5': 3,
  '7': 3,
  '8': 2,
  '9': 2,
  '10': 2,
  '11': 2,
}

/** What the members agree on: the producer's levels, with those it confirmed from a proposal. */
const common: Readonly<Record<string, number>> = { ...claimed, '3.1': 3, '3.2': 2, '3.3': 3 }

/** Where the strict member sees less, by level; two points each, twelve in all. */
export const strict: Readonly<Record<string, number>> = { '1.1': 2, '4.3': 2, '5.1': 4, '5.3': 2, '6.2': 2, '7': 2 }

export const STRICT = 'seat6' as const
export const CONFLICTED = 'seat4' as const

/** One member's levels by criterion. */
export function levelsOf(person: string): Readonly<Record<string, number>> {
  return person === STRICT ? { ...common, ...strict } : common
}
