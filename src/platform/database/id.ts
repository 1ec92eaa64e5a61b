import { v7 } from 'uuid'

/** A new key: UUID v7, made by the application so that no sequence is shared. */
export function newId(): string {
  return v7()
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Rubbish in an address must read as "no such thing", not as a database error. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text)
}
