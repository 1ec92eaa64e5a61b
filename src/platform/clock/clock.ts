// Time is passed in, so that a test or a demo can set it.
export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

export function fixedClock(iso: string): Clock & { set: (iso: string) => void } {
  let at = new Date(iso)
  return { now: () => at, set: (next) => (at = new Date(next)) }
}
