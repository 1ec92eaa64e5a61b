// An item before and after scoring: declare, open the pack, start; or the finished sheet.
import { formatTime } from '#/platform/text/format.ts'
import { declaredCauses } from '#/programme/council/conflict.ts'
import { causeWords, itemWords } from '#/programme/council/council.messages.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill, words } from './council-pages.messages.ts'
import { EvidencePane } from './evidence-pane.tsx'
import { crumbs, modelOf, type Item } from './item-model.ts'
import { BallotFrame } from './opinion-ballot.tsx'
import { words as opinionWords } from './opinion.messages.ts'
import { SheetRead } from './sheet-form.tsx'

export function Steps({ view, refusal }: { view: Item; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  const { mine, own } = view
  const final = own?.sheet.state === 'final'
  return (
    <Page
      title={view.product}
      crumbs={crumbs(view, language)}
      crumbTitle={`${words.item[language]} ${view.ordinal}`}
      lead={`${view.producer}, ${view.commune}. ${words.set[language]} ${view.set.no}: ${view.set.title}.`}
      marks={
        <>
          <State kind={view.withdrawn ? 'ended' : itemWords[view.state].mark} boxed>
            {view.withdrawn ? words.withdrawn[language] : itemWords[view.state][language]}
          </State>
          <span className="hint">
            {words.progress[language]}: <span className="num">{fill(words.progressOf[language], view.progress)}</span>
          </span>
        </>
      }
    >
      <div className="stack">
        <BallotFrame view={view} />
        {mine.conflictOpen ? (
          <Notice kind="warn">
            <p>{words.undecided[language]}</p>
          </Notice>
        ) : null}
        {mine.mayDeclare && !(mine.declared && mine.packOpened) ? <Declare declared={mine.declared} refusal={refusal} /> : null}
        {mine.mayOpenPack && !mine.packOpened ? (
          <Panel>
            <Form refusal={mine.declared ? refusal : undefined}>
              <Button name="_do" value="open">
                {words.openPack[language]}
              </Button>
              <p className="hint">{words.openPackHint[language]}</p>
            </Form>
          </Panel>
        ) : null}
        {mine.mayScore && own === null ? (
          <Panel>
            <Form refusal={refusal}>
              <ErrorSummary />
              <Button name="_do" value="start">
                {words.start[language]}
              </Button>
              <p className="hint">{words.startHint[language]}</p>
            </Form>
          </Panel>
        ) : null}
        {refusal !== undefined && own !== null ? (
          <Form refusal={refusal}>
            <ErrorSummary />
          </Form>
        ) : null}
        {final && own ? (
          <Notice kind="good" title={`${words.finalTitle[language]}: ${own.sums.total} ${words.points[language]}`}>
            <p>{fill(words.finalText[language], { time: own.sheet.finalisedAt === null ? '' : formatTime(own.sheet.finalisedAt) })}</p>
          </Notice>
        ) : null}
        <div className="row">
          {view.before === null ? null : (
            <ButtonLink kind="quiet" small href={`/hoi-dong/muc/${view.before}`}>
              {words.previous[language]}
            </ButtonLink>
          )}
          {view.after === null ? null : (
            <ButtonLink kind="quiet" small href={`/hoi-dong/muc/${view.after}`}>
              {words.next[language]}
            </ButtonLink>
          )}
        </div>
        {view.firstBallots ? (
          <p>
            <a href={`/hoi-dong/muc/${view.itemId}/phieu-bang-van-ban`}>{opinionWords.firstBallots[language]}</a>
          </p>
        ) : null}
        {own !== null && view.pack ? <SheetRead groups={modelOf(view)} /> : null}
        {view.pack ? <EvidencePane pack={view.pack} code={null} /> : null}
        {mine.mayDeclare && mine.declared && mine.packOpened ? (
          <Disclose summary={words.declareSome[language]}>
            <DeclareConflict refusal={refusal} />
          </Disclose>
        ) : null}
      </div>
    </Page>
  )
}

function Declare({ declared, refusal }: { declared: boolean; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Panel title={words.declareTitle[language]}>
      <p>{words.declareLead[language]}</p>
      {declared ? null : (
        <Form className="row mt">
          <Button name="_do" value="none">
            {words.declareNone[language]}
          </Button>
        </Form>
      )}
      <Disclose summary={words.declareSome[language]} open={refusal !== undefined}>
        <DeclareConflict refusal={refusal} />
      </Disclose>
    </Panel>
  )
}

function DeclareConflict({ refusal }: { refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      <p className="hint">{words.declareSomeHint[language]}</p>
      <Select
        name="cause"
        label={words.cause[language]}
        choices={declaredCauses.map((value) => ({ value, label: causeWords[value][language] }))}
      />
      <TextArea name="detail" label={words.detail[language]} rows={3} />
      <Button kind="danger" name="_do" value="conflict">
        {words.declareSome[language]}
      </Button>
    </Form>
  )
}
