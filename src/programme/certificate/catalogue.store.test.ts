import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { HAU_LOC, makeWorld, SAM_SON } from '#/testing/world.ts'
import { storedCertificate, storedProduct } from './certificate.fixture.ts'
import { catalogueCards, catalogueFacets, programmeFigures, publicProduct, type CatalogueQuery } from './catalogue.store.ts'
import { communeNames, communesNamed } from './commune-names.ts'
import { certificateById, registerRows, sectorsOfRegister } from './register.store.ts'

let services: TestServices
let uncertified: string
let certified: string
const TODAY = '2027-02-03'

beforeAll(async () => {
  services = await testServices({ now: '2027-02-03T02:00:00Z' })
  const world = await makeWorld(services)
  certified = (await storedCertificate(world, { productName: 'Nước mắm Vạn Triều', productCode: '38-16531-01-2026' })).productId
  await storedCertificate(world, {
    verifyCode: 'AAAABBBBCCCCDDD2',
    productName: 'Mắm tôm',
    star: 3,
    communeCode: HAU_LOC,
    productCode: '38-16012-01-2026',
  })
  await storedCertificate(world, {
    verifyCode: 'AAAABBBBCCCCDDD3',
    productName: 'Giỏ cói 100%',
    star: 5,
    sector: 'Hàng thủ công mỹ nghệ',
    productCode: '38-16012-02-2026',
  })
  await storedCertificate(world, {
    verifyCode: 'AAAABBBBCCCCDDD4',
    productName: 'Nước mắm cũ',
    issuedOn: '2023-01-01',
    lastValidOn: '2026-01-01',
    productCode: 'x',
  })
  await storedCertificate(world, { verifyCode: 'AAAABBBBCCCCDDD5', productName: 'Nước mắm thu hồi', state: 'withdrawn', productCode: 'y' })
  await storedCertificate(world, {
    verifyCode: 'AAAABBBBCCCCDDD6',
    productName: 'Chè xanh',
    lastValidOn: TODAY,
    issuedOn: '2024-02-03',
    productCode: 'z',
  })
  uncertified = await storedProduct(world, 'Sản phẩm chưa nộp')
})
afterAll(() => services.close())

const query = (over: Partial<CatalogueQuery> = {}): CatalogueQuery => ({
  provinceCode: '38',
  today: TODAY,
  words: '',
  namedCommunes: [],
  stars: [],
  sectors: [],
  communes: [],
  order: 'name',
  page: 1,
  size: 24,
  ...over,
})
const named = async (over: Partial<CatalogueQuery>) =>
  (await catalogueCards(services.database.db, query(over))).map((card) => card.productName)

describe('the public catalogue', () => {
  it('lists what holds today, the last valid day included, and nothing that ended or was withdrawn', async () => {
    expect((await named({})).toSorted()).toEqual(['Chè xanh', 'Giỏ cói 100%', 'Mắm tôm', 'Nước mắm Vạn Triều'])
    expect(await named({ today: '2027-02-04' })).not.toContain('Chè xanh')
  })

  it.each([
    ['nuoc mam', ['Nước mắm Vạn Triều']],
    ['NƯỚC  MẮM', ['Nước mắm Vạn Triều']],
    ['trieu nuoc', ['Nước mắm Vạn Triều']],
    ['100%', ['Giỏ cói 100%']],
    ["' or 1=1 --", []],
    ['%', ['Chè xanh', 'Giỏ cói 100%', 'Mắm tôm', 'Nước mắm Vạn Triều']],
  ])('finds %s without accents, and takes signs as text', async (words, found) => {
    expect((await named({ words })).toSorted()).toEqual(found)
  })

  it('counts with the same eyes: stars and sectors of what is listed', async () => {
    const facets = await catalogueFacets(services.database.db, query({ stars: [3, 4] }))
    expect(facets.total).toBe(3)
    expect(Object.fromEntries(facets.stars)).toEqual({ 3: 1, 4: 2, 5: 1 })
    expect(facets.sectors.get('Hàng thủ công mỹ nghệ')).toBeUndefined()
    expect(await named({ stars: [5], sectors: ['Hàng thủ công mỹ nghệ'] })).toEqual(['Giỏ cói 100%'])
    expect(await named({ communes: [HAU_LOC] })).toEqual(['Mắm tôm'])
    expect(await named({ page: 2, size: 3 })).toHaveLength(1)
  })

  it('finds a commune by its present and by its former name', async () => {
    const list = await communeNames(services.database.db, '38')
    expect(list).toHaveLength(166)
    expect(communesNamed(list, 'sam son').map((commune) => commune.code)).toContain(SAM_SON)
    expect(communesNamed(list, 'trung son sam son').map((commune) => commune.code)).toContain(SAM_SON)
    expect(communesNamed(list, '')).toEqual([])
    expect((await named({ words: 'hau loc', namedCommunes: [HAU_LOC] })).toSorted()).toEqual(['Mắm tôm'])
  })

  it('shows a product only once it was certified', async () => {
    expect((await publicProduct(services.database.db, certified))?.name).toBe('Nước mắm Vạn Triều')
    expect(await publicProduct(services.database.db, uncertified)).toBeNull()
    expect(await publicProduct(services.database.db, "' or 1=1")).toBeNull()
  })

  it('gives the home page figures that the list bears out', async () => {
    const figures = await programmeFigures(services.database.db, '38', TODAY)
    expect(figures.inForce).toBe((await named({})).length)
    expect([...figures.byStar.values()].reduce((sum, count) => sum + count, 0)).toBe(figures.inForce)
  })
})

describe("the office's register", () => {
  const rows = (over: object) =>
    registerRows(services.database.db, {
      authority: '38',
      today: TODAY,
      words: '',
      star: null,
      sector: '',
      commune: '',
      state: '',
      order: 'name',
      page: 1,
      size: 50,
      ...over,
    })

  it('holds every certificate with its total on every page, in any state', async () => {
    const all = await rows({ size: 2 })
    expect(all).toHaveLength(2)
    expect(all[0]?.total).toBe(6)
    expect((await rows({ state: 'expired' })).map((row) => row.productName)).toEqual(['Nước mắm cũ'])
    expect((await rows({ state: 'withdrawn' })).map((row) => row.productName)).toEqual(['Nước mắm thu hồi'])
    expect((await rows({ state: 'expiring' })).map((row) => row.productName)).toEqual(['Chè xanh'])
    expect((await rows({ words: '38-16012' })).map((row) => row.total)).toEqual([2, 2])
  })

  it('is asked for one month of ending', async () => {
    const all = await rows({})
    const months = new Set(all.map((row) => row.lastValidOn.slice(0, 7)))
    for (const month of months) {
      const some = await rows({ endsIn: month })
      expect(some.map((row) => row.id)).toEqual(all.filter((row) => row.lastValidOn.startsWith(month)).map((row) => row.id))
    }
    expect(await rows({ endsIn: '2001-01' })).toEqual([])
  })

  it('of a district holds what it recognised itself and what lies in its communes, and nothing else', async () => {
    const { run, db } = services.database
    const { rows: found } = await run(
      `select code, parent_code from unit where era = 'e2023' and province_code = '38' and level = 'commune' order by code limit 1`,
    )
    const [commune] = found as { code: string; parent_code: string }[]
    const district = `38.${commune?.parent_code}`
    const decision = '019a0000-0000-7000-8000-00000000d157'
    await run(
      `insert into recognition_decision (id, authority, kind, title, state, created_at) values ($1, $2, 'recognition', 'Huyện', 'issued', now())`,
      [decision, district],
    )
    await run(`update certificate set unit_era = 'e2023', commune_code = $1 where product_name = 'Chè xanh'`, [commune?.code])
    await run(`update certificate set decision_id = $1 where product_name = 'Nước mắm cũ'`, [decision])
    const names = async (over: object) => (await rows(over)).map((row) => row.productName)
    expect(await names({ authority: district })).toEqual(['Chè xanh', 'Nước mắm cũ'])
    expect(await names({ authority: district, ownOnly: true })).toEqual(['Nước mắm cũ'])
    expect(await names({ authority: '38.999' })).toEqual([])
    const [own] = await rows({ authority: district })
    const other = (await rows({})).find((row) => row.productName === 'Nước mắm thu hồi')
    expect((await certificateById(db, district, own?.id ?? '')).productName).toBe('Chè xanh')
    await expect(certificateById(db, district, other?.id ?? '')).rejects.toMatchObject({ code: 'notFound' })
    expect(await sectorsOfRegister(db, '38.999')).toEqual([])
  })

  it('of another province is empty', async () => {
    expect(await rows({ authority: '37' })).toEqual([])
  })
})
