import { findCriterion } from '#/regulation/form.ts'
import { linkEvidence } from '#/programme/dossier/dossier.actions.ts'
import { kindsForRows } from '#/programme/paper/paper.kinds.ts'
import { fold, matchesWords } from '#/platform/text/fold.ts'
import { found } from '#/programme/refuse.ts'
import { wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checks } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { ownFacts, paperView } from './dossier.server.ts'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/evidence.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { criterion } = found(findCriterion(facts.form, page.params['code'] ?? ''))
  const everything = page.url.searchParams.has('tat-ca')
  const query = wordsAsked(page.url.searchParams)
  const fitting = new Set(kindsForRows(criterion.evidenceRows).map((kind) => kind.id))
  const linked = new Set(facts.evidence.filter((link) => link.criterion === criterion.code).map((link) => link.paperId))
  return {
    id: facts.dossier.id,
    name: facts.product.name,
    code: criterion.code,
    everything,
    query,
    papers: facts.papers
      .filter((paper) => everything || fitting.has(paper.kind) || paper.kind === 'other')
      .filter((paper) => matchesWords(query, fold(`${paper.title} ${paper.number ?? ''} ${paper.issuer ?? ''}`)))
      .map((paper) => ({ ...paperView(paper, page.now), linked: linked.has(paper.id) })),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const [id, code] = [params['id'] ?? '', params['code'] ?? '']
  const chosen = form.getAll('papers').filter((value) => typeof value === 'string')
  await act(async (ctx) => {
    for (const paperId of chosen) await linkEvidence(ctx, id, code, paperId)
  })
  return saved(`/ho-so/${id}/tieu-chi/${code}#minh-chung`)
})

export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, code, papers, everything, query } = loaderData
  const here = `/ho-so/${id}/tieu-chi/${code}`
  return (
    <Page
      title={fill(words.choosePapers[language], { code })}
      crumbs={[
        { href: `/ho-so/${id}`, label: name },
        { href: here, label: `${words.criterion[language]} ${code}` },
      ]}
      layout="measure"
    >
      <form method="get">
        {everything ? <input type="hidden" name="tat-ca" value="1" /> : null}
        <SearchBox label={words.searchPapers[language]} defaultValue={query} />
      </form>
      <p>
        <a href={everything ? '?' : '?tat-ca=1'}>{everything ? words.fittingKinds[language] : words.allKinds[language]}</a>
      </p>
      {papers.length === 0 ? (
        <EmptyState
          title={words.noneFound[language]}
          hint={words.noPapersHint[language]}
          action={<ButtonLink href="/kho-giay-to/them">{words.addPaper[language]}</ButtonLink>}
        />
      ) : (
        <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
          <Checks
            name="papers"
            label={words.papers[language]}
            choices={papers.map((paper) => ({
              value: paper.id,
              label: paper.title,
              disabled: paper.linked,
              hint: [
                paper.number,
                paper.issuer,
                paper.linked ? words.attached[language] : '',
                paper.files === 0 ? words.noFiles[language] : '',
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          <SaveBar>
            <Button>{words.attach[language]}</Button>
            <ButtonLink kind="quiet" href={here}>
              {words.back[language]}
            </ButtonLink>
          </SaveBar>
        </Form>
      )}
    </Page>
  )
}
