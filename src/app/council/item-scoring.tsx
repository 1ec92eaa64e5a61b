// The score sheet at work: evidence on the left, the form on the right, the line of figures below.
import { formatTime } from '#/platform/text/format.ts'
import { Button } from '../ui/button.tsx'
import { Enhance } from '../ui/enhance.tsx'
import type { FormRefusal } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SavedMark } from '../ui/saved-mark.tsx'
import { StatusBar } from '../ui/status-bar.tsx'
import { fill, words } from './council-pages.messages.ts'
import { EvidencePane } from './evidence-pane.tsx'
import { crumbs, modelOf, type Item } from './item-model.ts'
import { BallotFrame } from './opinion-ballot.tsx'
import { SheetForm } from './sheet-form.tsx'
import { currentCriterion } from './sheet-model.ts'

export function Scoring({ view, asked, refusal }: { view: Item; asked: string | null; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  const { pack, own } = view
  if (pack === null || own === null) return null
  const groups = modelOf(view)
  const current = currentCriterion(groups, typeof refusal?.values['_tc'] === 'string' ? refusal.values['_tc'] : asked)
  return (
    <Page
      title={view.product}
      tabTitle={`${words.sheet[language]}: ${view.product}`}
      crumbs={crumbs(view, language)}
      crumbTitle={words.sheet[language]}
      layout="app"
      ownHeading
    >
      <Heading view={view} />
      <BallotFrame view={view} />
      {own.first === null ? null : (
        <Notice kind="warn">
          <p>{fill(words.secondPass[language], { codes: view.scope.join(', ') })}</p>
        </Notice>
      )}
      <div className="scoring">
        <EvidencePane pack={pack} code={current?.code ?? null} />
        <SheetForm groups={groups} current={current} version={own.sheet.version} comment={own.sheet.comment} refusal={refusal} />
        <StatusBar
          figure={String(own.sums.total)}
          parts={pack.form.parts.map((part) => ({ code: part.code, points: own.sums.parts[part.code] ?? 0, max: part.max }))}
          text={
            <span data-score-progress={words.bottom[language]}>
              {fill(words.bottom[language], { answered: own.sums.answered, offered: own.sums.offered })}
            </span>
          }
          saved={
            <SavedMark formId="phieu">
              {words.saved[language]} <span className="num">{formatTime(own.sheet.updatedAt, { seconds: true })}</span>
            </SavedMark>
          }
          keys
        >
          <Button kind="quiet" small form="phieu">
            {words.save[language]}
          </Button>
          <Button small form="phieu" name="_go" value="check">
            {words.check[language]}
          </Button>
        </StatusBar>
      </div>
      <Enhance name="score-total" />
    </Page>
  )
}

function Heading({ view }: { view: Item }) {
  const language = useLanguage()
  return (
    <div className="row between title-row">
      <div>
        <h1 className="h2">{view.product}</h1>
        <p className="hint">
          {words.item[language]}{' '}
          <span className="num">
            {view.ordinal}/{view.of}
          </span>{' '}
          · {words.set[language]} <span className="num">{view.set.no}</span>: {view.set.title}
          {view.declaredAt === null ? '' : ` · ${fill(words.declared[language], { time: formatTime(view.declaredAt) })}`}
        </p>
      </div>
      <p className="hint with-icon">
        <Icon name="lock" />
        <span>{words.blind[language]}</span>
      </p>
    </div>
  )
}
