import { communeFile } from '#/programme/commune/commune.store.ts'
import { requiredSamples } from '#/programme/commune/samples.ts'
import { handOverSamples, sendToProvince } from '#/programme/commune/send.actions.ts'
import { useActionData } from 'react-router'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { DonePanel } from '../ui/done-panel.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { textOf } from './check-input.ts'
import { fill, words } from './commune.messages.ts'
import { Documents } from './dossier-parts.tsx'
import { refusalIn } from './refusal.ts'
import type { Route } from './+types/send.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { rights, dossier, latest, pack, handover, documents } = await communeFile(db, services.regulations, actor, params['id'])
  return {
    id: dossier.id,
    product: latest.snapshot.product.name,
    may: rights.send,
    sent: dossier.proposedAt !== null,
    required: requiredSamples(pack.regulation, dossier.setNo),
    handover: handover && { handed: handover.handed, note: handover.note },
    documents: documents.filter((document) => ['communeReport', 'communeProposal', 'sampleHandover'].includes(document.kind)),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  if (textOf(form, 'viec') === 'mau')
    await act((ctx) => handOverSamples(ctx, id, { handed: textOf(form, 'handed'), note: textOf(form, 'note') }))
  else await act((ctx) => sendToProvince(ctx, id))
  return saved(`/xa/ho-so/${id}/gui-tinh`)
})

export default function Send({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  const { id, product, may, sent, required, handover } = loaderData
  const aboutSamples = refusal?.values['viec'] === 'mau'
  return (
    <Page
      title={words.goSend[language]}
      layout="measure"
      crumbs={[
        { href: '/xa/hop-viec?muc=toSend', label: words.toSend[language] },
        { href: `/xa/ho-so/${id}`, label: product },
      ]}
      lead={product}
    >
      {sent ? <DonePanel title={words.sendDone[language]} /> : null}
      <div className="stack">
        <Panel title={words.samples[language]}>
          <p>{required === 0 ? words.samplesNone[language] : fill(words.samplesNeed[language], { n: required })}</p>
          {handover ? (
            <p>
              <State kind={handover.handed < required ? 'back' : 'done'}>
                {words.recorded[language]}: {handover.handed} {words.unit[language]}
              </State>{' '}
              {handover.note}
            </p>
          ) : null}
          {may ? (
            <Form refusal={aboutSamples ? refusal : undefined}>
              {aboutSamples ? <ErrorSummary /> : null}
              <Field
                name="handed"
                label={words.handed[language]}
                inputMode="numeric"
                size="short"
                unit={words.unit[language]}
                defaultValue={String(handover?.handed ?? required)}
              />
              <TextArea
                name="note"
                label={words.note[language]}
                hint={words.noteHint[language]}
                optional
                rows={2}
                maxLength={1000}
                defaultValue={handover?.note ?? ''}
              />
              <div className="row">
                <Button kind={handover ? 'quiet' : 'primary'} name="viec" value="mau">
                  {(handover ? words.correctSamples : words.saveSamples)[language]}
                </Button>
              </div>
            </Form>
          ) : null}
        </Panel>
        <Documents documents={loaderData.documents} />
        {may ? (
          <Panel title={words.sendTitle[language]} wash>
            <p>{words.sendLead[language]}</p>
            <Form refusal={aboutSamples ? undefined : refusal}>
              {aboutSamples ? null : <ErrorSummary />}
              <SaveBar>
                <Button kind={handover ? 'primary' : 'quiet'} name="viec" value="gui">
                  {words.sendPress[language]}
                </Button>
              </SaveBar>
            </Form>
          </Panel>
        ) : sent ? null : (
          <Notice>{words.notReady[language]}</Notice>
        )}
      </div>
    </Page>
  )
}
