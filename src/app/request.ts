// What every page request carries, set by server.ts and read by loaders and actions.
import { createContext, type RouterContextProvider } from 'react-router'
import type { Actor } from '#/programme/people/actor.ts'
import type { DeskName } from '#/programme/people/desk.name.ts'
import type { Services } from '#/programme/context.ts'
import type { Auth } from '#/programme/people/auth.ts'

export type RequestState = {
  services: Services
  auth: Auth
  actor: Actor | null
  /** The browser session, which remembers the desk chosen. */
  session: string | null
  /** The desk the person works at; of a stranger the configured province. */
  desk: DeskName
  lang: 'vi' | 'en'
  now: Date
  url: URL
  /** Address of the caller, for limits. */
  address: string
  headers: Headers
  /** Set by an action when a form saved while typing: sent as JSON in place of the page. */
  answer?: { status: number; body: unknown }
}

export const requestContext = createContext<RequestState>()

export function stateOf(context: Readonly<RouterContextProvider>): RequestState {
  return context.get(requestContext)
}
