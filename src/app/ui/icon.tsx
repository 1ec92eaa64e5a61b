import { createContext, useContext } from 'react'
import { drawings, type IconName } from './drawings.ts'

/** Names met while one page renders. The pages render once, in order, on the server only, so the sprite at the end knows them all. */
export const IconsUsed = createContext<Set<IconName>>(new Set())

type Props = {
  name: IconName
  /** Spoken text; without it the icon is decoration and a word must stand beside it. */
  label?: string
  /** Replaces the class `i`, e.g. `star` or `seal`. */
  shape?: 'i' | 'star' | 'star star-off' | 'seal'
  className?: string
}

/** One icon of the sprite. A state is never told by an icon alone: a word stands beside it, or `label` says it. */
export function Icon({ name, label, shape = 'i', className }: Props) {
  useContext(IconsUsed).add(name)
  const spoken = label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const)
  return (
    <svg className={className === undefined ? shape : `${shape} ${className}`} {...spoken}>
      <use href={`#i-${name}`} />
    </svg>
  )
}

/** The sprite with the symbols this page used. The root layout renders it last; never render it elsewhere. */
export function Sprite() {
  const used = [...useContext(IconsUsed)].toSorted()
  const markup = used.map((name) => `<symbol id="i-${name}" viewBox="${viewBox(name)}">${drawings[name]}</symbol>`).join('')
  return <svg className="sprite" width="0" height="0" aria-hidden="true" dangerouslySetInnerHTML={{ __html: markup }} />
}

function viewBox(name: IconName): string {
  return name.startsWith('seal-') ? '0 0 64 64' : '0 0 24 24'
}
