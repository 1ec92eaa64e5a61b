import { criteriaOf } from '#/regulation/form.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { expiredPapers, taskList, withoutEvidence } from '#/programme/dossier/dossier.ts'
import { submitDossier } from '#/programme/dossier/filing.actions.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { roundFor } from '#/programme/dossier/dossier.store.ts'
import { proposalsFor } from '#/programme/dossier/proposals.ts'
import { contentHash } from '#/programme/dossier/snapshot.build.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { legalFormLabel } from '#/programme/producer/producer.ts'
import { calendarOf } from '#/programme/reference.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { ownFacts, pointsView, shortTitle } from './dossier.server.ts'
import { PointsAside } from './points-aside.tsx'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/check.page'

const COMMUNE_DAYS = 15

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier, producer, product, pack } = facts
  const may = rights(page.actor, dossier)
  const today = plainDateOf(page.now)
  const round = await roundFor(page.db, dossier.authority, today)
  const until = addWorkingDays(await calendarOf(page.db), today, COMMUNE_DAYS)
  const tasks = taskList(facts)
  const differing = proposalsFor(facts, today)
    .filter((one) => one.option !== null && facts.answers.has(one.criterion) && facts.answers.get(one.criterion)?.option !== one.option)
    .map((one) => one.criterion)
  return {
    id: dossier.id,
    name: product.name,
    mayFile: may.file || may.resubmit,
    again: may.resubmit,
    state: stateWords[dossier.state][page.lang],
    seen: contentHash(facts),
    ready: tasks.ready,
    missing: tasks.tasks
      .filter((task) => task.blocks)
      .map((task) => ({ title: task.title[page.lang], hint: task.hint?.[page.lang] ?? '' })),
    bare: withoutEvidence(facts),
    expired: expiredPapers(facts, today).map((paper) => paper.title),
    differing,
    round: round ? { name: round.name, due: formatDate(round.proposalsDueOn), tight: until > round.proposalsDueOn } : null,
    until: formatDate(until),
    points: pointsView(facts),
    producer: {
      id: producer.id,
      name: producer.name,
      legalForm: legalFormLabel(pack.regulation, producer.legalForm)[page.lang],
      head: [producer.headName, producer.headPost].filter(Boolean).join(', '),
      address: [producer.addressLine, facts.communeName, facts.provinceName].filter(Boolean).join(', '),
    },
    product: {
      id: product.id,
      description: product.description,
      packs: facts.packs.map((one) => [one.name, one.netContent].filter(Boolean).join(' ')).join('; '),
      photos: facts.photos.length,
    },
    regulation: pack.regulation.title[page.lang],
    answers: criteriaOf(facts.form).map(({ criterion }) => {
      const answer = facts.answers.get(criterion.code)
      const option = answer && answer.option > 0 ? criterion.options[answer.option - 1] : undefined
      return {
        code: criterion.code,
        title: shortTitle(criterion.title),
        answered: answer !== undefined,
        text: option?.text ?? '',
        points: option?.points ?? 0,
        max: criterion.max,
        proposed: answer?.origin === 'proposed',
        papers: facts.evidence.filter((link) => link.criterion === criterion.code).length,
      }
    }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => submitDossier(ctx, id, { declared: form.get('declared') === '1', seen: String(form.get('seen') ?? '') }))
  return saved(`/ho-so/${id}/bien-nhan`)
})

type View = Route.ComponentProps['loaderData']

export default function CheckPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const view = loaderData
  // First under the heading: the button stands below the whole dossier, and whoever pressed it must see why nothing was filed.
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  return (
    <Page
      title={words.check[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${view.id}`, label: view.name },
      ]}
      layout="ledger"
      lead={words.checkLead[language]}
    >
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Warnings view={view} />
      <Facts
        facts={[
          {
            label: words.producer[language],
            value: view.producer.name,
            note: view.producer.legalForm,
            action: { href: `/chu-the/${view.producer.id}`, label: words.edit[language] },
          },
          { label: words.headTitle[language], value: view.producer.head || words.notSaid[language] },
          { label: words.place[language], value: view.producer.address },
          {
            label: words.product[language],
            value: view.name,
            note: view.product.packs,
            action: { href: `/san-pham-cua-toi/${view.product.id}`, label: words.edit[language] },
          },
          { label: words.description[language], value: view.product.description || words.notSaid[language] },
          { label: words.regulation[language], value: view.regulation },
        ]}
      />
      <section>
        <h2>{words.answers[language]}</h2>
        <Facts
          facts={view.answers.map((answer) => ({
            label: `${answer.code} ${answer.title}`,
            value: answer.answered ? (
              <>
                <b className="num">
                  {answer.points}/{answer.max}
                </b>{' '}
                {answer.text === '' ? words.none[language] : answer.text}
              </>
            ) : (
              words.noAnswer[language]
            ),
            note: [
              answer.papers > 0 ? `${answer.papers} ${language === 'vi' ? 'giấy tờ' : 'papers'}` : '',
              answer.proposed ? words.proposedMark[language] : '',
            ]
              .filter(Boolean)
              .join(' · '),
            action: { href: `/ho-so/${view.id}/tieu-chi/${answer.code}`, label: words.edit[language] },
          }))}
        />
      </section>
      {view.mayFile ? (
        <Form refusal={refusal}>
          <input type="hidden" name="seen" value={view.seen} />
          <RoundHint view={view} />
          <CheckBox name="declared" label={words.declaration[language]} />
          <SaveBar>
            <Button disabled={!view.ready}>{view.again ? words.fileAgain[language] : words.file[language]}</Button>
          </SaveBar>
        </Form>
      ) : (
        <Notice>{fill(words.readOnly[language], { state: view.state })}</Notice>
      )}
      <aside className="stack" aria-label={words.points[language]}>
        <PointsAside view={view.points} />
      </aside>
    </Page>
  )
}

function RoundHint({ view }: { view: View }) {
  const language = useLanguage()
  if (view.again) return null
  if (view.round === null) return <p className="hint">{words.noRound[language]}</p>
  return (
    <p className="hint">
      {fill(words.toRound[language], { round: view.round.name, due: view.round.due })}{' '}
      {view.round.tight ? fill(words.roundTight[language], { until: view.until, due: view.round.due }) : ''}
    </p>
  )
}

function Warnings({ view }: { view: View }) {
  const language = useLanguage()
  const warnings = [
    view.bare.length > 0 ? fill(words.warnEvidence[language], { codes: view.bare.join(', ') }) : '',
    view.expired.length > 0 ? fill(words.warnExpired[language], { titles: view.expired.join('; ') }) : '',
    view.differing.length > 0 ? fill(words.warnDiffers[language], { codes: view.differing.join(', ') }) : '',
  ].filter(Boolean)
  return (
    <>
      {view.missing.length === 0 ? null : (
        <Notice kind="bad" title={words.missing[language]}>
          <ul className="list">
            {view.missing.map((task) => (
              <li key={task.title}>
                {task.title}
                {task.hint === '' ? null : <span className="hint block">{task.hint}</span>}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/ho-so/${view.id}`}>{words.back[language]}</a>
          </p>
        </Notice>
      )}
      {warnings.length === 0 ? null : (
        <Notice kind="warn" title={words.warnings[language]}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
    </>
  )
}
