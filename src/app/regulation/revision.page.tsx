import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { must } from '#/programme/refuse.ts'
import {
  confirmRevision,
  discardRevision,
  examineRevision,
  proposeRevision,
  sendRevisionBack,
  uploadRevision,
} from '#/programme/regulation-revision/revision.actions.ts'
import { revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { MOST_REVISION_BYTES } from '#/programme/regulation-revision/revision.yaml.ts'
import { keepsRegulations, readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { FaultList, MOST_FAULTS } from './fault-list.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import { RevisionForms } from './revision-forms.tsx'
import { RevisionStateMark } from './revision-state.tsx'
import { textOfFile } from './upload.server.ts'
import type { Route } from './+types/revision.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { provinceCode } = services.config
  must(readsRegulations(actor, provinceCode))
  const { draft, ...row } = await revisionOf(db, params['id'])
  const { run, comparison, shifts } = examineRevision(services.regulations, { ...row, draft })
  const changed = (comparison?.sets ?? []).filter((set) => set.status !== 'same').map((set) => set.set)
  return {
    row: { ...row, proposedBy: null },
    keeps: keepsRegulations(actor, provinceCode),
    ownProposal: row.proposedBy === actor.accountId,
    compared: comparison !== null,
    changed,
    changedGeneral: (comparison?.regulation ?? []).length > 0,
    shifts: shifts.length,
    faults: { total: run.faults.length, shown: run.faults.slice(0, MOST_FAULTS) },
    remarks: { total: run.remarks.length, shown: run.remarks.slice(0, MOST_FAULTS) },
    sets: draft.regulation.sets.map(({ set }) => ({ set, title: draft.forms[set]?.title ?? '' })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const version = form.get('_version')
  const deed = form.get('deed')
  if (deed === 'upload') {
    const { text } = await textOfFile(form, MOST_REVISION_BYTES)
    await act((ctx) => uploadRevision(ctx, id, version, text))
  } else if (deed === 'propose')
    await act((ctx) =>
      proposeRevision(ctx, id, version, {
        number: form.get('number'),
        decidedOn: form.get('decidedOn'),
        effectiveFrom: form.get('effectiveFrom'),
        reason: form.get('reason'),
      }),
    )
  else if (deed === 'confirm') await act((ctx) => confirmRevision(ctx, id, version))
  else if (deed === 'back') await act((ctx) => sendRevisionBack(ctx, id, version, { reason: form.get('backReason') }))
  else await act((ctx) => discardRevision(ctx, id, version, { reason: form.get('discardReason') }))
  return saved(`/quan-tri/quy-dinh/ban/${id}`)
})

export default function Revision({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { row, keeps, ownProposal, compared, changed, changedGeneral, shifts, faults, remarks, sets } = loaderData
  const at = `/quan-tri/quy-dinh/ban/${row.id}`
  const writes = keeps && row.state === 'draft'
  const person = (name: string | null, when: Date | null) => (name === null || when === null ? '–' : `${name}, ${formatDateTime(when)}`)
  return (
    <Page
      title={filled(words.versionOf[language], { id: row.publishedId ?? row.baseId })}
      layout="measure"
      crumbs={[{ href: '/quan-tri/quy-dinh', label: words.title[language] }]}
      marks={<RevisionStateMark state={row.state} boxed />}
    >
      <div className="stack-l">
        {row.sentBack === null ? null : (
          <Notice kind="warn" title={words.sentBack[language]}>
            <p>{row.sentBack}</p>
          </Notice>
        )}
        <Facts
          facts={[
            { label: words.base[language], value: row.baseId, note: <span className="code">{row.baseHash.slice(0, 16)}</span> },
            { label: words.writtenBy[language], value: person(row.createdByName, row.createdAt) },
            ...(row.decisionNumber === null
              ? []
              : [
                  {
                    label: words.paper[language],
                    value: `${row.decisionNumber}${row.decidedOn === null ? '' : `, ${formatDate(row.decidedOn)}`}`,
                    note: row.reason ?? undefined,
                  },
                  { label: words.effectiveFrom[language], value: row.effectiveFrom === null ? '–' : formatDate(row.effectiveFrom) },
                  { label: words.proposedBy[language], value: person(row.proposedByName, row.proposedAt) },
                  { label: words.confirmedBy[language], value: person(row.confirmedByName, row.confirmedAt) },
                ]),
            ...(row.publishedHash === null
              ? []
              : [{ label: words.hash[language], value: <span className="code">{row.publishedHash.slice(0, 16)}</span> }]),
          ]}
        />
        {faults.total === 0 ? (
          <Notice kind="good">{words.noFaults[language]}</Notice>
        ) : (
          <Notice kind="bad" title={filled(words.faults[language], { n: faults.total })}>
            <FaultList faults={faults.shown} total={faults.total} at={writes ? at : null} />
          </Notice>
        )}
        {shifts === 0 ? null : (
          <Notice kind="warn" title={filled(words.shifts[language], { n: shifts })}>
            <p>{words.shiftsText[language]}</p>
          </Notice>
        )}
        <Panel title={words.changes[language]}>
          {!compared ? (
            <p>{words.noBase[language]}</p>
          ) : changed.length === 0 && !changedGeneral ? (
            <EmptyState title={words.noChanges[language]} />
          ) : (
            <>
              <p>
                {filled(words.changedSets[language], { n: changed.length })}
                {changed.length === 0 ? null : `: ${changed.join(', ')}`}.
              </p>
              <div className="row mt">
                <ButtonLink kind="quiet" href={`${at}/so-sanh`}>
                  {words.compare[language]}
                </ButtonLink>
              </div>
            </>
          )}
        </Panel>
        <Panel title={words.forms[language]}>
          <p className="mb">
            <a className="tap" href={`${at}/chung`}>
              {words.general[language]}
            </a>
          </p>
          <Disclose summary={words.forms[language]}>
            <ul>
              {sets.map(({ set, title }) => (
                <li key={set}>
                  <a className="tap" href={`${at}/bo/${set}`}>
                    {set}. {title}
                  </a>
                </li>
              ))}
            </ul>
          </Disclose>
          <div className="row mt">
            <ButtonLink kind="quiet" href={`${at}/yaml`} download>
              {words.download[language]}
            </ButtonLink>
          </div>
        </Panel>
        {remarks.total === 0 ? null : (
          <Disclose summary={filled(words.remarks[language], { n: remarks.total })}>
            <FaultList faults={remarks.shown} total={remarks.total} at={null} />
          </Disclose>
        )}
        {keeps ? (
          <RevisionForms
            state={row.state}
            version={row.version}
            ready={faults.total === 0}
            ownProposal={ownProposal}
            refusal={refusalIn(actionData)}
          />
        ) : null}
      </div>
    </Page>
  )
}
