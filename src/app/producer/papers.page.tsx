import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { paperKind, paperKinds } from '#/programme/paper/paper.kinds.ts'
import { libraryCounts, listPapers } from '#/programme/paper/paper.store.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { EvidenceList, EvidenceTile } from '../ui/evidence-tile.tsx'
import { Field } from '../ui/field.tsx'
import { NoMatch } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { paperView } from './dossier.server.ts'
import { PaperExpiry } from './paper-expiry.tsx'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/papers.page'

const PER_PAGE = 20

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(producersOf(actor).length > 0)
  const page = pageAsked(url.searchParams)
  const query = wordsAsked(url.searchParams)
  const kind = paperKind(url.searchParams.get('loai') ?? '')?.id ?? ''
  const asked = url.searchParams.get('han')
  const expiry = asked === 'sap-het' ? 'soon' : asked === 'da-het' ? 'expired' : undefined
  const today = plainDateOf(now)
  const list = await listPapers(db, actor, { query, kind, ...(expiry ? { expiry } : {}) }, today, {
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  })
  const counts = await libraryCounts(db, actor, today)
  return {
    page,
    query,
    kind,
    expiry: expiry ?? '',
    search: url.search,
    total: list.total,
    counts: { total: counts.total, soon: counts.soon, expired: counts.expired },
    rows: list.rows.map((row) => ({
      ...paperView({ ...row, files: row.firstFileId ? [{ id: row.firstFileId, mediaType: 'application/pdf' }] : [] }, now),
      files: row.files,
      uses: row.uses,
      kind: row.kind,
    })),
  }
})

export default function Papers({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, kind, expiry, page, search, counts } = loaderData
  return (
    <Page
      title={words.papers[language]}
      lead={words.papersLead[language]}
      actions={<ButtonLink href="/kho-giay-to/them">{words.addPaper[language]}</ButtonLink>}
    >
      {counts.total === 0 ? (
        <EmptyState
          title={words.noPapers[language]}
          hint={words.noPapersHint[language]}
          action={<ButtonLink href="/kho-giay-to/them?loai=businessRegistration">{words.addPaper[language]}</ButtonLink>}
        />
      ) : (
        <>
          <Tabs
            label={words.expiry[language]}
            className="mb"
            tabs={[
              { href: withParams(search, { han: '', trang: '' }), label: words.all[language], count: counts.total, current: expiry === '' },
              {
                href: withParams(search, { han: 'sap-het', trang: '' }),
                label: words.expirySoon[language],
                count: counts.soon,
                current: expiry === 'soon',
              },
              {
                href: withParams(search, { han: 'da-het', trang: '' }),
                label: words.expired[language],
                count: counts.expired,
                current: expiry === 'expired',
              },
            ]}
          />
          <Toolbar
            search={<Field name="q" type="search" label={words.searchPapers[language]} defaultValue={query} />}
            hidden={expiry === '' ? {} : { han: expiry === 'soon' ? 'sap-het' : 'da-het' }}
          >
            <Filter
              name="loai"
              label={words.kind[language]}
              value={kind}
              choices={paperKinds.map((one) => ({ value: one.id as string, label: one.title[language] }))}
            />
          </Toolbar>
          {rows.length === 0 ? (
            <NoMatch clearHref="/kho-giay-to" />
          ) : (
            <EvidenceList>
              {rows.map((row) => (
                <EvidenceTile
                  key={row.id}
                  title={row.title}
                  confidential={row.confidential}
                  number={row.number}
                  note={[
                    row.issuer,
                    fill(words.filesCount[language], { count: row.files }),
                    row.uses > 0 ? fill(words.uses[language], { count: row.uses }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  expiry={<PaperExpiry expiry={row.expiry} />}
                  missing={row.files === 0}
                  actions={[{ href: `/kho-giay-to/${row.id}`, label: words.edit[language] }]}
                  {...(row.files === 0 ? { state: { kind: 'todo' as const, text: words.noFiles[language] } } : {})}
                />
              ))}
            </EvidenceList>
          )}
          <Pager page={page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
        </>
      )}
    </Page>
  )
}
