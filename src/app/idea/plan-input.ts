// Reads the plan's form: rows of years and milestones by their number, amounts by source.
import { sources, type PlanInput } from '#/programme/idea/plan.ts'

export function readPlanForm(texts: Readonly<Record<string, string>>): PlanInput {
  const rows = (list: string) => {
    const indexes = Object.keys(texts).flatMap((name) => new RegExp(`^${list}\\.(\\d{1,2})\\.\\w+$`).exec(name)?.[1] ?? [])
    return [...new Set(indexes.map(Number))].toSorted((a, b) => a - b)
  }
  return {
    ...texts,
    years: rows('years').map((index) => ({
      year: texts[`years.${index}.year`],
      volume: texts[`years.${index}.volume`],
      revenue: texts[`years.${index}.revenue`],
    })),
    sources: Object.fromEntries(sources.map((source) => [source, texts[`sources.${source}`]])),
    milestones: rows('milestones').map((index) => ({
      title: texts[`milestones.${index}.title`],
      dueOn: texts[`milestones.${index}.dueOn`],
    })),
  }
}
