import { expect, test } from 'vitest'
import type { Actor, Grant, Role } from '../people/actor.ts'
import { figureReader, frameOf, hidesSmall, reaches, readsRows } from './reader.ts'

function actor(authority: string, role: Role, communeCode: string | null = null): Actor {
  const provinceCode = authority.split('.')[0] ?? authority
  const grant: Grant = { role, authority, provinceCode, bodyId: null, producerId: null, communeCode }
  return { accountId: 'a', name: 'A', provinceCode, authority, lang: 'vi', grants: [grant], seats: [] }
}

const days = { from: '2026-01-01', to: '2026-12-31' }

test.each([
  ['office', '38', 'desk', true],
  ['leader', '38', 'desk', false],
  ['advisor', '38.380', 'desk', false],
  ['bodyOfficer', '38', 'body', false],
  ['communeOfficer', '38', 'commune', false],
] as const)('%s at %s reads as %s; facts of persons: %s', (role, authority, kind, personal) => {
  expect(figureReader(actor(authority, role, kind === 'commune' ? '16531' : null))).toMatchObject({ kind, personal })
})

test.each(['producer', 'clerk', 'admin'] as const)('%s reads no figures', (role) => {
  expect(figureReader(actor('38', role))).toBeNull()
})

test('a commune’s frame is its own whatever is asked; a desk may narrow; the ministry chooses a province', () => {
  const asked = { ...days, communeCode: '16012', provinceCode: '01' }
  const commune = figureReader(actor('38', 'communeLeader', '16531'))
  const district = figureReader(actor('24.218', 'office'))
  const ministry = figureReader(actor('TW', 'leader'))
  if (!commune || !district || !ministry) throw new Error('no reader')
  expect(frameOf(commune, asked)).toMatchObject({ provinceCode: '38', communeCode: '16531' })
  expect(frameOf(district, { from: '2023-01-01', to: '2023-12-31' })).toEqual({
    authority: '24.218',
    provinceCode: '24',
    districtCode: '218',
    communeCode: null,
    era: 'e2023',
    from: '2023-01-01',
    to: '2023-12-31',
  })
  expect(frameOf(ministry, asked)).toMatchObject({ authority: '01', provinceCode: '01', communeCode: '16012' })
  const frame = frameOf(district, days)
  expect(reaches(district, frame)).toBe(true)
  expect(reaches(district, { ...frame, districtCode: null, authority: '24' })).toBe(false)
  expect(reaches(commune, { ...frameOf(commune, days), communeCode: null })).toBe(false)
  expect(reaches(ministry, frame)).toBe(true)
})

test('rows of persons are the office’s, rows of the desk are not for other bodies; two are hidden, three are not', () => {
  const office = figureReader(actor('38', 'office'))
  const body = figureReader(actor('38', 'bodyOfficer'))
  if (!office || !body) throw new Error('no reader')
  expect([readsRows(office, { rows: 'personal' }), readsRows(body, { rows: 'desk' }), readsRows(body, { rows: 'open' })]).toEqual([
    true,
    false,
    true,
  ])
  expect([0, 2, 3].map((n) => hidesSmall(body, { rows: 'personal' }, n))).toEqual([true, true, false])
  expect(hidesSmall(office, { rows: 'personal' }, 1)).toBe(false)
  expect(hidesSmall(body, { rows: 'open' }, 1)).toBe(false)
})
