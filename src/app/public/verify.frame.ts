// The frame of the pages that are written straight by the front: same head, foot, styles and icons as the other pages, no script, no session.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { html, raw } from 'hono/html'
import { drawings, type IconName } from '../ui/drawings.ts'
import type { Language } from '../ui/language.ts'
import { verifyWords as words } from './verify.messages.ts'

/** What `html` gives back: escaped text that may be put into another template. */
export type Markup = ReturnType<typeof html>

export type Assets = { stylesheet: string | null; fonts: string[]; icon: string | null }

/** The hashed files of the build that these pages share with the others; none where nothing was built (tests). */
export function assetsOf(buildDir: string): Assets {
  let names: string[]
  try {
    names = readdirSync(join(buildDir, 'client', 'assets'))
  } catch {
    names = []
  }
  const address = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map((name) => `/assets/${name}`)
  return {
    stylesheet: address(/^app-[\w-]+\.css$/)[0] ?? null,
    fonts: address(/^be-vietnam-pro-(latin|vietnamese)-400-normal-[\w-]+\.woff2$/),
    icon: address(/^favicon-[\w-]+\.svg$/)[0] ?? null,
  }
}

const marks = new Map<string, Markup>()

/** One icon of the page's own sprite. */
export function icon(name: IconName, shape: 'i' | 'star' | 'star star-off' | 'seal' = 'i'): Markup {
  const key = `${shape}|${name}`
  let mark = marks.get(key)
  if (!mark) {
    mark = raw(`<svg class="${shape}" aria-hidden="true"><use href="#i-${name}"/></svg>`)
    marks.set(key, mark)
  }
  return mark
}

const sprites = new Map<string, Markup>()

function spriteOf(icons: readonly IconName[]): Markup {
  const key = icons.join()
  let sprite = sprites.get(key)
  if (!sprite) {
    const symbols = [...new Set<IconName>([...icons, 'star', 'search', 'user'])].map(
      (name) => `<symbol id="i-${name}" viewBox="${name.startsWith('seal-') ? '0 0 64 64' : '0 0 24 24'}">${drawings[name]}</symbol>`,
    )
    sprite = raw(`<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`)
    sprites.set(key, sprite)
  }
  return sprite
}

type FrameProps = {
  lang: Language
  title: string
  /** Address of this page without the language. */
  path: string
  icons: readonly IconName[]
  assets: Assets
  /** Search engines keep only what is in force. */
  index: boolean
  body: Markup
}

export function frame({ lang, title, path, icons, assets, index, body }: FrameProps): Markup {
  const other = lang === 'vi' ? 'en' : 'vi'
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="color-scheme" content="light dark" />
        ${index ? '' : raw('<meta name="robots" content="noindex">')}
        ${assets.fonts.map((href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin />`)}
        ${assets.stylesheet === null ? '' : html`<link rel="stylesheet" href="${assets.stylesheet}" />`}
        ${assets.icon === null ? '' : html`<link rel="icon" href="${assets.icon}" type="image/svg+xml" />`}
      </head>
      <body>
        <a class="skip" href="#noi-dung">${words.skip[lang]}</a>
        <header class="site-head">
          <div class="wrap">
            <a class="brand" href="/"
              >${icon('star', 'star')}<span><b>OCOP</b> ${words.province[lang]}</span></a
            >
            <nav class="site-nav" aria-label="${words.mainNav[lang]}">
              <ul>
                <li><a href="/danh-muc">${icon('search')}${words.catalogue[lang]}</a></li>
                <li class="wide"><a href="/kiem-tra">${words.checkCode[lang]}</a></li>
                <li class="wide"><a href="/dang-nhap">${icon('user')}${words.signIn[lang]}</a></li>
              </ul>
            </nav>
          </div>
        </header>
        <main id="noi-dung"><div class="wrap">${body}</div></main>
        <footer class="site-foot">
          <div class="wrap">
            <nav aria-label="${words.menu[lang]}">
              <ul>
                <li><a href="/danh-muc">${words.catalogue[lang]}</a></li>
                <li><a href="/kiem-tra">${words.checkCode[lang]}</a></li>
                <li><a href="/dang-nhap">${words.signIn[lang]}</a></li>
              </ul>
            </nav>
            <p>${words.office[lang]}</p>
            <ul>
              <li><a href="/api/docs">${words.openData[lang]}</a></li>
              <li>
                <a href="${path}?lang=${other}" lang="${other}" hreflang="${other}" rel="nofollow"
                  >${other === 'en' ? 'English' : 'Tiếng Việt'}</a
                >
              </li>
            </ul>
          </div>
        </footer>
        ${spriteOf(icons)}
      </body>
    </html>`
}
