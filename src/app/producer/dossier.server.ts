// What the dossier's pages share: the facts of one's own dossier, and its points as the aside shows them.
import { findCriterion } from '#/regulation/form.ts'
import { adviceOf } from '#/programme/dossier/dossier.ts'
import { dossierFacts, type DossierFacts } from '#/programme/dossier/dossier.facts.ts'
import { confirmable, formerHints, formerPapers } from '#/programme/dossier/former.ts'
import { ownDossierRow } from '#/programme/dossier/dossier.store.ts'
import { found } from '#/programme/refuse.ts'
import { plainDateOf, daysBetween, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatTime } from '#/platform/text/format.ts'
import { expiryOf } from '#/programme/paper/paper.ts'
import type { SignedInPage } from '../page.server.ts'
import type { Language } from '../ui/language.ts'

/** The facts of one's own dossier, for a page; "not found" for everyone else's. */
export async function ownFacts(page: SignedInPage): Promise<DossierFacts> {
  const row = found(await ownDossierRow(page.db, page.actor, page.params['id']))
  return dossierFacts(page.db, page.services.regulations, row.id)
}

export type FormerView = NonNullable<Awaited<ReturnType<typeof formerView>>>

/** What the last assessment says of one criterion of a later dossier; null in a first one and where nothing is known. */
export async function formerView(page: SignedInPage, facts: DossierFacts, code: string) {
  const hint = (await formerHints(page.db, page.services.regulations, facts)).find((one) => one.criterion === code)
  if (!hint) return null
  const papers = await formerPapers(page.db, facts, hint, plainDateOf(page.now))
  return {
    regulation: hint.regulation,
    accepted: hint.basis === 'accepted',
    answers: hint.former.map(({ criterion, option, text }) => ({ criterion, option, text })),
    claimed: hint.claimed,
    note: hint.note,
    confirm: confirmable(facts.form, hint, facts.dossier.cases),
    papers: papers.map(({ paperId, title, state, expiresOn }) => ({
      paperId,
      title,
      state,
      expires: expiresOn === null ? null : formatDate(expiresOn),
    })),
  }
}

export type PointsView = ReturnType<typeof pointsView>

/** The aside: points by part, star, and what blocks the next star: unmet gates first, then the cheapest points. */
export function pointsView(facts: DossierFacts, here?: string) {
  const advice = adviceOf(facts)
  const title = (code: string) => shortTitle(findCriterion(facts.form, code)?.criterion.title ?? code)
  const href = (code: string) => `/ho-so/${facts.dossier.id}/tieu-chi/${code}`
  const cheap = (advice.pointsShortAfterGates > 0 ? advice.shortest : advice.steps.slice(0, 3)).filter(
    (step) => !advice.gates.some((gate) => gate.criterion === step.criterion),
  )
  return {
    total: advice.score.total,
    star: advice.score.star,
    pointsStar: advice.score.pointsStar,
    nextStar: advice.nextStar ?? null,
    reachable: advice.reachable,
    short: advice.pointsShort,
    shortAfterGates: advice.pointsShortAfterGates,
    thresholds: facts.pack.regulation.stars
      .filter((one) => one.star > 1)
      .map((one) => ({ stars: one.star, points: one.from }))
      .toSorted((a, b) => a.points - b.points),
    parts: facts.form.parts.map((part) => ({
      label: `${part.code}. ${part.title}`,
      points: advice.score.parts[part.code] ?? 0,
      max: part.max,
    })),
    gates: advice.gates.map((gate) => ({
      code: gate.criterion,
      title: title(gate.criterion),
      points: gate.points,
      needed: gate.needed,
      href: href(gate.criterion),
      here: gate.criterion === here,
    })),
    cheap: cheap.slice(0, 5).map((step) => ({
      code: step.criterion,
      title: title(step.criterion),
      gain: step.gain,
      href: href(step.criterion),
      here: step.criterion === here,
    })),
    savedAt: formatTime(facts.dossier.updatedAt),
  }
}

/** A criterion's title without what stands in brackets: the full wording is on its own page. */
export function shortTitle(title: string): string {
  const short = title.replace(/\s*\([^)]*\)?/g, '').trim()
  const text = short === '' ? title : short
  return text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text
}

export type PaperView = ReturnType<typeof paperView>

/** A paper as a tile shows it. */
export function paperView(
  paper: {
    id: string
    title: string
    kind: string
    number: string | null
    issuer: string | null
    issuedOn: PlainDate | null
    expiresOn: PlainDate | null
    confidential: boolean
    files: readonly { id: string; mediaType: string }[]
  },
  now: Date,
) {
  const expiry = expiryOf(paper.expiresOn, plainDateOf(now))
  const shown = paper.files.find((file) => file.mediaType.startsWith('image/') || file.mediaType === 'application/pdf')
  return {
    id: paper.id,
    title: paper.title,
    number: [paper.number ? `Số ${paper.number}` : '', paper.issuedOn ? formatDate(paper.issuedOn) : ''].filter(Boolean).join(' · '),
    issuer: paper.issuer ?? '',
    confidential: paper.confidential,
    files: paper.files.length,
    preview: shown ? `/tep/giay-to/${shown.id}/trang/1?rong=112` : null,
    expiry:
      expiry.state === 'none'
        ? null
        : { state: expiry.state, on: formatDate(expiry.on), days: expiry.state === 'expired' ? expiry.daysAgo : expiry.daysLeft },
  }
}

/** "còn 6 ngày" of a promised day. */
export function daysLeft(due: PlainDate, now: Date, lang: Language): string {
  const left = daysBetween(plainDateOf(now), due)
  if (lang === 'en') return left < 0 ? `${-left} days late` : `${left} days left`
  return left < 0 ? `quá ${-left} ngày` : left === 0 ? 'hôm nay là ngày cuối' : `còn ${left} ngày`
}
