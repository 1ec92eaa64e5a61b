/** Giấy mời họp Hội đồng (NĐ 30/2020, Phụ lục III mẫu 1.7). */
import { type Closing, type Letterhead, letterheadView, type Paper, type PaperBasics, setPaper } from './paper.ts'

export type InvitationData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    title: string
    /** "V/v dự kỳ họp …" without V/v. */
    subject: string
    /** Who invites: the council, or its standing office in its name. */
    issuer: string
    meeting: string
    invitees: readonly { name: string; post: string }[]
    content: string
    /** When producers present, in time; no product is named: invitees may be recused from it. */
    presentations: readonly string[]
    chair: string
    /** "08 giờ 00, ngày 25 tháng 9 năm 2026". */
    time: string
    place: string
    written: boolean
    /** The cancelled invitation this one stands for. */
    replaces?: string | undefined
  }

export function renderInvitation(data: InvitationData): Paper {
  return setPaper('invitation', data.title, data, { ...data, letterhead: letterheadView(data.letterhead), replaces: data.replaces ?? '' })
}
