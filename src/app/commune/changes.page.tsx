import { communeFile } from '#/programme/commune/commune.store.ts'
import { changesBetween, type Change } from '#/programme/commune/difference.ts'
import { pageLoader } from '../page.server.ts'
import { Compare } from '../ui/compare.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { fill, words } from './commune.messages.ts'
import type { Route } from './+types/changes.page'

export const loader = pageLoader(async ({ db, actor, params, services, url }) => {
  const { dossier, submissions, latest } = await communeFile(db, services.regulations, actor, params['id'])
  const from = submissions.find((one) => String(one.ordinal) === url.searchParams.get('tu')) ?? submissions[1] ?? null
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    before: from?.ordinal ?? null,
    after: latest.ordinal,
    changes: from && from.ordinal !== latest.ordinal ? changesBetween(from.snapshot, latest.snapshot) : [],
  }
})

export default function Changes({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, product, before, after, changes } = loaderData
  const groups = [
    { kind: 'criterion', title: words.criteria[language] },
    { kind: 'paper', title: words.papers[language] },
    { kind: 'field', title: words.fields[language] },
  ] as const
  return (
    <Page
      title={words.changes[language]}
      crumbs={[
        { href: '/xa/hop-viec', label: words.inbox[language] },
        { href: `/xa/ho-so/${id}`, label: product },
      ]}
      {...(before === null ? {} : { lead: fill(words.changesLead[language], { before, after }) })}
    >
      {changes.length === 0 ? <EmptyState title={(before === null ? words.onlyOne : words.noChanges)[language]} /> : null}
      <div className="stack">
        {groups.map(({ kind, title }) => {
          const own = changes.filter((change) => change.kind === kind)
          return own.length === 0 ? null : (
            <section key={kind} className="stack">
              <h2>
                {title} <span className="num quiet">{own.length}</span>
              </h2>
              {own.map((change) => (
                <OneChange key={change.target} change={change} />
              ))}
            </section>
          )
        })}
      </div>
    </Page>
  )
}

function OneChange({ change }: { change: Change }) {
  const language = useLanguage()
  const lines = (text: string) => text.split('\n').map((line, index) => <p key={index}>{line}</p>)
  return (
    <div>
      <h3 className="mb">{change.title}</h3>
      <Compare
        before={{
          title: words.before[language],
          content: change.before === null ? <p className="quiet">{words.wasNot[language]}</p> : <del>{lines(change.before)}</del>,
        }}
        after={{
          title: words.after[language],
          content: change.after === null ? <p className="quiet">{words.isGone[language]}</p> : <ins>{lines(change.after)}</ins>,
        }}
      />
    </div>
  )
}
