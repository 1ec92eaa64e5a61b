import { formatDate } from '#/platform/text/format.ts'

/** "15/09/2026", or both days of a longer course. */
export function daysText({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  return startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`
}
