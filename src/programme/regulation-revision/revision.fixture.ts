// A second administrator, and the words of one form as a gazette file, for tests.
import { stringify } from 'yaml'
import { newId } from '#/platform/database/id.ts'
import { criteriaOf } from '#/regulation/form.ts'
import { formOf, type Pack } from '#/regulation/load.ts'
import type { World } from '#/testing/world.ts'

/** `seat1` becomes an administrator too. */
export async function secondAdmin(world: World): Promise<'seat1'> {
  const { provinceCode } = world.services.config
  await world.services.database.db
    .insertInto('roleGrant')
    .values({
      id: newId(),
      accountId: world.accounts.seat1,
      provinceCode,
      authority: provinceCode,
      role: 'admin',
      validFrom: '2026-01-01',
      grantedBy: world.accounts.admin,
      grantedAt: world.services.clock.now(),
    })
    .execute()
  return 'seat1'
}

/** One form in other words: every text with `mark` behind it. */
export function gazetteFile(pack: Pack, set: number, mark = '(Công báo)'): { name: string; text: string } {
  const form = formOf(pack, set)
  const criteria = criteriaOf(form).map(({ criterion }) => ({
    code: criterion.code,
    title: `${criterion.title} ${mark}`,
    options: criterion.options.map((option, index) => `${option.text} ${mark} ${index + 1}`),
  }))
  const wording = {
    regulation: pack.id,
    source: 'Công báo số 5, ngày 30/5/2026',
    forms: [{ set, title: `${form.title} ${mark}`, criteria }],
  }
  return { name: 'cong-bao.yaml', text: stringify(wording) }
}
