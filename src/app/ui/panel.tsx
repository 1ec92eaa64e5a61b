import type { ReactNode } from 'react'

type Props = { title?: string; id?: string; wash?: boolean; small?: boolean; className?: string; children: ReactNode }

/** A sheet of paper on the page. `wash` for quiet side matters, `small` for a smaller heading in a side column. */
export function Panel({ title, id, wash = false, small = false, className, children }: Props) {
  return (
    <section className={['panel', wash ? 'panel-wash' : '', className ?? ''].filter(Boolean).join(' ')} id={id}>
      {title === undefined ? null : <h2 className={small ? 'h3' : undefined}>{title}</h2>}
      {children}
    </section>
  )
}
