// Shapes shared by the API. What a field means is judged by the domain, with its own messages; here only which fields exist and how they look.
import { z } from '@hono/zod-openapi'
import { isPlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'

/** A value as a form would send it: the domain reads it and says what is wrong with it. */
export const typed = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional()

/** An object with exactly these typed fields; any other is refused. */
export function typedFields<const Name extends string>(...names: readonly Name[]) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, typed])) as Record<Name, typeof typed>)
}

export const id = z
  .string()
  .refine(isId, { params: { words: { vi: 'Mã này không đúng dạng.', en: 'This is not an id.' } } })
  .openapi({ format: 'uuid' })
export const version = z.number().int().min(0).openapi({ description: 'version of the record as last read' })
export const reason = z.strictObject({ reason: z.string() })
/** A plain day, as yyyy-MM-dd. */
export const day = z
  .string()
  .refine(isPlainDate, { params: { words: { vi: 'Ngày này không đúng dạng.', en: 'This is not a day.' } } })
  .openapi({ format: 'date' })
/** A finished resumable upload, in place of a file part. */
export const upload = z.string().max(64).optional()
export const year = z.coerce.number().int().min(2015).max(2100).optional()
export const search = z.string().max(200).optional()

/** Number, date and signer of a paper, to be taken into the shape of its verb. */
export const issuing = {
  numberKind: z.enum(['next', 'reserved', 'irregular']).default('next'),
  reserved: z.string().default(''),
  irregular: z.string().default(''),
  issuedOn: z.string(),
  signerName: z.string(),
  signerPost: z.string(),
}
export const made = z.object({ id })
export const newVersion = z.object({ version: z.number().int() })
/** Records whose fields are those of the page that shows them; described in words at the endpoint. */
export const record = z.looseObject({})

/** How a course or event names the task of a plan it is held for. */
export const taskWords = {
  vi: 'task: nhiệm vụ của một kế hoạch đã ban hành, dạng "<familyId của kế hoạch>:<mã nhiệm vụ>"; để trống nếu không có.',
  en: 'task: a task of an issued plan as "<familyId of the plan>:<code of the task>"; empty for none.',
}
