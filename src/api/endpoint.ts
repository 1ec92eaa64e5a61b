// An endpoint as data: address, words, shapes and what it runs. The mount gives every one the same door: token, limits, errors, paging.
import { z } from '@hono/zod-openapi'
import type { Key } from '#/platform/database/keyset.ts'
import type { Db } from '#/platform/database/open.ts'
import type { Ctx, Services } from '#/programme/context.ts'
import type { Actor } from '#/programme/people/actor.ts'

export type Words = { vi: string; en: string }
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What every call carries. `actor` is null only on public endpoints. */
export type Call = { services: Services; db: Db; actor: Actor | null; now: Date; lang: 'vi' | 'en'; address: string; headers: Headers }
export type SignedCall = Call & { actor: Actor }

/** A file that came with the request, not yet judged. */
export type RawFile = { field: string; name: string; bytes: Uint8Array }

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never
export type Input<Path extends string, Query, Body> = { params: Record<ParamNames<Path>, string>; query: Query; body: Body }

/** A page of a list: `run` was asked for `limit` rows from `offset`, or after the key `after` where the list goes by key. */
export type Paging = { limit: number; offset: number; after: Key | null }
/** `next` given (null on the last page): the list goes by key. Left out: it counts rows. */
export type Paged = { rows: readonly unknown[]; total?: number; next?: Key | null }

type Described = {
  tag: string
  title: Words
  /** Second sentence for the reader of /api/docs. */
  about?: Words
}

/** The erased form the mount works with. */
export type Endpoint = Described & {
  method: Method
  path: string
  access: 'public' | 'account'
  query: z.ZodType | null
  body: z.ZodType | null
  multipart: boolean
  paged: boolean
  status: 200 | 201 | 204
  answer: z.ZodType | null
  /** Judges files before any transaction; null where none are taken. */
  prepare: ((call: SignedCall, files: RawFile[], fields: Record<string, unknown>) => Promise<unknown>) | null
} & (
    | { kind: 'read'; run: (call: Call, input: Input<string, unknown, unknown>, paging: Paging) => Promise<unknown> }
    | { kind: 'deed'; run: (ctx: Ctx, input: Input<string, unknown, unknown>, prepared: unknown) => Promise<unknown> }
    /** Writes outside the domain's transaction: sign-in, pieces of an upload. */
    | { kind: 'call'; run: (call: Call, input: Input<string, unknown, unknown>) => Promise<unknown> }
  )

type ReadDefinition<Path extends string, Query extends z.ZodType> = Described & {
  query?: Query
  answer?: z.ZodType
  run: (call: SignedCall, input: Input<Path, z.output<Query>, undefined>) => Promise<unknown>
}
type ListDefinition<Path extends string, Query extends z.ZodType> = Described & {
  query?: Query
  answer?: z.ZodType
  run: (call: SignedCall, input: Input<Path, z.output<Query>, undefined>, paging: Paging) => Promise<Paged>
}
type DeedDefinition<Path extends string, Body extends z.ZodType, Prepared> = Described & {
  body?: Body
  status?: 200 | 201 | 204
  answer?: z.ZodType
  /** Present: the request is multipart/form-data, and this judges its files before the transaction. */
  prepare?: (call: SignedCall, files: RawFile[], fields: Record<string, unknown>) => Promise<Prepared>
  run: (ctx: Ctx, input: Input<Path, undefined, z.output<Body>>, prepared: Prepared) => Promise<unknown>
}

const nothing = { multipart: false, paged: false, prepare: null, query: null, body: null, answer: null, status: 200 as const }

/** One thing, read by a signed-in account. */
export function read<const Path extends string, Query extends z.ZodType = z.ZodUndefined>(
  path: Path,
  definition: ReadDefinition<Path, Query>,
): Endpoint {
  return { ...nothing, ...definition, method: 'get', path, access: 'account', kind: 'read', run: definition.run as never }
}

/** A list with cursor paging, read by a signed-in account. */
export function list<const Path extends string, Query extends z.ZodType = z.ZodUndefined>(
  path: Path,
  definition: ListDefinition<Path, Query>,
): Endpoint {
  return { ...nothing, ...definition, method: 'get', path, access: 'account', kind: 'read', paged: true, run: definition.run as never }
}

/** Something anyone may read. */
export function open<const Path extends string, Query extends z.ZodType = z.ZodUndefined>(
  path: Path,
  definition: Described & {
    query?: Query
    answer?: z.ZodType
    run: (call: Call, input: Input<Path, z.output<Query>, undefined>) => Promise<unknown>
  },
): Endpoint {
  return { ...nothing, ...definition, method: 'get', path, access: 'public', kind: 'read', run: definition.run as never }
}

/** A list anyone may read. */
export function openList<const Path extends string, Query extends z.ZodType = z.ZodUndefined>(
  path: Path,
  definition: Described & {
    query?: Query
    answer?: z.ZodType
    run: (call: Call, input: Input<Path, z.output<Query>, undefined>, paging: Paging) => Promise<Paged>
  },
): Endpoint {
  return { ...nothing, ...definition, method: 'get', path, access: 'public', kind: 'read', paged: true, run: definition.run as never }
}

/** A verb of the domain in its own transaction. A result of undefined answers 204. */
export function deed<const Path extends string, Body extends z.ZodType = z.ZodUndefined, Prepared = undefined>(
  method: Exclude<Method, 'get'>,
  path: Path,
  definition: DeedDefinition<Path, Body, Prepared>,
): Endpoint {
  return {
    ...nothing,
    ...definition,
    status: definition.status ?? (definition.answer ? 200 : 204),
    prepare: (definition.prepare ?? null) as Endpoint['prepare'],
    multipart: definition.prepare !== undefined,
    method,
    path,
    access: 'account',
    kind: 'deed',
    run: definition.run as never,
  }
}

/** A call that is no verb of the domain. */
export function call<const Path extends string, Body extends z.ZodType = z.ZodUndefined>(
  method: Exclude<Method, 'get'>,
  path: Path,
  definition: Described & {
    access: 'public' | 'account'
    body?: Body
    status?: 200 | 201 | 204
    answer?: z.ZodType
    run: (call: Call, input: Input<Path, undefined, z.output<Body>>) => Promise<unknown>
  },
): Endpoint {
  return { ...nothing, ...definition, status: definition.status ?? 200, method, path, kind: 'call', run: definition.run as never }
}
