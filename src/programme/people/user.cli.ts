// `ocop user add`: an account and its role in one transaction, without a server.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Services } from '../context.ts'
import { act, type Ctx } from '../context.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { roles, type Role } from './actor.ts'
import { createAccount, grantRole, setupActor } from './people.actions.ts'

type Io = { out: (text: string) => void; err: (text: string) => void }

const usage = `ocop user add --username TÊN --name "HỌ VÀ TÊN" --role ${roles.join('|')} [--commune MÃ_XÃ] [--producer MÃ_SỐ_THUẾ] [--body TÊN_VIẾT_TẮT] [--phone SỐ] [--password … | --password-stdin]`

/** Where a password comes from when it is not an argument. */
export type PasswordSource = { stdin: () => Promise<string>; ask: (() => Promise<string>) | null }

/** Returns 0; 2 with the fault named. Without a password one is made and printed once. */
export async function userCommand(args: readonly string[], io: Io, services: Services, source: PasswordSource): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      commune: { type: 'string' },
      producer: { type: 'string' },
      body: { type: 'string' },
      phone: { type: 'string' },
      password: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    },
  })
  const role = roles.find((one) => one === values.role)
  if (positionals.length !== 1 || positionals[0] !== 'add' || !values.username || !values.name || !role) {
    const unknown = values.role !== undefined && !role ? `Không có vai trò / unknown role: "${values.role}". ` : ''
    io.err(`${unknown}Cách dùng / usage: ${usage}`)
    return 2
  }
  const given = values.password ?? (values['password-stdin'] ? (await source.stdin()).replace(/\r?\n$/, '') : await source.ask?.())
  const password = given || newPassword()
  const { username, name } = values
  await act(services, setupActor(services.config.provinceCode), async (ctx) => {
    const scope = await scopeOf(ctx, role, { commune: values.commune, producer: values.producer, body: values.body })
    const accountId = await createAccount(ctx, { username, name, password, phone: values.phone ?? null })
    await grantRole(ctx, { accountId, role, ...scope })
  })
  io.out(`Đã tạo tài khoản / account made: ${username.trim().toLowerCase()} (${role})`)
  if (!given) io.out(`Mật khẩu, chỉ hiện một lần / password, shown once: ${password}`)
  return 0
}

/** Scope and body of a grant from codes a person knows. Throws `invalid` naming the option. */
async function scopeOf(
  ctx: Ctx,
  role: Role,
  given: { commune?: string | undefined; producer?: string | undefined; body?: string | undefined },
) {
  const { provinceCode } = ctx.config
  if (role === 'producer') {
    const found = given.producer
      ? await ctx.tx
          .selectFrom('producer')
          .select('id')
          .where('provinceCode', '=', provinceCode)
          .where('taxCode', '=', given.producer)
          .limit(2)
          .execute()
      : []
    const [only] = found
    if (!only || found.length > 1)
      throw new AppError(
        'invalid',
        {},
        {
          producer: {
            vi: found.length > 1 ? 'Nhiều chủ thể mang mã số thuế này.' : 'Vai trò chủ thể cần mã số thuế của một chủ thể đã có.',
            en: found.length > 1 ? 'Several producers have this tax code.' : 'The role needs the tax code of a producer that is on record.',
          },
        },
      )
    return { producerId: only.id }
  }
  if (role === 'communeOfficer' || role === 'communeLeader') {
    const unit = given.commune
      ? await ctx.tx
          .selectFrom('unit')
          .select('code')
          .where('era', '=', CURRENT_ERA)
          .where('provinceCode', '=', provinceCode)
          .where('level', '=', 'commune')
          .where('code', '=', given.commune)
          .executeTakeFirst()
      : undefined
    if (!unit)
      throw new AppError(
        'invalid',
        {},
        {
          commune: {
            vi: 'Vai trò cấp xã cần mã xã, phường có trong tỉnh.',
            en: 'A commune role needs the code of a commune of the province.',
          },
        },
      )
    return { communeCode: unit.code, bodyId: await bodyOf(ctx, 'communeCommittee', unit.code) }
  }
  if (role === 'bodyOfficer') {
    const [only, second] = await ctx.tx
      .selectFrom('body')
      .select('id')
      .where('authority', '=', provinceCode)
      .where('shortName', '=', given.body ?? '')
      .limit(2)
      .execute()
    if (!only || second)
      throw new AppError(
        'invalid',
        {},
        {
          body: {
            vi: 'Vai trò này cần tên viết tắt của đúng một cơ quan, đơn vị cấp tỉnh đã có.',
            en: 'The role needs the short name of exactly one body of the province that is on record.',
          },
        },
      )
    return { bodyId: only.id }
  }
  return { bodyId: await bodyOf(ctx, role === 'leader' || role === 'clerk' ? 'provinceCommittee' : 'ocopOffice', null) }
}

/** The body of that kind, where it is set up and only one. */
async function bodyOf(ctx: Ctx, kind: string, unitCode: string | null): Promise<string | null> {
  let query = ctx.tx.selectFrom('body').select('id').where('provinceCode', '=', ctx.config.provinceCode).where('kind', '=', kind)
  if (unitCode !== null) query = query.where('unitCode', '=', unitCode)
  const found = await query.limit(2).execute()
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** 20 characters that cannot be mistaken for one another, about 98 bits. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-')
}
