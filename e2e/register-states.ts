// Records of registers: a channel its producer entered, a craft village of the commune.
import { addRecord, endRecord } from '#/programme/register/register.actions.ts'
import { registerAt } from '#/programme/register/registers.ts'
import { actAs, type World } from '#/testing/world.ts'

export const channelInput = { kind: 'social', since: '05/02/2026' }
export const villageInput = { craft: 'Nước mắm', communeCode: 'Phường Sầm Sơn' }

export async function registerStates(world: World, name: string) {
  const channel = await actAs(world, 'producer', (ctx) =>
    addRecord(ctx, registerAt('kenh-ban'), { ...channelInput, name, producerId: world.producers.own }),
  )
  const village = await actAs(world, 'communeOfficer', (ctx) => addRecord(ctx, registerAt('lang-nghe'), { ...villageInput, name }))
  const ended = await actAs(world, 'producer', (ctx) =>
    addRecord(ctx, registerAt('kenh-ban'), { ...channelInput, name: `${name} cũ`, producerId: world.producers.own }),
  )
  await actAs(world, 'producer', (ctx) => endRecord(ctx, registerAt('kenh-ban'), ended, { endedOn: '10/09/2026', reason: 'Nhầm.' }))
  return { register: { channel, village, ended } }
}
