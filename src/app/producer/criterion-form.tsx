import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { EvidenceList, EvidenceTile } from '../ui/evidence-tile.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { OptionCards } from '../ui/option-cards.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { CriterionView } from './criterion.page.tsx'
import { FormerNotice } from './former-notice.tsx'
import { PaperExpiry } from './paper-expiry.tsx'
import { fill, words } from './producer.messages.ts'

/** One criterion: proposal, levels with what each would do, papers, description. One form, so that no press loses another field. */
export function CriterionForm({ view, refusal }: { view: CriterionView; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  if (view.caseOpen)
    return (
      <Notice kind="warn">
        <p>{words.caseNeeded[language]}</p>
        <p>
          <ButtonLink href={`/ho-so/${view.id}/bo-san-pham`}>{words.caseLink[language]}</ButtonLink>
        </p>
      </Notice>
    )
  return (
    <>
      <p className="quiet">{fill(words.maxPoints[language], { max: view.max })}</p>
      {view.edit ? null : <Notice>{fill(words.readOnly[language], { state: view.state })}</Notice>}
      {view.applies || view.onlyIf === null ? null : (
        <Notice>{fill(words.notApplicable[language], { code: view.onlyIf.criterion, above: view.onlyIf.above })}</Notice>
      )}
      {view.former === null ? null : <FormerNotice former={view.former} edit={view.edit} version={view.version} option={view.option} />}
      <Proposal view={view} />
      <Form refusal={refusal} version={view.version} autosave={view.edit} upload>
        <ErrorSummary />
        {/* Enter in the form saves and goes on; without this the first button would be one of the papers'. */}
        <button className="vh" name="deed" value="next" tabIndex={-1}>
          {words.save[language]}
        </button>
        <OptionCards
          name="option"
          legend={`${words.criterion[language]} ${view.code}`}
          chosen={view.option === null ? undefined : String(view.option)}
          options={view.options.map((option) => ({
            value: String(option.number),
            text: option.text ?? words.none[language],
            points: option.points,
            gateFor: option.gateFor,
            effect: fill((option.number === view.option ? words.effectNow : words.effect)[language], {
              total: option.total,
              star: option.star,
            }),
          }))}
        />
        <LawNotes view={view} />
        <Evidence view={view} />
        <TextArea name="description" label={words.more[language]} optional rows={3} maxLength={3000} defaultValue={view.description} />
        {view.edit ? (
          <SaveBar
            now={
              <>
                <b>
                  {view.points.total} {language === 'vi' ? 'điểm' : 'points'}
                </b>
                {view.points.star} {language === 'vi' ? 'sao' : 'stars'}
              </>
            }
          >
            <Button name="deed" value="next">
              {view.next === null ? words.savePart[language] : fill(words.saveNext[language], { code: view.next })}
            </Button>
            <Button kind="quiet" className="later" name="deed" value="list">
              {words.savePart[language]}
            </Button>
          </SaveBar>
        ) : null}
      </Form>
    </>
  )
}

function Proposal({ view }: { view: CriterionView }) {
  const language = useLanguage()
  const { proposal, option } = view
  if (proposal === null) return null
  const settled = proposal.option !== null
  const same = settled && proposal.option === option
  return (
    <Notice kind={same ? 'good' : option !== null && settled ? 'warn' : 'info'} title={words.proposal[language]}>
      <p>{proposal.because}</p>
      {same ? <p>{words.proposalSame[language]}</p> : null}
      {!settled ? (
        <p>
          {fill(words.proposalOpen[language], {
            options: proposal.candidates.map((points) => fill(words.optionOf[language], { points })).join(', '),
          })}
        </p>
      ) : null}
      {settled && !same && option !== null ? <p>{words.proposalDiffers[language]}</p> : null}
      {settled && !same && view.edit ? (
        <form method="post">
          <input type="hidden" name="_version" value={view.version} />
          <Button kind="quiet" small name="deed" value={`confirm:${proposal.option}`}>
            {fill(words.confirm[language], { points: proposal.points ?? 0 })}
          </Button>
        </form>
      ) : null}
    </Notice>
  )
}

function LawNotes({ view }: { view: CriterionView }) {
  const language = useLanguage()
  return (
    <Disclose summary={words.law[language]}>
      {view.fullTitle === view.title ? null : <p>{view.fullTitle}</p>}
      {view.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {view.eliminations.map((note) => (
        <p key={note}>
          <b>{words.eliminates[language]}:</b> {note}
        </p>
      ))}
      {view.communeOpinion ? <p>{words.communeOpinion[language]}</p> : null}
      <p className="hint">{fill(words.lawSource[language], view.law)}</p>
    </Disclose>
  )
}

function Evidence({ view }: { view: CriterionView }) {
  const language = useLanguage()
  return (
    <section className="stack" id="minh-chung" aria-labelledby="minh-chung-tieu-de">
      <div>
        <h2 id="minh-chung-tieu-de">{words.evidence[language]}</h2>
        <p className="hint">{view.needsEvidence ? words.evidenceHint[language] : words.evidenceNotNeeded[language]}</p>
        {view.evidence === null ? null : (
          <p className="hint">
            {words.lawAsks[language]}: {view.evidence}
          </p>
        )}
      </div>
      <EvidenceList>
        {view.papers.length === 0 && view.needsEvidence ? (
          <EvidenceTile title={words.noEvidence[language]} missing state={{ kind: 'todo', text: words.absent[language] }} />
        ) : null}
        {view.papers.map((paper) => (
          <EvidenceTile
            key={paper.id}
            title={paper.title}
            confidential={paper.confidential}
            number={paper.number}
            note={paper.issuer}
            expiry={<PaperExpiry expiry={paper.expiry} />}
            missing={paper.files === 0}
            {...(paper.preview === null ? {} : { preview: paper.preview })}
            actions={[{ href: `/kho-giay-to/${paper.id}`, label: words.view[language] }]}
          >
            {view.edit ? (
              <button className="link tap" name="deed" value={`unlink:${paper.id}`}>
                {words.remove[language]}
                <span className="vh"> {paper.title}</span>
              </button>
            ) : null}
          </EvidenceTile>
        ))}
      </EvidenceList>
      {view.edit ? (
        <>
          <FileField
            name="files"
            label={words.takePhoto[language]}
            hint={words.filesHint[language]}
            accept="image/*,.pdf,.docx,.xlsx,.mp4"
            multiple
            resumable
          />
          {view.kinds.length === 1 ? (
            <input type="hidden" name="kind" value={view.kinds[0]?.value} />
          ) : (
            <Select name="kind" label={words.kind[language]} choices={view.kinds} empty={false} />
          )}
          <div className="add">
            <Button kind="quiet" icon="camera" name="deed" value="upload">
              {words.uploadHere[language]}
            </Button>
            <Button kind="quiet" icon="folder" name="deed" value="library">
              {fill(words.fromLibrary[language], { count: view.libraryCount })}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}
