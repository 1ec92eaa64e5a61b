// What the frame of the site shows, read once per request by the root loader.
import type { RouterContextProvider } from 'react-router'
import { navFor, type NavItem, type Visitor } from './navigation.ts'
import type { Language } from './ui/language.ts'

export type Frame = {
  language: Language
  visitor: Visitor | null
  nav: NavItem[]
  path: string
  csrf: string
  otherLanguage: { href: string; label: string; code: Language }
}

/** Used where the root loader itself failed: the public frame in Vietnamese. */
export const strangerFrame: Frame = {
  language: 'vi',
  visitor: null,
  nav: navFor(null, 'vi'),
  path: '/',
  csrf: '',
  otherLanguage: { href: '/?lang=en', label: 'English', code: 'en' },
}

export function frameOf(_context: Readonly<RouterContextProvider>, request: Request): Frame {
  const url = new URL(request.url)
  const language: Language = url.searchParams.get('lang') === 'en' ? 'en' : 'vi'
  return {
    language,
    visitor: null,
    nav: navFor(null, language),
    path: url.pathname,
    csrf: '',
    otherLanguage: otherLanguageOf(url, language),
  }
}

/** The same page in the other language: `?lang=` sets a cookie, so the choice stays. */
function otherLanguageOf(url: URL, language: Language): Frame['otherLanguage'] {
  const code = language === 'vi' ? 'en' : 'vi'
  const query = new URLSearchParams(url.searchParams)
  query.set('lang', code)
  return { href: `${url.pathname}?${query.toString()}`, label: code === 'vi' ? 'Tiếng Việt' : 'English', code }
}
