// Reads the check form: lines without a verdict are left out, so that an undecided line stays undecided.
import type { CheckInput } from '#/programme/commune/check.actions.ts'

export function readChecks(form: FormData): CheckInput[] {
  return [...form].flatMap(([name, value]) => {
    if (!name.startsWith('verdict:') || typeof value !== 'string' || value === '') return []
    const component = name.slice('verdict:'.length)
    const remark = form.get(`remark:${component}`)
    return [{ component, verdict: value, remark: typeof remark === 'string' ? remark : '' }]
  })
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
