/**
 * Uploads that survive a lost network: the file is sent in pieces, each at the offset the server has reached; after a cut
 * the phone asks for the offset and goes on. What is on the disk is the only truth about the offset. A session belongs to
 * one owner; to anyone else it does not exist. It lives in this machine's data folder, so with several machines behind a
 * proxy one upload must stay with one machine.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { FileStore, StoredFile } from '#/platform/files/file-store.ts'

import { DEFAULT_LIMITS, inspectUpload } from './inspect.ts'
import type { Accepted, UploadLimits } from './inspect.ts'
import type { Refusal } from './uploads.messages.ts'

export type UploadSession = { id: string; owner: string; name: string; size: number; createdAt: string; expiresAt: string }
export type UploadProgress = UploadSession & { offset: number }

export type AppendResult =
  | { ok: true; offset: number; complete: boolean }
  /** `offsetMismatch`: go on from `offset` instead (HTTP 409) · `tooMuch`: more bytes than were announced (413). */
  | { ok: false; reason: 'offsetMismatch'; offset: number }
  | { ok: false; reason: 'notFound' | 'tooMuch' }

export type FinishResult =
  | { ok: true; file: StoredFile; accepted: Accepted }
  | { ok: false; reason: 'notFound' }
  | { ok: false; reason: 'incomplete'; offset: number }
  | { ok: false; reason: 'refused'; refusal: Refusal }

export type CreateResult = { ok: true; session: UploadSession } | { ok: false; reason: 'badSize' | 'tooLarge' | 'tooManyOpen' }

const HOURS_TO_LIVE = 24
const MOST_OPEN = 20
const ID = /^[0-9a-f]{32}$/

/** One piece at a time for each session in this process; two tabs sending the same piece must not interleave. */
const turns = new Map<string, Promise<unknown>>()

async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(id) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(id, mine)
  try {
    return await mine
  } finally {
    if (turns.get(id) === mine) turns.delete(id)
  }
}

const folderOf = (root: string, id: string) => join(root, id)
const dataOf = (root: string, id: string) => join(root, id, 'data')

async function load(root: string, id: string, now: Date): Promise<UploadProgress | null> {
  if (!ID.test(id)) return null
  try {
    const session = JSON.parse(await readFile(join(folderOf(root, id), 'session.json'), 'utf8')) as UploadSession
    if (now.toISOString() >= session.expiresAt) return null
    return { ...session, offset: (await stat(dataOf(root, id))).size }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Opens an upload of `size` bytes under `root` (DATA_DIR/uploads). The id is 128 random bits. The size is checked here so
 * that nobody sends 200 MB to hear at the end that 25 were allowed; at most 20 uploads of one owner are open at once.
 */
export async function createUpload(
  root: string,
  input: { owner: string; name: string; size: number; now: Date; limits?: Partial<UploadLimits> },
): Promise<CreateResult> {
  const limits = { ...DEFAULT_LIMITS, ...input.limits }
  const largest = limits.allowed.includes('video/mp4') ? Math.max(limits.maxBytes, limits.maxFilmBytes) : limits.maxBytes
  if (!Number.isSafeInteger(input.size) || input.size <= 0) return { ok: false, reason: 'badSize' }
  if (input.size > largest) return { ok: false, reason: 'tooLarge' }
  if ((await openUploads(root, input.owner, input.now)).length >= MOST_OPEN) return { ok: false, reason: 'tooManyOpen' }
  const id = randomBytes(16).toString('hex')
  const session: UploadSession = {
    id,
    owner: input.owner,
    name: input.name.slice(0, 500),
    size: input.size,
    createdAt: input.now.toISOString(),
    expiresAt: new Date(input.now.getTime() + HOURS_TO_LIVE * 3_600_000).toISOString(),
  }
  // Made aside and moved into place: a session seen by anyone is whole.
  const making = join(root, `making-${id}`)
  await mkdir(making, { recursive: true })
  await writeFile(join(making, 'data'), '')
  await writeFile(join(making, 'session.json'), JSON.stringify(session))
  await rename(making, folderOf(root, id))
  return { ok: true, session }
}

/** How far an upload has come; null when it does not exist, is over, or is someone else's. */
export async function uploadProgress(root: string, id: string, owner: string, now: Date): Promise<UploadProgress | null> {
  const session = await load(root, id, now)
  return session?.owner === owner ? session : null
}

/** The owner's open uploads, to offer "go on" after the page was closed. */
export async function openUploads(root: string, owner: string, now: Date): Promise<UploadProgress[]> {
  const found = await Promise.all((await sessionIds(root)).map((id) => load(root, id, now)))
  return found.filter((session): session is UploadProgress => session?.owner === owner)
}

async function sessionIds(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => [])
  return names.filter((name) => ID.test(name))
}

/**
 * Adds a piece at `offset`, which must be where the file ends now. A piece cut off half way keeps what arrived, so the
 * offset to go on from is the answer to `uploadProgress`.
 */
export function appendChunk(
  root: string,
  id: string,
  piece: { owner: string; offset: number; content: AsyncIterable<Uint8Array> | Uint8Array; now: Date },
): Promise<AppendResult> {
  return inTurn(id, async () => {
    const session = await uploadProgress(root, id, piece.owner, piece.now)
    if (!session) return { ok: false, reason: 'notFound' }
    if (piece.offset !== session.offset) return { ok: false, reason: 'offsetMismatch', offset: session.offset }
    const chunks = piece.content instanceof Uint8Array ? [piece.content] : piece.content
    const file = await open(dataOf(root, id), 'a')
    let offset = session.offset
    try {
      for await (const chunk of chunks) {
        if (offset + chunk.byteLength > session.size) {
          await file.truncate(session.offset)
          return { ok: false, reason: 'tooMuch' }
        }
        await file.appendFile(chunk)
        offset += chunk.byteLength
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return { ok: true, offset, complete: offset === session.size }
  })
}

/**
 * Looks at the whole file and keeps it in the store. On acceptance and on refusal the session is over; an incomplete one
 * goes on. Pressing twice gives the second press `notFound`: the caller keeps the first answer with its own record.
 */
export function finishUpload(
  root: string,
  id: string,
  input: { owner: string; now: Date; limits?: Partial<UploadLimits> },
  files: FileStore,
): Promise<FinishResult> {
  return inTurn(id, async () => {
    const session = await uploadProgress(root, id, input.owner, input.now)
    if (!session) return { ok: false, reason: 'notFound' }
    if (session.offset !== session.size) return { ok: false, reason: 'incomplete', offset: session.offset }
    const bytes = await readFile(dataOf(root, id))
    const inspection = await inspectUpload(bytes, session.name, input.limits)
    if (!inspection.ok) {
      await rm(folderOf(root, id), { recursive: true, force: true })
      return { ok: false, reason: 'refused', refusal: inspection.refusal }
    }
    const file = await files.put(bytes)
    await rm(folderOf(root, id), { recursive: true, force: true })
    return { ok: true, file, accepted: inspection }
  })
}

/** Gives an upload up. True when there was one to give up. */
export function cancelUpload(root: string, id: string, owner: string, now: Date): Promise<boolean> {
  return inTurn(id, async () => {
    if (!(await uploadProgress(root, id, owner, now))) return false
    await rm(folderOf(root, id), { recursive: true, force: true })
    return true
  })
}

/** Removes what is over and what was left half made; run daily. Returns how many were removed. */
export async function removeExpiredUploads(root: string, now: Date): Promise<number> {
  const names = await readdir(root).catch(() => [])
  let removed = 0
  for (const name of names) {
    const making = name.startsWith('making-')
    if (!making && !ID.test(name)) continue
    if (making ? (await stat(join(root, name))).mtimeMs > now.getTime() - 3_600_000 : (await load(root, name, now)) !== null) continue
    await rm(join(root, name), { recursive: true, force: true })
    removed += 1
  }
  return removed
}
