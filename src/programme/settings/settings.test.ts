import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { supplementDays, supplementDaysMax } from '../commune/commune.settings.ts'
import { settingOf } from '../setting.ts'
import { changeSetting } from './settings.actions.ts'
import { clash, settingRule, settings, valueText } from './settings.ts'
import { presentSettings, settingHistory } from './settings.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
}, 60_000)
afterAll(() => services.close())

const db = () => services.database.db
const change = (person: Parameters<typeof actAs>[1], key: string, input: Parameters<typeof changeSetting>[2]) =>
  actAs(world, person, (ctx) => changeSetting(ctx, key, input))

test('every setting takes its own default, says in both languages what it does, from when it counts and what it rests on', () => {
  expect(new Set(settings.map((rule) => rule.key)).size).toBe(settings.length)
  for (const rule of settings) {
    expect(rule.read(rule.fallback)).toBe(rule.fallback)
    for (const text of [rule.title, rule.meaning, rule.source, rule.effect]) expect(text.vi !== '' && text.en !== '').toBe(true)
    expect(clash(rule.key, rule.fallback, Object.fromEntries(settings.map((one) => [one.key, one.fallback])))).toBeNull()
  }
})

test.each([
  ['supplement.days', '7', '7 ngày làm việc'],
  ['supplement.onSilence', 'goOn', 'Xét tiếp theo hồ sơ đã có'],
])('%s of %s reads “%s”', (key, value, text) => {
  const rule = settingRule(key)
  expect(rule && valueText(rule, rule.read(value) ?? '', 'vi')).toBe(text)
})

describe('changing a setting', () => {
  test('the new value counts at once, and page and history say who set it, when, from what and why', async () => {
    await change('office', 'supplement.days', { value: '7', reason: 'Công văn 12/VPĐP ngày 10/9/2026.', seen: '5' })
    expect(await settingOf(db(), '38', supplementDays)).toBe(7)
    const present = (await presentSettings(db(), '38')).find((one) => one.rule.key === 'supplement.days')
    expect(present).toMatchObject({ value: 7, isSet: true, since: services.clock.now(), by: 'Đỗ Minh Tuấn' })
    await change('admin', 'supplement.days', { value: 8, reason: 'Sửa lại.' })
    expect(await settingHistory(db(), '38', 'supplement.days')).toMatchObject([
      { by: 'Ngô Đức Anh', from: 7, to: 8, reason: 'Sửa lại.' },
      { by: 'Đỗ Minh Tuấn', from: 5, to: 7, reason: 'Công văn 12/VPĐP ngày 10/9/2026.' },
    ])
    await change('admin', 'supplement.days', { value: 5, reason: 'Như cũ.' })
  })

  test('another province keeps its own values and does not see this history', async () => {
    await change('otherProvinceOffice', 'signedCopy.days', { value: 10, reason: 'Riêng tỉnh này.' })
    expect((await presentSettings(db(), '38')).find((one) => one.rule.key === 'signedCopy.days')).toMatchObject({ value: 30, isSet: false })
    expect(await settingHistory(db(), '38', 'signedCopy.days')).toEqual([])
  })

  test.each([
    ['no reason', { value: 6, reason: '  ' }, 'invalid', 'reason'],
    ['out of bounds', { value: 61, reason: 'x' }, 'invalid', 'value'],
    ['not a number', { value: '5,5', reason: 'x' }, 'invalid', 'value'],
    ['more than the most an officer may give', { value: 21, reason: 'x' }, 'invalid', 'value'],
    ['the value in use', { value: 5, reason: 'x' }, 'invalid', 'value'],
  ])('is refused: %s', async (_why, input, code, field) => {
    await expect(change('office', 'supplement.days', input)).rejects.toMatchObject({ code, fields: { [field]: expect.anything() } })
    expect(await settingOf(db(), '38', supplementDays)).toBe(5)
  })

  test('the most may not fall under the usual', async () => {
    await expect(change('office', 'supplement.daysMax', { value: 4, reason: 'x' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await settingOf(db(), '38', supplementDaysMax)).toBe(20)
  })

  test('a page opened before another’s change is told so', async () => {
    await expect(change('office', 'supplement.days', { value: 9, reason: 'x', seen: '3' })).rejects.toMatchObject({
      code: 'versionConflict',
    })
  })

  test.each(['leader', 'clerk', 'advisor', 'communeOfficer', 'communeLeader', 'producer', 'seat1'] as const)(
    'is not for a %s',
    async (person) => {
      await expect(change(person, 'supplement.days', { value: 6, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    },
  )

  test('an unknown key is not found', async () => {
    await expect(change('admin', 'nothing.here', { value: 6, reason: 'x' })).rejects.toMatchObject({ code: 'notFound' })
  })
})
