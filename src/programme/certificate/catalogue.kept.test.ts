import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { storedCertificate } from './certificate.fixture.ts'
import { KeptCounts, keptFacets, keptFigures } from './catalogue.kept.ts'

describe('a count that is kept', () => {
  it('is told on for a minute while the register stays as it was, and shared by readers who come together', async () => {
    const kept = new KeptCounts<number>()
    let counted = 0
    const at = (second: number, stamp = 'a', question = 'q') =>
      kept.of(question, stamp, new Date(second * 1000), () => Promise.resolve(++counted))
    expect(await Promise.all([at(0), at(0), at(59)])).toEqual([1, 1, 1])
    expect(await at(60)).toBe(2)
    expect(await at(61, 'b')).toBe(3)
    expect(await at(61, 'b', 'other')).toBe(4)
    expect(await at(30, 'b')).toBe(5)
  })

  it('that failed is counted again', async () => {
    const kept = new KeptCounts<number>()
    const now = new Date(0)
    await expect(kept.of('q', '', now, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await kept.of('q', '', now, () => Promise.resolve(7))).toBe(7)
  })

  it('gives way to newer questions', async () => {
    const kept = new KeptCounts<number>()
    let counted = 0
    const ask = (question: string) => kept.of(question, '', new Date(0), () => Promise.resolve(++counted))
    for (let question = 0; question < 501; question++) await ask(String(question))
    expect(await ask('500')).toBe(501)
    expect(await ask('0')).toBe(502)
  })
})

describe('the counts beside the catalogue', () => {
  let services: TestServices
  let world: World
  beforeAll(async () => {
    services = await testServices({ now: '2027-02-03T02:00:00Z' })
    world = await makeWorld(services)
    await storedCertificate(world)
  })
  afterAll(() => services.close())

  const query = {
    provinceCode: '38',
    today: '2027-02-03',
    words: '',
    namedCommunes: [],
    stars: [],
    sectors: [],
    communes: [],
    order: 'star',
    page: 1,
    size: 24,
  } as const
  const told = async () => {
    const { db } = services.database
    const now = services.clock.now()
    const { total } = await keptFacets(db, query, now)
    return [total, (await keptFigures(db, '38', query.today, now)).inForce]
  }

  it('show a new certificate and every withdrawal at once, though the clock stands still', async () => {
    expect(await told()).toEqual([1, 1])
    const codes = ['AAAABBBBCCCCDDD2', 'AAAABBBBCCCCDDD3']
    for (const [index, verifyCode] of codes.entries())
      await storedCertificate(world, { verifyCode, productCode: `38-16531-0${index + 6}-2026` })
    expect(await told()).toEqual([3, 3])
    for (const [index, code] of codes.entries()) {
      await services.database.db
        .updateTable('certificate')
        .set({ state: 'withdrawn', stateSince: services.clock.now() })
        .where('verifyCode', '=', code)
        .execute()
      expect(await told()).toEqual([2 - index, 2 - index])
    }
  })
})
