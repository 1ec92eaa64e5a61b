import { serves } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { addPerson, removePerson } from '#/programme/training/attendance.actions.ts'
import { listPeople, type PersonRow } from '#/programme/training/attendance.store.ts'
import { tickPresence } from '#/programme/training/presence.actions.ts'
import { courseFor } from '#/programme/training/training.store.ts'
import { attendeeRoles, courseStateWords, roleWords } from '#/programme/training/training.ts'
import { candidateText, suggestions } from '#/programme/register/resolve.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { sheetAddress } from '../sheet/subject.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { Presence } from './presence.tsx'
import { words } from './training.messages.ts'
import type { Route } from './+types/people.page'

const PER_PAGE = 100

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const { course, rights, sessions } = await courseFor(db, actor, params['id'])
  mustSee(rights.people === 'all')
  const query = { search: wordsAsked(url.searchParams), page: pageAsked(url.searchParams), perPage: PER_PAGE }
  const asked = Number(url.searchParams.get('buoi'))
  const session = sessions.find((one) => one.ordinal === asked) ?? sessions[0] ?? null
  return {
    course,
    sessions,
    session: session?.ordinal ?? null,
    keep: serves(actor, course.authority, 'office'),
    ...(await listPeople(db, actor, { id: course.id, rights }, query)),
    query,
    search: url.search,
    producers: rights.keep ? (await suggestions(db, 'producer', course.authority, null, 1000)).map(candidateText) : [],
  }
})

export const action = pageAction(async ({ act, form, params, url }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const all = (name: string) => form.getAll(name).filter((one) => typeof one === 'string')
  if (texts['deed'] === 'add') await act((ctx) => addPerson(ctx, id, texts))
  else if (texts['deed'] === 'remove') await act((ctx) => removePerson(ctx, id, texts['person'], texts))
  else await act((ctx) => tickPresence(ctx, id, { session: texts['session'], shown: all('shown'), present: all('present') }))
  return saved(`/tap-huan/${id}/nguoi-tham-gia${url.search}`)
})

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { course, sessions, session, keep, rows, total, query, search, producers } = loaderData
  const ticking = keep && (course.state === 'running' || course.state === 'held')
  const changing = keep && ['planned', 'open', 'running'].includes(course.state)
  const base = `/tap-huan/${course.id}/nguoi-tham-gia`
  return (
    <Page
      title={words.people[language]}
      crumbs={[
        { href: '/tap-huan', label: words.training[language] },
        { href: `/tap-huan/${course.id}`, label: course.title },
      ]}
      className="print-wide"
      marks={<State kind={courseStateWords[course.state].mark}>{courseStateWords[course.state][language]}</State>}
      actions={
        <>
          <PrintButton />
          {keep && course.state !== 'planned' && course.state !== 'cancelled' ? (
            <ButtonLink kind="quiet" small href={sheetAddress('nguoi-du-tap-huan', course.id)}>
              {words.importList[language]}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="stack-l">
        {total === 0 && query.search === '' ? (
          <EmptyState title={words.noPeople[language]} />
        ) : (
          <>
            <Toolbar
              search={<Field name="q" type="search" label={words.searchPeople[language]} defaultValue={query.search} />}
              hidden={session === null ? {} : { buoi: String(session) }}
            />
            {sessions.length > 1 && ticking ? (
              <nav aria-label={words.chooseSession[language]} className="row no-print">
                <span>{words.chooseSession[language]}:</span>
                {sessions.map((one) =>
                  one.ordinal === session ? (
                    <b key={one.id} aria-current="page">
                      {one.ordinal}
                    </b>
                  ) : (
                    <a key={one.id} className="tap" href={`${base}${withParams(search, { buoi: String(one.ordinal) })}`}>
                      {one.ordinal}
                    </a>
                  ),
                )}
              </nav>
            ) : null}
            <form method="post" className="stack">
              <input type="hidden" name="deed" value="tick" />
              {session === null ? null : <input type="hidden" name="session" value={session} />}
              <Table
                caption={words.people[language]}
                rows={rows}
                rowKey={(row) => row.id}
                columns={columnsOf({ ticking, session, keep }, language)}
              />
              {ticking && rows.length > 0 ? (
                <div className="row no-print">
                  <Button>{words.tick[language]}</Button>
                  <span className="hint">{words.tickHint[language]}</span>
                </div>
              ) : null}
            </form>
            <Pager page={query.page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
            <ExcelLink href={`${base}.xlsx${search}`} rows={total} />
          </>
        )}
        {changing ? (
          <Panel title={words.addPerson[language]} wash className="measure no-print">
            <DeedForm deed="add" answer={actionData} label={words.addPerson[language]}>
              <Field name="personName" label={words.personName[language]} maxLength={120} autoComplete="off" />
              <Select
                name="role"
                label={words.role[language]}
                choices={attendeeRoles.map((one) => ({ value: one, label: roleWords[one][language] }))}
              />
              <Field name="producer" label={words.producer[language]} optional suggestions={producers} maxLength={400} autoComplete="off" />
              <Field name="commune" label={words.commune[language]} optional maxLength={200} autoComplete="off" />
              <Field
                name="phone"
                label={words.phone[language]}
                hint={words.phoneHint[language]}
                optional
                type="tel"
                inputMode="tel"
                maxLength={20}
              />
            </DeedForm>
            {rows.length === 0 ? null : (
              <Disclose summary={words.removePerson[language]}>
                <ReasonDeed deed="remove" answer={actionData} label={words.removePerson[language]}>
                  <Select
                    name="person"
                    label={words.person[language]}
                    choices={rows.map((row) => ({
                      value: row.id,
                      label: row.from === null ? row.personName : `${row.personName} · ${row.from}`,
                    }))}
                  />
                </ReasonDeed>
              </Disclose>
            )}
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}

function columnsOf(
  { ticking, session, keep }: { ticking: boolean; session: number | null; keep: boolean },
  language: 'vi' | 'en',
): Column<PersonRow>[] {
  const there = (row: PersonRow) => (session === null ? row.present === true : row.sessionsPresent.includes(session))
  return [
    {
      key: 'name',
      label: words.personName[language],
      head: true,
      cell: (row) => (
        <>
          {row.personName}
          {row.from === null ? null : <small className="quiet block">{row.from}</small>}
        </>
      ),
    },
    { key: 'role', label: words.role[language], cell: (row) => roleWords[row.role][language] },
    ...(keep ? [{ key: 'phone', label: words.phone[language], nowrap: true, cell: (row: PersonRow) => row.phone ?? '–' }] : []),
    {
      key: 'present',
      label: words.present[language],
      cell: (row) =>
        ticking ? (
          <label className="check">
            <input type="hidden" name="shown" value={row.id} />
            <input type="checkbox" name="present" value={row.id} defaultChecked={there(row)} />
            <span>
              {words.present[language]}
              <span className="vh">: {row.personName}</span>
            </span>
          </label>
        ) : (
          <Presence present={row.present} />
        ),
    },
    {
      key: 'certificate',
      label: words.certificate[language],
      cell: (row) =>
        row.certificateDocumentId === null ? '–' : <a href={`/tep/van-ban/${row.certificateDocumentId}`}>{row.certificateNumber}</a>,
    },
  ]
}
