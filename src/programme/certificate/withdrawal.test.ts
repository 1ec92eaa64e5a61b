import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { reader } from '../context.ts'
import { storedCertificate } from './certificate.fixture.ts'
import { certificateByCode } from './certificate.public.store.ts'
import { publicStatus } from './public-status.ts'
import { withdrawCertificate } from './withdrawal.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2030-01-15T03:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('a certificate that has expired may still be withdrawn, and the public then reads why', async () => {
  const { id, verifyCode } = await storedCertificate(world, { issuedOn: '2026-12-22', lastValidOn: '2029-12-22' })
  const status = async () => {
    const found = await certificateByCode(reader(services), verifyCode)
    return found && publicStatus(found, '2030-01-15').kind
  }
  expect(await status()).toBe('expired')
  const form = {
    ground: 'a',
    reason: 'Giả mạo phiếu kiểm nghiệm',
    conclusion: '',
    decisionNumber: '12/QĐ-UBND',
    decisionDate: '10/01/2030',
  }
  await actAs(world, 'leader', (ctx) => withdrawCertificate(ctx, id, form, 1))
  expect(await status()).toBe('withdrawn')
})
