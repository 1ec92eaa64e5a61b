// Accounts and roles: made by an administrator or by the command line; every grant is dated and logged.
import { hashPassword } from 'better-auth/crypto'
import { AppError, notFound } from '#/platform/errors/app-error.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { normaliseText } from '#/platform/text/normalise.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { audit, type Ctx } from '../context.ts'
import { must } from '../refuse.ts'
import type { BodyKind } from '../body/body.ts'
import { eraOf } from '../units/units.ts'
import { serves, type Role } from './actor.ts'
import { inReach, keepsProvince } from './account.store.ts'
import { CENTRAL, provinceOf } from './authority.ts'

export type NewAccount = {
  username: string
  name: string
  phone?: string | null
  demo?: boolean
  /** The desk the person works at; the administrator's own when left out. */
  authority?: string
} & ({ password: string } | { /** Hashed already: set-up makes many accounts with one password. */ passwordHash: string })

/** Creates an account with a password. User names are 3–40 of a–z, 0–9, dot, dash, underscore. */
export async function createAccount(ctx: Ctx, input: NewAccount): Promise<string> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin'))
  const username = input.username.trim().toLowerCase()
  const fields: Record<string, { vi: string; en: string }> = {}
  if (!/^[a-z0-9._-]{3,40}$/.test(username))
    fields['username'] = {
      vi: 'Tên đăng nhập gồm 3–40 chữ cái không dấu, chữ số, dấu chấm, gạch.',
      en: 'User name: 3–40 of a–z, 0–9, dot, dash.',
    }
  if ('password' in input && input.password.length < 10)
    fields['password'] = { vi: 'Mật khẩu cần ít nhất 10 ký tự.', en: 'The password needs at least 10 characters.' }
  const name = normaliseText(input.name, { maxLength: 120 }).text
  if (name === '') fields['name'] = { vi: 'Nhập họ và tên.', en: 'Enter the full name.' }
  const taken = await ctx.tx.selectFrom('authUser').select('id').where('username', '=', username).executeTakeFirst()
  if (taken) fields['username'] = { vi: 'Tên đăng nhập này đã có.', en: 'This user name is taken.' }
  if (Object.keys(fields).length > 0) throw new AppError('invalid', {}, fields)
  const id = newId()
  await ctx.tx
    .insertInto('authUser')
    .values({
      id,
      name,
      username,
      displayUsername: username,
      // better-auth wants an address; none is asked of producers, so this one can never receive mail.
      email: `${username}@tai-khoan.invalid`,
      phone: input.phone ?? null,
      provinceCode: ctx.actor.provinceCode,
      authority: authorityOf(ctx, input.authority),
      demo: input.demo ?? false,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('authAccount')
    .values({
      id: newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: 'passwordHash' in input ? input.passwordHash : await hashPassword(input.password),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await audit(ctx, { verb: 'account.created', subjectKind: 'account', subjectId: id, payload: { username } })
  return id
}

export type NewGrant = {
  accountId: string
  role: Role
  bodyId?: string | null
  producerId?: string | null
  communeCode?: string | null
  validFrom?: string
  validTo?: string | null
  /** The desk the role is held at; the administrator's own when left out. */
  authority?: string
}

/** Which scope a role needs: a producer's own, a commune's, a desk's (province, district, ministry), or one body's of a desk. */
const scopeOf: Record<Role, 'producer' | 'commune' | 'desk' | 'body'> = {
  producer: 'producer',
  communeOfficer: 'commune',
  communeLeader: 'commune',
  office: 'desk',
  advisor: 'desk',
  leader: 'desk',
  clerk: 'desk',
  bodyOfficer: 'body',
  admin: 'desk',
}

export async function grantRole(ctx: Ctx, input: NewGrant): Promise<string> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin'))
  const scope = scopeOf[input.role]
  if (scope === 'producer' && !input.producerId) throw new AppError('badRequest', { reason: 'producerId' })
  if (scope === 'commune' && !input.communeCode) throw new AppError('badRequest', { reason: 'communeCode' })
  const account = await ctx.tx
    .selectFrom('authUser')
    .select('id')
    .where('id', '=', input.accountId)
    .where(inReach(ctx.actor))
    .executeTakeFirst()
  if (!account) throw notFound()
  const authority = scope === 'desk' || scope === 'body' ? authorityOf(ctx, input.authority) : ctx.actor.provinceCode
  if (scope === 'body') await mustBeBodyOf(ctx, authority, input.bodyId)
  const id = newId()
  await ctx.tx
    .insertInto('roleGrant')
    .values({
      id,
      accountId: input.accountId,
      role: input.role,
      provinceCode: ctx.actor.provinceCode,
      authority,
      bodyId: input.bodyId ?? null,
      producerId: scope === 'producer' ? (input.producerId ?? null) : null,
      communeCode: scope === 'commune' ? (input.communeCode ?? null) : null,
      validFrom: input.validFrom ?? plainDateOf(ctx.now),
      validTo: input.validTo ?? null,
      grantedBy: ctx.actor.accountId,
      grantedAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'role.granted',
    subjectKind: 'account',
    subjectId: input.accountId,
    payload: { role: input.role, communeCode: input.communeCode ?? null, bodyId: input.bodyId ?? null },
  })
  return id
}

/** A body of another desk would open that desk's work to a person it never named. */
async function mustBeBodyOf(ctx: Ctx, authority: string, bodyId: string | null | undefined): Promise<void> {
  const body =
    bodyId && isId(bodyId)
      ? await ctx.tx.selectFrom('body').select('id').where('id', '=', bodyId).where('authority', '=', authority).executeTakeFirst()
      : undefined
  if (!body)
    throw new AppError('invalid', {}, { bodyId: { vi: 'Chọn một cơ quan, đơn vị của cấp này.', en: 'Choose a body of this level.' } })
}

/** An administrator of a province sets up its districts and, where the program also serves the ministry, the ministry's desk. */
function authorityOf(ctx: Ctx, asked: string | undefined): string {
  const authority = asked ?? ctx.actor.authority
  if (authority !== CENTRAL && provinceOf(authority) !== ctx.actor.provinceCode) throw new AppError('badRequest', { reason: 'authority' })
  if (authority !== ctx.actor.authority) must(keepsProvince(ctx.actor))
  return authority
}

export type NewBody = {
  kind: BodyKind
  name: string
  shortName: string
  taxCode?: string | null
  unitCode?: string | null
  address?: string | null
  /** The desk the body belongs to; the administrator's own when left out. */
  authority?: string
}

export async function createBody(ctx: Ctx, input: NewBody): Promise<string> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin'))
  const id = newId()
  await ctx.tx
    .insertInto('body')
    .values({
      id,
      provinceCode: ctx.actor.provinceCode,
      authority: authorityOf(ctx, input.authority),
      kind: input.kind,
      name: input.name,
      shortName: input.shortName,
      taxCode: input.taxCode ?? null,
      unitEra: input.unitCode ? eraOf(plainDateOf(ctx.now)) : null,
      unitCode: input.unitCode ?? null,
      address: input.address ?? null,
      createdAt: ctx.now,
    })
    .execute()
  await audit(ctx, { verb: 'body.created', subjectKind: 'body', subjectId: id, payload: { kind: input.kind, name: input.name } })
  return id
}

/** The actor of the command line and of set-up: an administrator of the province without an account. */
export function setupActor(provinceCode: string): Ctx['actor'] {
  return {
    accountId: 'system',
    name: 'Hệ thống',
    provinceCode,
    authority: provinceCode,
    lang: 'vi',
    grants: [{ role: 'admin', authority: provinceCode, provinceCode, bodyId: null, producerId: null, communeCode: null }],
    seats: [],
  }
}

/** Takes a role back; the grant stays in the record. */
export async function revokeRole(ctx: Ctx, grantId: string): Promise<void> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin'))
  if (!isId(grantId)) throw notFound()
  const done = await ctx.tx
    .updateTable('roleGrant')
    .set({ revokedAt: ctx.now })
    .where('id', '=', grantId)
    .where(inReach(ctx.actor))
    .where('revokedAt', 'is', null)
    .returning(['accountId', 'role'])
    .executeTakeFirst()
  if (!done) throw notFound()
  await audit(ctx, { verb: 'role.revoked', subjectKind: 'account', subjectId: done.accountId, payload: { role: done.role } })
}

/** Blocks or frees an account; blocking ends its sessions at once. An administrator cannot block the own account. */
export async function setBlocked(ctx: Ctx, accountId: string, blocked: boolean): Promise<void> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin'))
  if (!isId(accountId)) throw notFound()
  must(accountId !== ctx.actor.accountId)
  const done = await ctx.tx
    .updateTable('authUser')
    .set({ blockedAt: blocked ? ctx.now : null, updatedAt: ctx.now })
    .where('id', '=', accountId)
    .where(inReach(ctx.actor))
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw notFound()
  if (blocked) {
    await ctx.tx.deleteFrom('authSession').where('userId', '=', accountId).execute()
    await ctx.tx
      .updateTable('apiToken')
      .set({ revokedAt: ctx.now })
      .where('accountId', '=', accountId)
      .where('revokedAt', 'is', null)
      .execute()
  }
  await audit(ctx, { verb: blocked ? 'account.blocked' : 'account.freed', subjectKind: 'account', subjectId: accountId })
}

/** Sets a new password for somebody who lost theirs; ends the sessions. */
export async function resetPassword(ctx: Ctx, accountId: string, password: string): Promise<void> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin'))
  if (!isId(accountId)) throw notFound()
  if (password.length < 10)
    throw new AppError(
      'invalid',
      {},
      { password: { vi: 'Mật khẩu cần ít nhất 10 ký tự.', en: 'The password needs at least 10 characters.' } },
    )
  const own = await ctx.tx.selectFrom('authUser').select('id').where('id', '=', accountId).where(inReach(ctx.actor)).executeTakeFirst()
  if (!own) throw notFound()
  await ctx.tx
    .updateTable('authAccount')
    .set({ password: await hashPassword(password), updatedAt: ctx.now })
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .execute()
  await ctx.tx.deleteFrom('authSession').where('userId', '=', accountId).execute()
  await audit(ctx, { verb: 'account.passwordReset', subjectKind: 'account', subjectId: accountId })
}
