// Opening a paper's file. What its producer marked as a business secret is logged each time somebody else opens it.
import type { Db, Tx } from '#/platform/database/open.ts'
import { act, audit, type Ctx, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { readablePaperFile, type PaperFile } from './access.ts'

/** The pages of one file are drawn one by one: within this time they are one opening. */
const ONE_OPENING_MS = 10 * 60_000

/** The file when the actor may read it, else null. The line of the ledger is written before any byte leaves the house. */
export async function openPaperFile(services: Services, actor: Actor | null, fileId: string, now: Date): Promise<PaperFile | null> {
  const { db } = services.database
  const file = await readablePaperFile(db, actor, fileId, now)
  if (file?.secret && actor && !(await openedLately(db, actor, file.id, now))) await act(services, actor, (ctx) => logOpening(ctx, file))
  return file
}

async function logOpening(ctx: Ctx, file: PaperFile): Promise<void> {
  await audit(ctx, {
    verb: 'paper.secretOpened',
    subjectKind: 'paperFile',
    subjectId: file.id,
    dossierId: file.dossierId,
    payload: { sha256: file.sha256 },
  })
}

async function openedLately(db: Db | Tx, actor: Actor, fileId: string, now: Date): Promise<boolean> {
  const entry = await db
    .selectFrom('auditEntry')
    .select('seq')
    .where('subjectKind', '=', 'paperFile')
    .where('subjectId', '=', fileId)
    .where('verb', '=', 'paper.secretOpened')
    .where('accountId', '=', actor.accountId)
    .where('at', '>', new Date(now.getTime() - ONE_OPENING_MS))
    .where('at', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return entry !== undefined
}
