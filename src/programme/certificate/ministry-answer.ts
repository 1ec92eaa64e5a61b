// What the ministry may answer on paper to a dossier sent up, read against the dossier's pack. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { fraction } from '#/regulation/fraction.ts'
import { afterResult, levelOf, type AfterResult, type WithRegulation } from '#/regulation/levels.ts'
import { starByPoints } from '#/regulation/score.ts'
import { Fields } from '../fields.ts'

/** Recognised with its highest star; assessed and sent back; found not valid. */
export const ministryOutcomes = ['recognised', 'below', 'notValid'] as const
export type MinistryOutcome = (typeof ministryOutcomes)[number]

type Words = { vi: string; en: string }
export const ministryOutcomeWords: Record<MinistryOutcome, Words> = {
  recognised: { vi: 'Công nhận 5 sao', en: 'Recognised with five stars' },
  below: { vi: 'Đã đánh giá, chuyển về tỉnh', en: 'Assessed and sent back' },
  notValid: { vi: 'Hồ sơ chưa hợp lệ, trả về để hoàn thiện', en: 'Not valid, sent back to be completed' },
}

/** `hundredths` of a point as the paper prints them; null where nothing was assessed. */
export type MinistryAnswer = {
  outcome: MinistryOutcome
  number: string
  datedOn: PlainDate
  content: string
  hundredths: number | null
  pointsStar: number | null
  star: number | null
}

/** What the pack lets the ministry answer: its own star, a way back down, a return of what is not valid (148 names none for the ministry). */
export function ministryChoices(pack: WithRegulation): readonly MinistryOutcome[] {
  const rule = levelOf(pack, 'central')
  if (!rule) return []
  const takesBack = pack.regulation.levels.some((entry) => entry.takesBack?.some((back) => back.of === 'central'))
  return [
    ...(rule.recognises.length > 0 ? (['recognised'] as const) : []),
    ...(takesBack ? (['below'] as const) : []),
    ...(rule.returnsInvalid ? (['notValid'] as const) : []),
  ]
}

/**
 * Reads the answer. The points and the star must fit the pack: no star above what the points give, a recognition only of a star the ministry
 * recognises on these points, a return only where the pack sends such a result back. Throws `invalid` by field.
 */
export function readMinistryAnswer(
  input: Readonly<Record<string, unknown>>,
  pack: WithRegulation,
  days: { sentOn: PlainDate; today: PlainDate },
): MinistryAnswer {
  const fields = new Fields<'outcome' | 'number' | 'datedOn' | 'content' | 'mean' | 'star'>(input)
  const outcome = fields.oneOf('outcome', ministryChoices(pack), { required: true })
  const number = fields.text('number', { max: 60, required: { vi: 'Ghi số văn bản của Bộ.', en: 'Enter the number of the paper.' } })
  const datedOn = fields.date('datedOn', { required: true, notAfter: days.today })
  if (datedOn !== null && datedOn < days.sentOn)
    fields.say('datedOn', {
      vi: `Văn bản trả lời không thể có trước ngày gửi hồ sơ (${formatDate(days.sentOn)}).`,
      en: `The answer cannot be dated before the pack was sent (${formatDate(days.sentOn)}).`,
    })
  const content = fields.text('content', { max: 5000, required: outcome === 'notValid', multiline: true })
  const none = { hundredths: null, pointsStar: null, star: null }
  if (outcome === null || outcome === 'notValid') return { ...fields.done({ outcome, datedOn }), number, content, ...none }
  const hundredths = readPoints(fields)
  const star = fields.integer('star', {
    min: 1,
    max: 5,
    required: { vi: 'Ghi hạng sao theo văn bản.', en: 'Enter the star on the paper.' },
  })
  if (hundredths === null || star === null) return { ...fields.done({ outcome, datedOn }), number, content, ...none }
  const mean = fraction(hundredths, 100)
  const pointsStar = starByPoints(pack.regulation.stars, mean)
  if (star > pointsStar)
    fields.say('star', { vi: `Số điểm này cho nhiều nhất ${pointsStar} sao.`, en: `These points give ${pointsStar} stars at most.` })
  else if (!fits(outcome, afterResult(pack, 'central', { outcome: 'scored', mean, star }))) fields.say('outcome', misfit(outcome))
  return { ...fields.done({ outcome, datedOn }), number, content, hundredths, pointsStar, star }
}

function fits(outcome: MinistryOutcome, next: AfterResult): boolean {
  return outcome === 'recognised' ? next.step === 'recogniseHere' : next.step === 'returnDown' || next.step === 'personDecides'
}

function misfit(outcome: MinistryOutcome): Words {
  return outcome === 'recognised'
    ? {
        vi: 'Với số điểm và hạng sao này Bộ không công nhận; theo quy định của hồ sơ, kết quả được chuyển về tỉnh.',
        en: 'With these points and this star the ministry recognises nothing; under the dossier’s regulation the result goes back.',
      }
    : {
        vi: 'Với số điểm và hạng sao này kết quả không chuyển về tỉnh theo quy định của hồ sơ.',
        en: 'With these points and this star the result does not go back under the dossier’s regulation.',
      }
}

/** "87,5" or "87.50" in hundredths, 0 to 100 points. */
function readPoints(fields: Fields<'outcome' | 'number' | 'datedOn' | 'content' | 'mean' | 'star'>): number | null {
  const text = fields
    .text('mean', { max: 10, required: { vi: 'Ghi điểm theo văn bản của Bộ.', en: 'Enter the points on the paper.' } })
    .replace(',', '.')
  if (text === '') return null
  const [whole = '', part = ''] = text.split('.')
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(whole) * 100 + Number(part.padEnd(2, '0')) : Number.NaN
  if (value >= 0 && value <= 10_000) return value
  fields.say('mean', {
    vi: 'Ghi điểm từ 0 đến 100, nhiều nhất hai chữ số lẻ, ví dụ 87,5.',
    en: 'Points from 0 to 100, two decimals at most.',
  })
  return null
}
