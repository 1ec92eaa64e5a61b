// What was asked for last, kept in memory up to a number of bytes.

export class LastAsked<T extends { readonly cost: number }> {
  readonly #budget: number
  readonly #kept = new Map<string, T>()
  #cost = 0

  /** @param budget bytes all that is kept may cost together; what was asked for longest ago gives way */
  constructor(budget: number) {
    this.#budget = budget
  }

  get(name: string): T | undefined {
    const kept = this.#kept.get(name)
    if (kept === undefined) return undefined
    // Back to the end of the line.
    this.#kept.delete(name)
    this.#kept.set(name, kept)
    return kept
  }

  /** Keeps one thing, in place of what had the name before. The newest stays even when it alone costs more than all may. */
  put(name: string, value: T): void {
    this.#forget(name)
    this.#kept.set(name, value)
    this.#cost += value.cost
    for (const oldest of this.#kept.keys()) {
      if (this.#cost <= this.#budget || oldest === name) break
      this.#forget(oldest)
    }
  }

  #forget(name: string): void {
    this.#cost -= this.#kept.get(name)?.cost ?? 0
    this.#kept.delete(name)
  }
}
