// Every indicator by its id, and how its parameters are read.
import type { Indicator } from './indicator.ts'
import { recognitionIndicators } from './of-recognition.ts'
import { activityIndicators } from './of-activities.ts'
import { producerIndicators } from './of-producers.ts'

const all: readonly Indicator[] = [...recognitionIndicators, ...producerIndicators, ...activityIndicators]

/** By id. Plans, reports and dashboards name them. */
export const indicators: Readonly<Record<string, Indicator>> = Object.fromEntries(all.map((one) => [one.id, one]))

export function indicatorOf(id: string): Indicator {
  const of = indicators[id]
  if (!of) throw new RangeError(`no indicator ${id}`)
  return of
}

/** The parameters as the indicator reads them. Throws RangeError with what does not fit. */
export function paramsOf(of: Indicator, params: unknown): unknown {
  const read = of.params.safeParse(params ?? {})
  if (!read.success)
    throw new RangeError(`${of.id}: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  return read.data
}
