// What the frame of the site shows, read once per request by the root loader.
import type { RouterContextProvider } from 'react-router'
import type { Actor, Role } from '#/programme/people/actor.ts'
import { levelOf } from '#/programme/people/authority.ts'
import type { DeskName } from '#/programme/people/desk.name.ts'
import { navFor, type Area, type NavItem, type Visitor } from './navigation.ts'
import { secondRow } from './programme/sections.ts'
import { stateOf } from './request.ts'
import type { Language } from './ui/language.ts'

export type Frame = {
  language: Language
  visitor: Visitor | null
  /** The account, so that what a browser keeps for one person is never given to the next at the same computer. */
  owner: string
  /** Whose pages these are: the head, the foot and the tab name it. */
  desk: DeskName
  nav: NavItem[]
  /** The second row of the head, where an area has one. */
  secondRow: NavItem[]
  path: string
  otherLanguage: { href: string; label: string; code: Language }
}

/** Used where the root loader itself failed: the public frame in Vietnamese. */
export const strangerFrame: Frame = {
  language: 'vi',
  visitor: null,
  owner: '',
  desk: { short: '', full: '' },
  nav: navFor(null, 'vi'),
  secondRow: [],
  path: '/',
  otherLanguage: { href: '/?lang=en', label: 'English', code: 'en' },
}

export function frameOf(context: Readonly<RouterContextProvider>): Frame {
  const { actor, desk, lang, url } = stateOf(context)
  const visitor = actor === null ? null : visitorOf(actor)
  return {
    language: lang,
    visitor,
    owner: actor?.accountId ?? '',
    desk,
    nav: navFor(visitor, lang),
    secondRow: visitor === null ? [] : secondRow(visitor.areas, url.pathname, lang),
    path: url.pathname,
    otherLanguage: otherLanguageOf(url, lang),
  }
}

const areaOf: Record<Role, Area> = {
  producer: 'producer',
  communeOfficer: 'commune',
  communeLeader: 'commune',
  office: 'office',
  clerk: 'clerk',
  bodyOfficer: 'body',
  advisor: 'advisor',
  leader: 'leader',
  admin: 'admin',
}

/** The areas a person works in, each once. */
export function areasOf(actor: Actor): Area[] {
  const areas = actor.grants.map((grant) => areaOf[grant.role])
  return [...new Set(actor.seats.length > 0 ? [...areas, 'member' as const] : areas)]
}

function visitorOf(actor: Actor): Visitor {
  return { name: actor.name, unseen: actor.unseen ?? 0, areas: areasOf(actor), level: levelOf(actor.authority) }
}

/** Where a person lands after signing in: the first page of the first area they work in. */
export function workplaceOf(actor: Actor | null): string {
  return actor === null ? '/' : (navFor(visitorOf(actor), 'vi')[0]?.href ?? '/')
}

/** The same page in the other language: `?lang=` sets a cookie, so the choice stays. */
function otherLanguageOf(url: URL, language: Language): Frame['otherLanguage'] {
  const code = language === 'vi' ? 'en' : 'vi'
  const query = new URLSearchParams(url.searchParams)
  query.set('lang', code)
  return { href: `${url.pathname}?${query.toString()}`, label: code === 'vi' ? 'Tiếng Việt' : 'English', code }
}
