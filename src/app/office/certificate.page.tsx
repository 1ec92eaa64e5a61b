import { gatherOldNames } from '#/programme/units/old-names.ts'
import { redirect } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { certificateRights } from '#/programme/certificate/certificate.policy.ts'
import { violationOfCertificate } from '#/programme/inspection/violation.store.ts'
import { expiryLetterOf, mayBeTold } from '#/programme/certificate/expiry-letter.actions.ts'
import { leadsToRecall } from '#/programme/objection/recall.store.ts'
import { certificateById, historyOf, signedCopies } from '#/programme/certificate/register.store.ts'
import { withdrawCertificate } from '#/programme/certificate/withdrawal.actions.ts'
import { serves } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Stars } from '../ui/star.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Timeline } from '../ui/timeline.tsx'
import type { Route } from './+types/certificate.page'
import { fillIn, verifyWords } from '../public/verify.messages.ts'
import { CertificateState } from './certificate-state.tsx'
import { registerWords as words } from './decision.messages.ts'
import { formText } from './issuing-form.server.ts'
import { verbWords } from './verb.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, now, services, lang }) => {
  const { photoSha256: _, ...certificate } = await certificateById(db, actor.authority, params['id'] ?? '')
  const rights = certificateRights(actor, certificate)
  mustSee(rights.see)
  const copies = certificate.documentId === null ? [] : await signedCopies(db, actor.authority, certificate.documentId)
  const grounds = services.regulations.current.regulation.withdrawal?.grounds ?? []
  return {
    certificate,
    rights,
    letter: await expiryLetterOf(db, certificate.id),
    tells:
      certificate.state === 'valid' && mayBeTold(certificate.lastValidOn, plainDateOf(now)) && serves(actor, actor.authority, 'office'),
    recall: await leadsToRecall(db, actor, certificate.id),
    violation: await violationOfCertificate(db, actor, certificate.id),
    today: plainDateOf(now),
    copies: copies.map(({ id, fileName, differs, note, attachedAt }) => ({ id, fileName, differs, note, attachedAt })),
    history: await historyOf(db, actor.provinceCode, 'certificate', certificate.id),
    grounds: grounds.map((ground) => ({ id: ground.id, title: ground.title[lang], needsConclusion: ground.needsConclusion })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) =>
    withdrawCertificate(
      ctx,
      id,
      {
        ground: formText(form, 'ground'),
        reason: formText(form, 'reason'),
        conclusion: formText(form, 'conclusion'),
        decisionNumber: formText(form, 'decisionNumber'),
        decisionDate: formText(form, 'decisionDate'),
      },
      Number(formText(form, '_version')),
    ),
  )
  return redirect(`/tinh/chung-nhan/${id}`)
})

export default function Certificate({ loaderData, actionData }: Route.ComponentProps) {
  const { certificate, rights, today, copies, history } = loaderData
  const { snapshot } = certificate
  const language = useLanguage()
  return (
    <Page
      title={certificate.productName}
      crumbs={[{ href: '/tinh/chung-nhan', label: words.title[language] }]}
      marks={
        <>
          <Stars count={certificate.star} was={certificate.state !== 'valid' || today > certificate.lastValidOn} />
          <CertificateState certificate={certificate} today={today} boxed />
        </>
      }
    >
      <div className="aside-right">
        <div className="stack-l">
          <div className="row">
            {certificate.documentId === null ? null : (
              <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${certificate.documentId}`}>
                {words.pdf[language]}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" href={`/c/${certificate.verifyCode}`}>
              {words.publicPage[language]}
            </ButtonLink>
            {loaderData.violation ? (
              <ButtonLink kind="quiet" href={`/hau-kiem/vi-pham/${loaderData.violation.violationId}`}>
                {words.violation[language]}
              </ButtonLink>
            ) : null}
            {loaderData.letter ? (
              <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${loaderData.letter.documentId}`}>
                {fillIn(words.expiryLetter[language], { number: loaderData.letter.number ?? '' })}
              </ButtonLink>
            ) : loaderData.tells ? (
              <ButtonLink kind="quiet" href={`/tinh/chung-nhan/thong-bao-het-han?giay=${certificate.id}`}>
                {words.expiryLetters[language]}
              </ButtonLink>
            ) : null}
            {loaderData.recall ? (
              <ButtonLink kind="quiet" href={`/tinh/chung-nhan/${certificate.id}/thu-hoi-cong-nhan`}>
                {words.recall[language]}
              </ButtonLink>
            ) : null}
          </div>
          <Facts
            facts={[
              { label: words.code[language], value: <span className="code">{certificate.productCode}</span> },
              { label: words.producer[language], value: certificate.producerName },
              {
                label: words.commune[language],
                value: `${snapshot.place.commune}, ${snapshot.place.province}`,
                note: [
                  ...(certificate.placeToday.length === 0
                    ? []
                    : [
                        fillIn((certificate.placeToday.length === 1 ? verifyWords.placeNow : verifyWords.placeSplit)[language], {
                          names: certificate.placeToday.join('; '),
                        }),
                      ]),
                  ...gatherOldNames(snapshot.place.oldNames),
                ].join('; '),
              },
              {
                label: words.decision[language],
                value: `${snapshot.decision.number}, ${formatDate(snapshot.decision.date)}`,
                note: snapshot.decision.issuer,
              },
              { label: words.issued[language], value: formatDate(certificate.issuedOn) },
              { label: words.last[language], value: formatDate(certificate.lastValidOn) },
              ...(certificate.stateDecision === null
                ? []
                : [{ label: words.decisionNumber[language], value: certificate.stateDecision, note: certificate.stateReason ?? '' }]),
            ]}
          />
          {rights.withdraw ? <Withdraw {...loaderData} refusal={actionData} /> : null}
        </div>
        <aside className="stack">
          <Panel title={words.signedCopies[language]} small>
            {copies.length === 0 ? (
              <p className="hint">{words.noCopies[language]}</p>
            ) : (
              <ul>
                {copies.map((copy) => (
                  <li key={copy.id}>
                    <a href={`/tep/ban-ky/${copy.id}`}>{copy.fileName}</a>
                    {copy.differs ? ` (${words.differs[language]}: ${copy.note ?? ''})` : ''}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={words.history[language]} small>
            <Timeline
              events={history.map((line) => ({
                title: verbWords(line.verb, language),
                date: formatDateTime(line.at),
                dateTime: line.at.toISOString(),
                note: line.actorName,
              }))}
            />
          </Panel>
        </aside>
      </div>
    </Page>
  )
}

function Withdraw({ certificate, grounds, refusal }: Route.ComponentProps['loaderData'] & { refusal: Route.ComponentProps['actionData'] }) {
  const language = useLanguage()
  return (
    <Panel title={words.withdrawTitle[language]} className="measure">
      <p className="hint">{words.withdrawHint[language]}</p>
      <Form refusal={refusal} version={certificate.version}>
        <ErrorSummary />
        <Radios
          name="ground"
          label={words.ground[language]}
          choices={grounds.map((ground) => ({
            value: ground.id,
            label: `${ground.id}) ${ground.title}`,
            ...(ground.needsConclusion ? { hint: words.needsConclusion[language] } : {}),
          }))}
        />
        <TextArea name="reason" label={words.reason[language]} maxLength={2000} />
        <Field name="conclusion" label={words.conclusion[language]} optional maxLength={500} />
        <Field name="decisionNumber" label={words.decisionNumber[language]} size="middle" maxLength={60} />
        <DateField name="decisionDate" label={words.decisionDate[language]} />
        <Button kind="danger">{words.withdraw[language]}</Button>
      </Form>
    </Panel>
  )
}
