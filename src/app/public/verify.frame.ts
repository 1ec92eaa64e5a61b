// The frame of the pages that are written straight by the front: same head, foot, styles and icons as the other pages, no script, no session.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { drawings, type IconName } from '../ui/drawings.ts'
import type { DeskName } from '#/programme/people/desk.name.ts'
import type { Language } from '../ui/language.ts'
import { markup, trusted, type Markup } from './markup.ts'
import { packedPiece, type Piece } from './packed-pieces.ts'
import { fillIn, verifyWords as words } from './verify.messages.ts'

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
    mark = trusted(`<svg class="${shape}" aria-hidden="true"><use href="#i-${name}"/></svg>`)
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
    sprite = trusted(`<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`)
    sprites.set(key, sprite)
  }
  return sprite
}

type FrameOf = {
  lang: Language
  /** The configured province: every public page is its own. */
  province: DeskName
  /** Address of this page without the language; empty: the address the page was asked at. */
  path: string
  icons: readonly IconName[]
  assets: Assets
}
type HeadOf = {
  title: string
  /** Search engines keep only what is in force. */
  index: boolean
}

/** A whole page: the frame with its title and body. */
export function frame({ title, index, body, ...of }: FrameOf & HeadOf & { body: Markup }): Markup {
  return markup`${frameHead(of)}${frameTitle({ title, index })}${frameTop(of)}${body}${frameFoot(of)}`
}

/** The same frame, packed: between `head` and `top` goes `frameTitle`, between `top` and `foot` the body. */
export type PackedFrame = { head: Piece; top: Piece; foot: Piece }

export function packedFrame(of: FrameOf): PackedFrame {
  return {
    head: packedPiece(String(frameHead(of))),
    top: packedPiece(String(frameTop(of))),
    foot: packedPiece(String(frameFoot(of))),
  }
}

function frameHead({ lang, assets }: FrameOf): Markup {
  return markup`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${assets.fonts.map((href) => markup`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin />`)}
        ${assets.stylesheet === null ? '' : markup`<link rel="stylesheet" href="${assets.stylesheet}" />`}
        ${assets.icon === null ? '' : markup`<link rel="icon" href="${assets.icon}" type="image/svg+xml" />`}`
}

/** What the head of one page says of itself. */
export function frameTitle({ title, index }: HeadOf): Markup {
  return markup`<title>${title}</title>${index ? '' : trusted('<meta name="robots" content="noindex">')}`
}

function frameTop({ lang, province }: FrameOf): Markup {
  return markup`</head>
      <body>
        <a class="skip" href="#noi-dung">${words.skip[lang]}</a>
        <header class="site-head">
          <div class="wrap">
            <a class="brand" href="/"
              >${icon('star', 'star')}<span><b>OCOP</b> ${province.short}</span></a
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
        <main id="noi-dung"><div class="wrap">`
}

function frameFoot({ lang, province, path, icons }: FrameOf): Markup {
  const other = lang === 'vi' ? 'en' : 'vi'
  return markup`</div></main>
        <footer class="site-foot">
          <div class="wrap">
            <nav aria-label="${words.menu[lang]}">
              <ul>
                <li><a href="/danh-muc">${words.catalogue[lang]}</a></li>
                <li><a href="/kiem-tra">${words.checkCode[lang]}</a></li>
                <li><a href="/dang-nhap">${words.signIn[lang]}</a></li>
              </ul>
            </nav>
            <p>${fillIn(words.office[lang], { province: province.full, name: province.short })}</p>
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
