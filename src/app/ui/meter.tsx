import { printPercent } from '#/programme/indicator/indicator.ts'

/** A bar and its percentage, in hundredths of a percent; the bar ends at the whole. A link where it leads somewhere. */
export function Meter({ hundredths, href }: { hundredths: number | null; href?: string }) {
  if (hundredths === null) return <>–</>
  const bar = (
    <>
      <svg className="meter" aria-hidden="true">
        <rect className="c0" width="100%" height="10" />
        <rect className="c3" width={`${Math.min(100, hundredths / 100)}%`} height="10" />
      </svg>{' '}
      {printPercent(hundredths)}
    </>
  )
  return href === undefined ? (
    <span className="fit">{bar}</span>
  ) : (
    <a className="fit" href={href}>
      {bar}
    </a>
  )
}
