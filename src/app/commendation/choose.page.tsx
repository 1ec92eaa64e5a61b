import { awards, awardWords, kindWords } from '#/programme/commendation/commendation.ts'
import { addCommended, draftCommendation } from '#/programme/commendation/commendation.actions.ts'
import { candidatesFor, listFor, type Candidate } from '#/programme/commendation/commendation.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../idea/idea.messages.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checks, Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { NoMatch } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './commendation.messages.ts'
import type { Route } from './+types/choose.page'

const PER_PAGE = 100

/** `vao`: the draft that what is chosen goes to; a new one without. `dot` call · `loai` kind. */
export const loader = pageLoader(async ({ db, actor, url }) => {
  const into = url.searchParams.get('vao')
  const target = into === null ? null : await listFor(db, actor, into)
  mustSee(target === null || target.rights.change)
  const query = {
    search: wordsAsked(url.searchParams),
    kind: (['unit', 'person'] as const).find((kind) => kind === url.searchParams.get('loai')) ?? null,
    callId: url.searchParams.get('dot'),
    page: pageAsked(url.searchParams),
    perPage: PER_PAGE,
  }
  return {
    ...(await candidatesFor(db, actor, query)),
    query,
    search: url.search,
    into: target === null ? null : { id: target.list.id, title: target.list.title },
  }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  const into = texts['into']
  const chosen = form.getAll('proposals')
  if (into === undefined) return saved(`/khen-thuong/${await act((ctx) => draftCommendation(ctx, texts, chosen))}`)
  await act((ctx) => addCommended(ctx, into, chosen))
  return saved(`/khen-thuong/${into}`)
})

export default function Choose({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, calls, query, search, into } = loaderData
  const narrowed = query.search !== '' || query.kind !== null || query.callId !== null
  const plain = into === null ? '/khen-thuong/chon' : `/khen-thuong/chon?vao=${into.id}`
  return (
    <Page
      title={(into === null ? words.choose : words.addMore)[language]}
      lead={words.chooseLead[language]}
      crumbs={[
        { href: '/khen-thuong', label: words.lists[language] },
        ...(into === null ? [] : [{ href: `/khen-thuong/${into.id}`, label: into.title }]),
      ]}
    >
      {total === 0 && !narrowed ? (
        <EmptyState
          title={words.noCandidates[language]}
          hint={words.noCandidatesHint[language]}
          action={<ButtonLink href="/bao-cao/dot">{words.reports[language]}</ButtonLink>}
        />
      ) : (
        <div className="stack-l">
          <Toolbar
            search={<Field name="q" type="search" label={words.searchCandidate[language]} defaultValue={query.search} />}
            hidden={into === null ? {} : { vao: into.id }}
          >
            <Filter
              name="dot"
              label={words.call[language]}
              value={query.callId}
              choices={calls.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={(['unit', 'person'] as const).map((kind) => ({ value: kind, label: kindWords[kind][language] }))}
            />
          </Toolbar>
          {rows.length === 0 ? (
            <NoMatch clearHref={plain} />
          ) : (
            <Form refusal={refusalIn(actionData)}>
              <ErrorSummary />
              {into === null ? null : <input type="hidden" name="into" value={into.id} />}
              <Candidates rows={rows} />
              <Pager page={query.page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
              {into === null ? (
                <>
                  <Field name="title" label={words.title[language]} hint={words.titleHint[language]} maxLength={300} />
                  <Select
                    name="award"
                    label={words.award[language]}
                    choices={awards.map((award) => ({ value: award, label: awardWords[award][language] }))}
                  />
                </>
              ) : null}
              <div>
                <Button>{(into === null ? words.draft : words.addTo)[language]}</Button>
              </div>
            </Form>
          )}
        </div>
      )}
    </Page>
  )
}

function Candidates({ rows }: { rows: readonly Candidate[] }) {
  const language = useLanguage()
  return (
    <Checks
      name="proposals"
      label={words.proposals[language]}
      choices={rows.map((row) => ({
        value: row.id,
        label: (
          <>
            <b>{row.name}</b> ({kindWords[row.kind][language].toLowerCase()}){row.post === '' ? '' : `, ${row.post}`}
          </>
        ),
        hint: (
          <>
            <span className="pre">{row.merit}</span>
            <br />
            {fill(words.proposedBy[language], { unit: row.unitName, call: row.callTitle })}
            {row.before === null ? null : ` ${fill(words.before[language], { number: row.before })}`}
          </>
        ),
      }))}
    />
  )
}
