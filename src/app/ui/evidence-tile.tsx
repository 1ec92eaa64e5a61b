import type { ReactNode } from 'react'
import { ConfidentialMark } from './confidential-mark.tsx'
import { State, type StateKind } from './state.tsx'

type Props = {
  /** Kind of paper: "Giấy chứng nhận đăng ký nhãn hiệu". */
  title: string
  /** "Số 31846/QĐ-SHTT · 18/06/2025". */
  number?: string
  /** Issuer, term. */
  note?: string
  state?: { kind: StateKind; text: string }
  /** Deadline chip about its expiry. */
  expiry?: ReactNode
  /** Address of a small preview picture; a drawn sheet stands in when there is none. */
  preview?: string
  actions?: readonly { href: string; label: string }[]
  /** Marked by its producer as a business secret; the mark stands wherever the paper is listed. */
  confidential?: boolean
  /** Named by the law but not there yet. */
  missing?: boolean
  children?: ReactNode
}

/** One evidence paper: what it is, its number and dates, its state, what can be done with it. Put tiles in <EvidenceList>. */
export function EvidenceTile({
  title,
  number,
  note,
  state,
  expiry,
  preview,
  actions = [],
  confidential = false,
  missing = false,
  children,
}: Props) {
  return (
    <li className={missing ? 'evidence evidence-missing' : 'evidence'}>
      <Thumb preview={preview} missing={missing} />
      <div>
        <b>{title}</b>
        {number === undefined ? null : <span className="num block">{number}</span>}
        {note === undefined ? null : <span className="quiet block">{note}</span>}
        {confidential ? <ConfidentialMark /> : null}
      </div>
      {state === undefined ? null : <State kind={state.kind}>{state.text}</State>}
      {expiry}
      {actions.length === 0 && children === undefined ? null : (
        <div className="do">
          {actions.map((action) => (
            <a key={action.label} className="tap" href={action.href}>
              {action.label}
              <span className="vh"> {title}</span>
            </a>
          ))}
          {children}
        </div>
      )}
    </li>
  )
}

export function EvidenceList({ children }: { children: ReactNode }) {
  return <ul className="evidences">{children}</ul>
}

function Thumb({ preview, missing }: { preview: string | undefined; missing: boolean }) {
  if (preview !== undefined) return <img className="thumb" src={preview} width={56} height={74} alt="" loading="lazy" />
  return (
    <svg className="thumb" viewBox="0 0 56 74" aria-hidden="true">
      <path
        d={missing ? 'M28 27v20M18 37h20' : 'M18 10h20M10 20h36M10 27h36M10 34h28M10 44h36M10 51h30'}
        stroke={missing ? '#767c72' : '#b9b5a6'}
        strokeWidth={missing ? 3 : 2}
      />
      {missing ? null : <circle cx="40" cy="62" r="6" fill="none" stroke="#c65a43" strokeWidth="1.5" />}
    </svg>
  )
}
