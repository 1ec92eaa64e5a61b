// The frame around every page. No script is ever rendered here: a page that needs behaviour renders <Enhance name="…"/> itself.
import type { ReactNode } from 'react'
import latinFont from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import vietnameseFont from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root'
import { frameOf, strangerFrame } from './frame.ts'
import { SiteFoot, SiteHead } from './ui/frame.tsx'
import { IconsUsed, Sprite } from './ui/icon.tsx'
import { PageDesk } from './ui/desk.ts'
import { PageLanguage } from './ui/language.ts'
import { RefusalPage } from './ui/refusal-page.tsx'
import { words } from './ui/ui.messages.ts'
import favicon from './styles/favicon.svg?url'
import styles from './styles/app.css?url'

export function loader({ context }: Route.LoaderArgs) {
  return frameOf(context)
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root') ?? strangerFrame
  const { language } = frame
  return (
    <IconsUsed value={new Set()}>
      <PageLanguage value={language}>
        <PageDesk value={frame.desk}>
          <html lang={language} data-owner={frame.owner === '' ? undefined : frame.owner}>
            <head>
              <meta charSet="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <meta name="color-scheme" content="light dark" />
              <link rel="preload" href={latinFont} as="font" type="font/woff2" crossOrigin="anonymous" />
              <link rel="preload" href={vietnameseFont} as="font" type="font/woff2" crossOrigin="anonymous" />
              <link rel="stylesheet" href={styles} />
              <link rel="icon" href={favicon} type="image/svg+xml" />
            </head>
            <body>
              <a className="skip" href="#noi-dung">
                {words.skip[language]}
              </a>
              <SiteHead items={frame.nav} visitor={frame.visitor} path={frame.path} second={frame.secondRow} />
              {children}
              <SiteFoot items={frame.nav} visitor={frame.visitor} path={frame.path} otherLanguage={frame.otherLanguage} />
              <Sprite />
            </body>
          </html>
        </PageDesk>
      </PageLanguage>
    </IconsUsed>
  )
}

export default function Root() {
  return <Outlet />
}

/** A refusal thrown as `data({ message, next }, { status })` shows its message and next step; anything else is a fault and shows no detail. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const frame = useRouteLoaderData<typeof loader>('root') ?? strangerFrame
  if (!isRouteErrorResponse(error)) return <RefusalPage status={500} />
  return <RefusalPage status={error.status} detail={textOf(error.data, 'message')} next={textOf(error.data, 'next')} path={frame.path} />
}

function textOf(payload: unknown, key: 'message' | 'next'): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const text: unknown = Reflect.get(payload, key)
  return typeof text === 'string' && text !== '' ? text : undefined
}
