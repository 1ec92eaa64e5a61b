// How a page talks to the domain: parse → one action or one store read → present. Refusals become calm pages or form errors here, once.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import type { Db } from '#/platform/database/open.ts'
import { AppError, isAppError, type FieldErrors } from '#/platform/errors/app-error.ts'
import { formatTime } from '#/platform/text/format.ts'
import { act, type Ctx } from '#/programme/context.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { stateOf, type RequestState } from './request.ts'

export type PageRequest = RequestState & {
  db: Db
  request: Request
  params: Record<string, string | undefined>
}

export type SignedInPage = PageRequest & {
  actor: Actor
  /** Runs one verb of the domain in a transaction as the signed-in person. */
  act: <T>(verb: (ctx: Ctx) => Promise<T>) => Promise<T>
}

/** What a form gets back when it was refused: messages by field, a summary, and everything that was typed. */
export type Refusal = {
  refused: true
  code: string
  summary: string
  next: string
  errors: FieldErrors
  values: Record<string, string | string[]>
}

/** A page anyone may open. */
export function publicLoader<T>(work: (page: PageRequest) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    const page = pageOf(args)
    try {
      return await work(page)
    } catch (error) {
      throw asPage(error, page)
    }
  }
}

/** A page for signed-in people; others are sent to sign in and come back. */
export function pageLoader<T>(work: (page: SignedInPage) => Promise<T>) {
  return publicLoader((page) => work(signedIn(page)))
}

/**
 * The end of an action that saved something: to the next page (303), with the record's new version.
 * A form that saves while typing (Accept: application/json) gets `{ savedAt, version }` instead, see http.ts.
 */
export function saved(to: string, version?: number): Response {
  return redirect(to, { status: 303, headers: version === undefined ? {} : { 'X-Version': String(version) } })
}

export function publicAction<T>(work: (page: PageRequest & { form: FormData }) => Promise<T>) {
  return async (args: ActionFunctionArgs) => {
    const page = pageOf(args)
    const asJson = args.request.headers.get('accept')?.startsWith('application/json') ?? false
    const answer = (status: number, body: unknown) => {
      if (asJson) stateOf(args.context).answer = { status, body }
    }
    let form = new FormData()
    try {
      form = await args.request.formData()
      const result = await work({ ...page, form })
      const version = result instanceof Response ? result.headers.get('X-Version') : null
      answer(200, { savedAt: formatTime(page.now, { seconds: true }), version: version === null ? null : Number(version) })
      return result
    } catch (error) {
      if (isAppError(error))
        answer(error.status, { message: `${error.say(page.lang)} ${error.next(page.lang)}`, errors: error.fieldMessages(page.lang) })
      if (!isAppError(error)) throw asPage(error, page)
      // What may not be known, and a lost session, are pages of their own; every other refusal goes back to the form.
      if (error.code === 'notFound') throw asPage(error, page)
      return data(refusalOf(error, page.lang, form), { status: error.status })
    }
  }
}

export function pageAction<T>(work: (page: SignedInPage & { form: FormData }) => Promise<T>) {
  return publicAction((page) => work({ ...signedIn(page), form: page.form }))
}

export function refusalOf(error: AppError, lang: 'vi' | 'en', form: FormData): Refusal {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (/password|matKhau/i.test(name)) continue
    const typed = form.getAll(name).filter((value) => typeof value === 'string')
    values[name] = typed.length === 1 ? (typed[0] ?? '') : typed
  }
  return { refused: true, code: error.code, summary: error.say(lang), next: error.next(lang), errors: error.fieldMessages(lang), values }
}

function pageOf({ request, params, context }: LoaderFunctionArgs): PageRequest {
  const state = stateOf(context)
  return { ...state, db: state.services.database.db, request, params }
}

function signedIn(page: PageRequest): SignedInPage {
  const { actor, services } = page
  if (!actor) {
    const back = page.request.method === 'GET' ? page.url.pathname + page.url.search : '/'
    throw redirect(`/dang-nhap?tiep=${encodeURIComponent(back)}`)
  }
  return { ...page, actor, act: (verb) => act(services, actor, verb) }
}

function asPage(error: unknown, page: PageRequest): unknown {
  if (!isAppError(error)) return error
  return data({ code: error.code, message: error.say(page.lang), next: error.next(page.lang) }, { status: error.status })
}
