import { formatDateTime } from '#/platform/text/format.ts'
import { agendaFor } from '#/programme/council/agenda.view.ts'
import { blankSheets, type BlankSheet } from '#/programme/council/blank.view.ts'
import { roleWords } from '#/programme/council/council.messages.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { fill, words as councilWords } from './council-pages.messages.ts'
import { sessionWords as words } from './session.messages.ts'
import type { Route } from './+types/meeting-print.page'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => {
  const agenda = await agendaFor(db, actor, params['meetingId'] ?? '', now)
  const { meeting, mine, slots } = agenda
  mustSee(mine.isMember)
  return {
    meeting: { id: meeting.id, name: meeting.name, councilName: meeting.councilName, place: meeting.place, startsAt: meeting.startsAt },
    seats: meeting.seats.flatMap((seat) => (seat.leftOn === null ? [{ name: seat.name, post: seat.post, role: seat.role }] : [])),
    slots: slots.map((slot) => ({
      ordinal: slot.ordinal,
      title: slot.kind === 'recused' ? null : { product: slot.product, producer: slot.producer, setNo: slot.setNo },
    })),
    sheets: await blankSheets(db, services.regulations, agenda),
  }
})

export default function PaperSet({ loaderData: { meeting, seats, slots, sheets } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={`${words.printTitle[language]}: ${meeting.name}`}
      crumbs={[
        { href: '/hoi-dong/ky-hop', label: councilWords.meetings[language] },
        { href: `/hoi-dong/ky-hop/${meeting.id}`, label: councilWords.agenda[language] },
      ]}
      crumbTitle={words.print[language]}
      marks={
        <span className="hint">
          {meeting.councilName} · <span className="num">{formatDateTime(meeting.startsAt)}</span>
          {meeting.place === '' ? '' : `, ${meeting.place}`}
        </span>
      }
      actions={<PrintButton />}
    >
      <div className="stack paper-set">
        <p className="hint no-print">{words.printLead[language]}</p>
        <section>
          <h2>{words.agenda[language]}</h2>
          <Scroll label={words.agenda[language]}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{councilWords.item[language]}</th>
                  <th scope="col">{councilWords.product[language]}</th>
                  <th scope="col">{words.from[language]}</th>
                  <th scope="col">{words.to[language]}</th>
                </tr>
              </thead>
              <tbody>
                {slots.map((slot) => (
                  <tr key={slot.ordinal}>
                    <td className="num">{slot.ordinal}</td>
                    <th scope="row">
                      {slot.title === null
                        ? fill(words.recused[language], { n: slot.ordinal })
                        : `${slot.title.product} (${slot.title.producer}; ${councilWords.set[language]} ${slot.title.setNo})`}
                    </th>
                    <td />
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </section>
        <section>
          <h2>{words.presence[language]}</h2>
          <Scroll label={words.presence[language]}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.member[language]}</th>
                  <th scope="col">{words.arrived[language]}</th>
                  <th scope="col">{words.left[language]}</th>
                  <th scope="col">{words.signature[language]}</th>
                </tr>
              </thead>
              <tbody>
                {seats.map((seat) => (
                  <tr key={seat.name}>
                    <th scope="row">
                      {seat.name}, {seat.post} ({roleWords[seat.role][language]})
                    </th>
                    <td />
                    <td />
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </section>
        {sheets.map((sheet) => (
          <Blank key={sheet.ordinal} sheet={sheet} />
        ))}
      </div>
    </Page>
  )
}

function Blank({ sheet }: { sheet: BlankSheet }) {
  const language = useLanguage()
  const title = fill(words.blank[language], { n: sheet.ordinal })
  return (
    <section className="paper-sheet">
      <h2>{title}</h2>
      <p>
        <b>{sheet.product}</b>, {sheet.producer} · {councilWords.set[language]} <span className="num">{sheet.setNo}</span>
      </p>
      <p>{words.sheetMember[language]}: ........................................................................</p>
      <p className="hint">{words.blankHint[language]}</p>
      <Scroll label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.criterion[language]}</th>
              <th scope="col">{words.levels[language]}</th>
              <th scope="col">{words.remark[language]}</th>
            </tr>
          </thead>
          {sheet.groups.map((group) => (
            <tbody key={group.key}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {group.title} ({group.max})
                </th>
              </tr>
              {group.criteria.map((criterion) => (
                <tr key={criterion.code}>
                  <th scope="row">
                    <span className="num">{criterion.code}</span> {criterion.title}
                  </th>
                  <td className="num levels">{criterion.points.join('  ')}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
      <p>
        {words.total[language]}: .................. · {words.signedOn[language]}: ............................................
      </p>
    </section>
  )
}
