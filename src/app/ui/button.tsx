import type { ButtonHTMLAttributes, ReactNode } from 'react'
import type { IconName } from './drawings.ts'
import { Icon } from './icon.tsx'

/** One `primary` per screen; `danger` is outlined and its words say what will happen. */
export type ButtonKind = 'primary' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind; small?: boolean; icon?: IconName; className?: string; children: ReactNode }

function classOf({ kind = 'primary', small = false, className }: Look): string {
  return ['btn', kind === 'primary' ? '' : `btn-${kind}`, small ? 'btn-small' : '', className ?? ''].filter(Boolean).join(' ')
}

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'>

export function Button({ kind, small, icon, className, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classOf({ kind, small, className, children } as Look)} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}

type LinkProps = Look & { href: string; download?: boolean; target?: '_blank' }

/** A link that looks like a button: it opens a page, it never changes anything. */
export function ButtonLink({ kind, small, icon, className, children, href, download, target }: LinkProps) {
  return (
    <a
      href={href}
      download={download}
      target={target}
      rel={target ? 'noopener' : undefined}
      className={classOf({ kind, small, className, children } as Look)}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  )
}
