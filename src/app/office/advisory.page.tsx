import { formatInstantDate } from '#/platform/text/format.ts'
import { officeFile } from '#/programme/commune/commune.store.ts'
import { flagsOf } from '#/programme/commune/flags.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { issueAdvisoryReport, saveAdvisoryWork } from '#/programme/round/advisory.actions.ts'
import { advisoryNotes, type AdvisoryNoteRow } from '#/programme/round/office.store.ts'
import { useActionData } from 'react-router'
import { textOf } from '../commune/check-input.ts'
import { fill, words as shared } from '../commune/commune.messages.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { words } from './office.messages.ts'
import type { Route } from './+types/advisory.page'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const { rights, dossier, latest, advice, form, reopenedCriteria } = await officeFile(db, services.regulations, actor, params['id'])
  const notes = new Map((await advisoryNotes(db, dossier)).map((note) => [note.criterion, note]))
  const flags = flagsOf(latest.snapshot, plainDateOf(now), form)
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    editable: rights.advise,
    issuedOn: advice?.state === 'issued' && advice.issuedAt ? formatInstantDate(advice.issuedAt) : null,
    paper: advice?.state === 'issued' ? advice.documentId : null,
    summary: advice?.summary ?? '',
    version: advice?.version ?? 0,
    criteria: latest.snapshot.answers
      .toSorted((a, b) => Number(b.criterion in reopenedCriteria) - Number(a.criterion in reopenedCriteria))
      .map((answer) => ({
        ...answer,
        note: notes.get(answer.criterion) ?? null,
        // A note written on this filing has seen the change.
        reopened: (notes.get(answer.criterion)?.ordinal ?? 0) < latest.ordinal ? (reopenedCriteria[answer.criterion] ?? null) : null,
        keptFrom: keptFrom(notes.get(answer.criterion), answer.criterion in reopenedCriteria, latest.ordinal),
        flags: flags.filter((flag) => flag.target.kind === 'criterion' && flag.target.id === answer.criterion),
      })),
  }
})

/** Day of a note that stands from an earlier filing because its criterion did not change; null for any other. */
function keptFrom(note: AdvisoryNoteRow | undefined, reopened: boolean, ordinal: number): string | null {
  return note && !reopened && note.ordinal < ordinal ? formatInstantDate(note.updatedAt) : null
}

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const here = `/tinh/ho-so/${id}/to-tu-van`
  const notes = [...form.keys()].flatMap((name) => {
    if (!name.startsWith('state:')) return []
    const criterion = name.slice('state:'.length)
    return [
      {
        criterion,
        state: textOf(form, name),
        remark: textOf(form, `remark:${criterion}`),
        bringToCouncil: textOf(form, `bring:${criterion}`) === '1',
      },
    ]
  })
  const version = await act((ctx) =>
    saveAdvisoryWork(ctx, id, { notes, summary: textOf(form, 'summary'), version: Number(textOf(form, '_version')) || 0 }),
  )
  if (textOf(form, 'viec') !== 'ban-hanh') return saved(here, version)
  await act((ctx) => issueAdvisoryReport(ctx, id))
  return saved(here)
})

export default function Advisory({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  const { id, product, criteria, editable, issuedOn, summary, version } = loaderData
  const seen = criteria.filter((one) => one.note?.state === 'done').length
  const brought = criteria.filter((one) => one.note?.bringToCouncil).length
  const stateText = { notSeen: words.notSeen[language], underWay: words.underWay[language], done: words.doneSeen[language] }
  const list = criteria.map((one) => (
    <section key={one.criterion} className="panel stack" aria-labelledby={`tc-${one.criterion.replaceAll('.', '-')}`}>
      <div className="row between">
        <h2 className="h3" id={`tc-${one.criterion.replaceAll('.', '-')}`}>
          <span className="num">{one.criterion}</span> {one.title}
        </h2>
        <span className="num">
          {one.points}/{one.max}
        </span>
      </div>
      <p className="quote">{one.optionText}</p>
      {one.description === '' ? null : <p className="hint">{one.description}</p>}
      {one.flags.map((flag) => (
        <p key={flag.kind}>
          <State kind={flag.weight === 'warn' ? 'back' : 'info'}>{flag.text[language]}</State>
        </p>
      ))}
      {one.reopened === null ? null : (
        <p>
          <State kind="back">{(one.reopened === 'asked' ? shared.wasAsked : shared.wasChanged)[language]}</State>
        </p>
      )}
      {one.keptFrom === null ? null : <p className="hint">{fill(words.noteKept[language], { day: one.keptFrom })}</p>}
      {editable ? (
        <>
          <Select
            name={`state:${one.criterion}`}
            label={words.state[language]}
            empty={false}
            defaultValue={one.note?.state ?? 'notSeen'}
            choices={(['notSeen', 'underWay', 'done'] as const).map((state) => ({ value: state, label: stateText[state] }))}
          />
          <TextArea
            name={`remark:${one.criterion}`}
            label={words.remark[language]}
            optional
            rows={2}
            maxLength={2000}
            defaultValue={one.note?.remark ?? ''}
          />
          <CheckBox name={`bring:${one.criterion}`} label={words.bring[language]} checked={one.note?.bringToCouncil ?? false} />
        </>
      ) : (
        <>
          <p className="row">
            <State kind={one.note?.state === 'done' ? 'done' : one.note?.state === 'underWay' ? 'part' : 'todo'}>
              {stateText[one.note?.state ?? 'notSeen']}
            </State>
            {one.note?.bringToCouncil ? <State kind="back">{words.bring[language]}</State> : null}
          </p>
          {one.note?.remark ? <p>{one.note.remark}</p> : null}
        </>
      )}
    </section>
  ))
  return (
    <Page
      title={words.advisory[language]}
      layout="measure"
      crumbs={[
        { href: '/tinh/ho-so', label: words.register[language] },
        { href: `/tinh/ho-so/${id}`, label: product },
      ]}
      eyebrow={product}
      lead={words.advisoryLead[language]}
      marks={<span className="hint">{fill(words.seen[language], { n: seen, all: criteria.length, b: brought })}</span>}
    >
      {issuedOn === null ? null : (
        <Notice kind="good">
          {fill(words.adviceIssued[language], { day: issuedOn })}
          {loaderData.paper === null ? null : (
            <>
              {' '}
              <a href={`/tep/van-ban/${loaderData.paper}`}>{words.advicePaper[language]}</a>{' '}
              <WordLink href={`/tep/van-ban/${loaderData.paper}.docx`} />
            </>
          )}
        </Notice>
      )}
      {editable ? (
        <Form id="to-tu-van" refusal={refusal} version={version} autosave>
          <ErrorSummary />
          {list}
          <TextArea name="summary" label={words.summary[language]} rows={5} maxLength={8000} defaultValue={summary} />
          <SaveBar now={fill(words.seen[language], { n: seen, all: criteria.length, b: brought })}>
            <Button name="viec" value="ban-hanh">
              {words.issueAdvice[language]}
            </Button>
            <Button kind="quiet" name="viec" value="luu">
              {words.saveAdvice[language]}
            </Button>
          </SaveBar>
        </Form>
      ) : (
        <div className="stack">
          {list}
          <section>
            <h2>{words.summary[language]}</h2>
            <p className="quote">{summary === '' ? shared.none[language] : summary}</p>
          </section>
        </div>
      )}
    </Page>
  )
}
