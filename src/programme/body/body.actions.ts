// The register of bodies, kept by the desk's office and administrator.
import { fold } from '#/platform/text/fold.ts'
import { addAttachments, removeAttachment } from '../attachment/attachment.actions.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { found, must, mustSee } from '../refuse.ts'
import { bodyRights, readBody } from './body.ts'
import { bodiesByName, bodyById, holdBodies, insertBodies } from './body.store.ts'

/** Adds a body to the actor's own desk. A name that is there already is refused, so a form sent twice makes one body. */
export async function addBody(ctx: Ctx, input: Readonly<Record<string, unknown>>): Promise<string> {
  const { authority, provinceCode } = ctx.actor
  const rights = bodyRights(ctx.actor, authority)
  mustSee(rights.see)
  must(rights.keep)
  const body = readBody(input)
  await holdBodies(ctx.tx, authority)
  if ((await bodiesByName(ctx.tx, authority)).has(fold(body.name)))
    throw new AppError(
      'invalid',
      {},
      { name: { vi: 'Cơ quan, đơn vị này đã có trong danh sách.', en: 'This body is in the register already.' } },
    )
  const [id = ''] = await insertBodies(ctx.tx, { provinceCode, authority, now: ctx.now }, [body])
  await audit(ctx, { verb: 'body.created', subjectKind: 'body', subjectId: id, payload: { ...body } })
  return id
}

/** Papers of a body: the decision that set it up, its assignment in the programme. */
export async function addBodyPapers(ctx: Ctx, bodyId: string, files: readonly IncomingFile[], caption: unknown): Promise<string[]> {
  return addAttachments(ctx, await keptBody(ctx, bodyId), files, { caption })
}

export async function removeBodyPaper(ctx: Ctx, bodyId: string, attachmentId: unknown): Promise<void> {
  await removeAttachment(ctx, await keptBody(ctx, bodyId), attachmentId)
}

async function keptBody(ctx: Ctx, bodyId: string) {
  const body = found(await bodyById(ctx.tx, bodyId))
  const rights = bodyRights(ctx.actor, body.authority, body.id)
  mustSee(rights.see)
  must(rights.keep)
  return { kind: 'body' as const, id: body.id, authority: body.authority }
}
