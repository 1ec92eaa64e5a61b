// What every reader of a filed dossier is shown of it, in the reader's language. The same for the commune and the province.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import type { DossierFile } from '#/programme/commune/commune.store.ts'
import type { ComponentLine } from '#/programme/commune/components.ts'
import { flagsOf } from '#/programme/commune/flags.ts'
import { targetTitle } from '#/programme/commune/supplement.ts'
import { reportFields } from '#/programme/dossier/report.fields.ts'
import type { Language } from '../ui/language.ts'
import { longChip } from './deadline.ts'

/** `lines` are the components the reader's level checks: supplements are named by them. */
export function dossierReading(
  file: DossierFile,
  lines: readonly ComponentLine[],
  calendar: WorkCalendar,
  today: PlainDate,
  lang: Language,
) {
  const { dossier, latest, clock, form } = file
  return {
    id: dossier.id,
    state: dossier.state,
    endReason: dossier.endReason,
    slip: dossier.slipNumber,
    snapshot: latest.snapshot,
    filedAt: formatInstantDate(latest.filedAt),
    flags: flagsOf(latest.snapshot, today, form),
    chip: clock && longChip({ ...clock.clock, paused: clock.pauses.some((pause) => pause.resumedAt === null) }, calendar, today, lang),
    documents: file.documents,
    labels: Object.fromEntries(reportFields.map((field) => [field.name, field.label[lang]])),
    supplements: file.supplements.map((request) => ({
      ...request,
      titles: Object.fromEntries(request.items.map((item) => [item.id, targetTitle(item, lines, form)[lang]])),
    })),
  }
}
