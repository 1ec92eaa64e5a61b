import type { ReactNode } from 'react'
import { ButtonLink } from './button.tsx'
import { useLanguage, type Text } from './language.ts'
import { Page } from './page.tsx'
import { errorPages } from './ui.messages.ts'

const byStatus: Record<number, { title: Text; lead: Text }> = {
  401: errorPages.signIn,
  403: errorPages.forbidden,
  404: errorPages.notFound,
  429: errorPages.tooMany,
  500: errorPages.fault,
}

type Props = {
  status: number
  /** What exactly was refused and by which rule, in the reader's language; only where the reader may know it. */
  detail?: string | undefined
  /** What to do about it. */
  next?: string | undefined
  /** Where to come back after signing in. */
  path?: string
  children?: ReactNode
}

/** The calm page behind a refusal: what happened, and what to do next. */
export function RefusalPage({ status, detail, next, path, children }: Props) {
  const language = useLanguage()
  const { title, lead } = byStatus[status] ?? (status >= 500 ? errorPages.fault : errorPages.refused)
  return (
    <Page title={title[language]} lead={detail ?? lead[language]} layout="measure">
      {next === undefined ? null : <p className="mb">{next}</p>}
      {children}
      <div className="row">
        {status === 401 ? (
          <ButtonLink href={`/dang-nhap?tiep=${encodeURIComponent(path ?? '/')}`}>{errorPages.goSignIn[language]}</ButtonLink>
        ) : (
          <ButtonLink href="/">{errorPages.goHome[language]}</ButtonLink>
        )}
        {status === 404 ? (
          <ButtonLink href="/danh-muc" kind="quiet">
            {errorPages.searchCatalogue[language]}
          </ButtonLink>
        ) : null}
      </div>
    </Page>
  )
}
