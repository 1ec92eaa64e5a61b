import { optionOutcomes } from '#/regulation/advice.ts'
import { isApplicable } from '#/regulation/complete.ts'
import { caseFor, criteriaOf, findCriterion, offeredOptions } from '#/regulation/form.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { confirmFormer, takeFormerPapers } from '#/programme/dossier/change.actions.ts'
import { answerCriterion, confirmProposal, linkEvidence, unlinkEvidence } from '#/programme/dossier/dossier.actions.ts'
import { optionsOf } from '#/programme/dossier/dossier.facts.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { ownDossierRow } from '#/programme/dossier/dossier.store.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { proposalsFor } from '#/programme/dossier/proposals.ts'
import { versionFrom } from '#/programme/fields.ts'
import { addPaper } from '#/programme/paper/paper.actions.ts'
import { kindsForRows } from '#/programme/paper/paper.kinds.ts'
import { found } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { CriterionForm } from './criterion-form.tsx'
import { formerView, ownFacts, paperView, pointsView, shortTitle } from './dossier.server.ts'
import { incomingFiles, textsOf } from './incoming.server.ts'
import { PointsAside } from './points-aside.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/criterion.page'

export type CriterionView = Awaited<ReturnType<typeof loader>>

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier, form, pack } = facts
  const { index, part, group, criterion } = found(findCriterion(form, page.params['code'] ?? ''))
  const code = criterion.code
  const all = criteriaOf(form)
  const options = optionsOf(facts)
  const answer = facts.answers.get(code)
  const outcomes = new Map(optionOutcomes(form, pack.regulation.stars, options, code, dossier.cases).map((one) => [one.option, one]))
  const proposal = proposalsFor(facts, plainDateOf(page.now)).find((one) => one.criterion === code)
  const pointsOfOption = (option: number) => (option === 0 ? 0 : (criterion.options[option - 1]?.points ?? 0))
  const linked = facts.evidence.filter((link) => link.criterion === code).map((link) => link.paperId)
  return {
    id: dossier.id,
    name: facts.product.name,
    state: stateWords[dossier.state][page.lang],
    edit: rights(page.actor, dossier).edit,
    code,
    title: shortTitle(criterion.title),
    fullTitle: criterion.title,
    part: part.code,
    group: `${group.code}. ${shortTitle(group.title)}`,
    place: `${index + 1}/${all.length}`,
    max: criterion.max,
    next: all[index + 1]?.criterion.code ?? null,
    version: answer?.version ?? 0,
    option: answer?.option ?? null,
    description: answer?.description ?? '',
    applies: isApplicable(form, criterion, options),
    onlyIf: criterion.onlyIf ?? null,
    caseOpen: criterion.cases !== undefined && caseFor(criterion, dossier.cases) === undefined,
    options: [
      { number: 0, text: null, points: 0, gateFor: [] as number[] },
      ...offeredOptions(criterion, dossier.cases).map(({ number, option }) => ({
        number,
        text: option.text,
        points: option.points,
        gateFor: option.minStar === undefined ? [] : [option.minStar],
      })),
    ].map((option) => ({ ...option, total: outcomes.get(option.number)?.total ?? 0, star: outcomes.get(option.number)?.star ?? 1 })),
    proposal: proposal
      ? {
          option: proposal.option,
          points: proposal.option === null ? null : pointsOfOption(proposal.option),
          because: proposal.because[page.lang],
          candidates: proposal.candidates.map(pointsOfOption),
        }
      : null,
    former: await formerView(page, facts, code),
    notes: criterion.notes ?? [],
    eliminations: (criterion.eliminations ?? []).map((one) => one.text),
    communeOpinion: criterion.communeOpinion ?? false,
    law: { regulation: pack.regulation.number, set: dossier.setNo },
    evidence: criterion.evidence ?? null,
    needsEvidence: (criterion.evidenceRows?.length ?? 0) > 0,
    papers: facts.papers.filter((paper) => linked.includes(paper.id)).map((paper) => paperView(paper, page.now)),
    libraryCount: facts.papers.length,
    kinds: kindsForRows(criterion.evidenceRows).map((kind) => ({ value: kind.id, label: kind.title[page.lang] })),
    points: pointsView(facts, code),
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const [id, code] = [params['id'] ?? '', params['code'] ?? '']
  const here = `/ho-so/${id}/tieu-chi/${code}`
  const texts = textsOf(form)
  const [deed = 'next', target = ''] = (texts['deed'] ?? '').split(':')
  const seen = versionFrom(form.get('_version'))
  if (deed === 'confirm') return saved(here, await act((ctx) => confirmProposal(ctx, id, code, Number(target), seen)))
  if (deed === 'former') return saved(here, await act((ctx) => confirmFormer(ctx, id, code, Number(target), seen)))
  if (deed === 'takeFormer') {
    await act((ctx) => takeFormerPapers(ctx, id, code))
    return saved(`${here}#minh-chung`)
  }
  const answered = texts['option'] !== undefined && texts['option'] !== ''
  // A press on the papers also keeps what was chosen and typed, so that nothing is lost without script.
  if (deed === 'upload' || deed === 'unlink' || deed === 'library') {
    if (answered) await act((ctx) => answerCriterion(ctx, id, code, texts, seen))
    if (deed === 'unlink') await act((ctx) => unlinkEvidence(ctx, id, code, target))
    if (deed === 'upload') {
      const dossier = found(await ownDossierRow(page.db, page.actor, id))
      const files = await incomingFiles(page, form, 'files')
      if (files.length > 0)
        await act(async (ctx) => {
          const paperId = await addPaper(ctx, dossier.producerId, { kind: texts['kind'] }, files)
          await linkEvidence(ctx, id, code, paperId)
        })
    }
    return saved(deed === 'library' ? `${here}/kho` : `${here}#minh-chung`)
  }
  const version = await act((ctx) => answerCriterion(ctx, id, code, texts, seen))
  const facts = await ownFacts(page)
  const placed = findCriterion(facts.form, code)
  const next = criteriaOf(facts.form)[(placed?.index ?? 0) + 1]?.criterion.code
  return saved(
    deed === 'list' || next === undefined ? `/ho-so/${id}/phan/${placed?.part.code ?? 'A'}` : `/ho-so/${id}/tieu-chi/${next}`,
    version,
  )
})

export default function CriterionPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, part, group, place, code, title } = loaderData
  return (
    <Page
      title={title}
      tabTitle={`${code} ${title}`}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
        { href: `/ho-so/${id}/phan/${part}`, label: `${words.part[language]} ${part}` },
      ]}
      crumbTitle={`${words.criterion[language]} ${code}`}
      layout="ledger"
      ownHeading
    >
      <div className="page-head">
        <p className="eyebrow">
          {words.part[language]} {part} · {words.group[language]} {group} · {words.criterion[language]} <span className="num">{place}</span>
        </p>
        <h1>
          <span className="hang crit-code">{code}</span> {title}
        </h1>
      </div>
      <CriterionForm view={loaderData} refusal={actionData && 'refused' in actionData ? actionData : undefined} />
      <aside className="stack" aria-label={words.points[language]}>
        <PointsAside view={loaderData.points} />
      </aside>
    </Page>
  )
}
