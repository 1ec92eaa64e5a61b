import { State } from './state.tsx'
import { Stars } from './star.tsx'

export type CertificateStatus = 'valid' | 'ended' | 'withdrawn'

type Props = {
  product: string
  href?: string
  stars: number
  code: string
  status: CertificateStatus
  /** "Đang có hiệu lực đến 22/12/2029". */
  statusText: string
  producer?: string
}

/** A certificate at a glance; when it has ended the stars go hollow. */
export function CertificateCard({ product, href, stars, code, status, statusText, producer }: Props) {
  return (
    <article className={status === 'valid' ? 'cert' : `cert cert-${status}`}>
      <h3>{href === undefined ? product : <a href={href}>{product}</a>}</h3>
      <p>
        <Stars count={stars} was={status !== 'valid'} />
      </p>
      {producer === undefined ? null : <p>{producer}</p>}
      <p className="code">{code}</p>
      <p>
        <State kind={status === 'valid' ? 'done' : status === 'ended' ? 'ended' : 'stop'}>{statusText}</State>
      </p>
    </article>
  )
}
