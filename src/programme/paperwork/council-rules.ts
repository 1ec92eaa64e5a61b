/** Quyết định ban hành Quy chế hoạt động của Hội đồng, with the rules as its annex. */
import { attachedTo, type Closing, type Letterhead, letterheadView, type Paper, type PaperBasics, setPaper } from './paper.ts'

export type CouncilRulesData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    title: string
    council: string
    /** Who decides, printed in capitals: "Chủ tịch Hội đồng". */
    authority: string
    bases: readonly string[]
    /** The rules, one paragraph per line; lines that begin with "Chương" or "Điều" are set as headings. */
    text: string
    settingsTitle: string
    settings: readonly { title: string; value: string }[]
  }

export function renderCouncilRules(data: CouncilRulesData): Paper {
  return setPaper('council-rules', data.title, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    attached: attachedTo('Quyết định', data.letterhead, data.council),
  })
}
