// What a person may press on a report, most likely first; the rarer presses fold away.
import type { ReportRights } from '#/programme/report/report.policy.ts'
import { fill } from '../commune/commune.messages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './report.messages.ts'

type Props = {
  report: { id: string; state: string; upperAuthority: string | null; computing: boolean; body: boolean; leaf: boolean }
  rights: ReportRights
  toAccept: number
  answer: unknown
}

export function ReportDeeds({ report, rights, toAccept, answer }: Props) {
  const language = useLanguage()
  const say = (key: keyof typeof words) => words[key][language]
  return (
    <div className="stack-l">
      {rights.fill ? (
        <Panel small>
          <div className="row">
            <ButtonLink href={`/bao-cao/${report.id}/nhap`}>{say('fill')}</ButtonLink>
            {report.computing ? null : <DeedForm deed="compute" kind="quiet" answer={answer} label={say('compute')} />}
            {toAccept > 0 ? (
              <DeedForm deed="acceptAll" kind="quiet" answer={answer} label={fill(say('acceptAll'), { n: toAccept })} />
            ) : null}
          </div>
        </Panel>
      ) : null}
      {rights.ready ? <DeedForm deed="ready" kind="quiet" answer={answer} label={say('ready')} /> : null}
      {rights.approve ? (
        <Panel title={say('approve')} small>
          <p className="hint">{say('approveLead')}</p>
          <DeedForm deed="approve" answer={answer} label={say('approve')}>
            {report.body ? (
              <Field name="signer" label={say('signer')} maxLength={100} />
            ) : (
              <Field name="signer" label={say('signer')} hint={say('signerHint')} optional maxLength={100} />
            )}
            <Field name="post" label={say('post')} optional maxLength={100} />
          </DeedForm>
        </Panel>
      ) : null}
      {rights.accept ? <DeedForm deed="accept" answer={answer} label={say('accept')} /> : null}
      {rights.unready ? <DeedForm deed="unready" kind="quiet" answer={answer} label={say('unready')} /> : null}
      {rights.sendBack ? (
        <p>
          <ButtonLink kind="quiet" href={`/bao-cao/${report.id}/tra-lai`}>
            {say('sendBack')}
          </ButtonLink>
        </p>
      ) : null}
      {rights.expect ? <DeedForm deed="expect" kind="quiet" answer={answer} label={say('expect')} /> : null}
      {rights.fill && report.state === 'waiting' ? (
        <Disclose summary={say('goWithout')}>
          <DeedForm deed="goWithout" kind="quiet" answer={answer} label={say('goWithout')} reason />
        </Disclose>
      ) : null}
      {rights.ready && report.leaf ? (
        <Disclose summary={say('fileNothing')}>
          <p className="hint">{say('nothingLead')}</p>
          <DeedForm deed="nothing" kind="quiet" answer={answer} label={say('fileNothing')} reason />
        </Disclose>
      ) : null}
      {rights.extend ? (
        <Disclose summary={say('extend')}>
          <DeedForm deed="extend" kind="quiet" answer={answer} label={say('extend')} reason>
            <DateField name="dueOn" label={say('newDue')} />
          </DeedForm>
        </Disclose>
      ) : null}
      {rights.takeBack ? (
        <Disclose summary={say('takeBack')}>
          <DeedForm deed="takeBack" kind="danger" answer={answer} label={say('takeBack')} reason />
        </Disclose>
      ) : null}
      {rights.reopen ? (
        <Disclose summary={say('reopen')}>
          <DeedForm deed="reopen" kind="danger" answer={answer} label={say('reopen')} reason />
        </Disclose>
      ) : null}
      {rights.excuse ? (
        <Disclose summary={say('excuse')}>
          <DeedForm deed="excuse" kind="danger" answer={answer} label={say('excuse')} reason />
        </Disclose>
      ) : null}
    </div>
  )
}
