import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { readBoundaries, simplified } from './boundaries.ts'
import { stepOf, stepsOf } from './steps.ts'

type Ring = [number, number][]
const square = (x: number, y: number, side = 0.5): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const feature = (code: string, rings: Ring[], name = `Ô ${code}`) => ({
  type: 'Feature',
  properties: { code, name },
  geometry: { type: 'Polygon', coordinates: rings },
})
const file = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const provinces = ['01', '48', '56']
const provinceOf = (code: string) => (code.startsWith('1') ? '01' : code.startsWith('2') ? '48' : null)
const read = (text: string) => readBoundaries(text, provinces, provinceOf)
const country = [feature('01', [square(105, 21)]), feature('48', [square(107, 15.5)]), feature('56', [square(108.5, 12)])]

test('squares become a map: every province a closed path at its place, both archipelagos framed at theirs by name', () => {
  const map = read(file(country)).country
  expect(map?.shapes.map((shape) => shape.code)).toEqual(['01', '48', '56'])
  for (const shape of map?.shapes ?? []) expect(shape.d).toMatch(/^M[\d.]+ [\d.]+(l-?[\d.]+ -?[\d.]+){3}z$/)
  const [north, middle, south] = map?.shapes ?? []
  expect([(north?.y ?? 0) < (middle?.y ?? 0), (middle?.y ?? 0) < (south?.y ?? 0)]).toEqual([true, true])
  const [hoangSa, truongSa] = map?.frames ?? []
  expect([hoangSa?.name, hoangSa?.province, truongSa?.name, truongSa?.province]).toEqual(['Hoàng Sa', '48', 'Trường Sa', '56'])
  // In the sea east of the land, one north of the other, inside the picture.
  for (const frame of [hoangSa, truongSa]) {
    expect(frame?.x).toBeGreaterThan(south?.x ?? 0)
    expect((frame?.x ?? 0) + (frame?.width ?? 0)).toBeLessThanOrEqual(map?.width ?? 0)
    expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeLessThanOrEqual(map?.height ?? 0)
  }
  expect(hoangSa?.y).toBeLessThan(truongSa?.y ?? 0)
})

test('islands of the archipelagos are drawn as dots however small; such specks elsewhere are left out', () => {
  const speck = (x: number, y: number) => [square(x, y, 0.001)]
  const withIslands = (islands: Ring[][]) => ({
    ...feature('48', []),
    geometry: { type: 'MultiPolygon', coordinates: [[square(107, 15.5)], ...islands] },
  })
  const pathOf = (islands: Ring[][]) => read(file([country[0], withIslands(islands), country[2]])).country?.shapes[1]?.d ?? ''
  expect(pathOf([speck(112, 16.5)])).toMatch(/z.*h2v2h-2z$/)
  expect(pathOf([speck(109, 16.5)])).toBe(pathOf([]))
})

test('communes are maps of their province, the frame of an archipelago with its own', () => {
  const { country: whole, communes } = read(file([feature('10001', [square(105, 21)]), feature('20001', [square(107, 15.5)])]))
  expect(whole).toBeNull()
  expect([...communes].map(([province, map]) => [province, map.shapes.length, map.frames.map((frame) => frame.name)])).toEqual([
    ['01', 1, []],
    ['48', 1, ['Hoàng Sa']],
  ])
})

test.each([
  ['{', /JSON/],
  ['[]', /type|expected/i],
  ['{"type":"Feature"}', /type/],
  [file([]), /features/],
  [file([{ ...country[0], properties: { code: '1', name: 'X' } }]), /features\.0\.properties\.code/],
  [file([{ ...country[0], properties: { code: '01', name: ' ' } }]), /features\.0\.properties\.name/],
  [file([{ ...country[0], geometry: { type: 'Point', coordinates: [105, 21] } }]), /features\.0\.geometry/],
  [file([...country, country[0]]), /01 \(Ô 01\): .*twice/],
  [file([feature('01', [square(105, 21).slice(0, 3)]), ...country.slice(1)]), /fewer than four/],
  [file([feature('01', [square(105, 21).slice(0, 4)]), ...country.slice(1)]), /not closed/],
  [file([feature('01', [square(21, 105)]), ...country.slice(1)]), /21, 105 is outside/],
  [file(country.slice(1)), /all 3 provinces are needed, missing: 01/],
  [file([...country, feature('99', [square(105, 20)])]), /no province of today: 99/],
  [file([feature('30001', [square(105, 21)])]), /no commune of today has the code 30001/],
])('%s is refused by its fault', (text, fault) => {
  let said = ''
  try {
    read(text)
  } catch (error) {
    said = (error as { say: (lang: 'en') => string }).say('en')
  }
  expect(said).toMatch(fault)
})

test('a country of fine coasts stays under the size of a page', () => {
  const coast = (x: number, y: number): Ring => {
    const ring = Array.from({ length: 3_000 }, (_, index): [number, number] => {
      const angle = (index / 3_000) * 2 * Math.PI
      const far = 0.4 + 0.05 * Math.sin(angle * 300) + 0.02 * Math.sin(angle * 900)
      return [x + far * Math.cos(angle), y + far * Math.sin(angle)]
    })
    return [...ring, ring[0] ?? [x, y]]
  }
  const fine = Array.from({ length: 34 }, (_, index) =>
    feature(String(index + 10), [coast(104 + (index % 5), 9 + Math.floor(index / 5) * 2)]),
  )
  const map = readBoundaries(
    file(fine),
    fine.map((one) => one.properties.code),
    provinceOf,
  ).country
  expect(map?.shapes.length).toBe(34)
  expect(map?.shapes.reduce((sum, shape) => sum + shape.d.length, 0)).toBeLessThanOrEqual(90_000)
})

test('a simplified ring is closed, keeps the order of its points and three of them at least', () => {
  assert(
    property(array(tuple(integer({ min: 0, max: 100 }), integer({ min: 0, max: 100 })), { minLength: 3, maxLength: 60 }), (points) => {
      const ring = [...points, points[0] ?? [0, 0]] as [number, number][]
      const simple = simplified(ring, 5)
      expect(simple.length).toBeGreaterThanOrEqual(4)
      expect(simple[0]).toEqual(simple.at(-1))
      let at = -1
      for (const point of simple.slice(0, -1)) {
        at = ring.findIndex((one, index) => index > at && one === point)
        expect(at).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test.each([
  [[], []],
  [[0, 0], []],
  [[5], [{ from: 5, to: 5 }]],
  [
    [1, 2, 3, 0],
    [
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 3 },
    ],
  ],
  [[7, 7, 7, 7], [{ from: 7, to: 7 }]],
  [
    [1, 1, 1, 1, 900],
    [
      { from: 1, to: 1 },
      { from: 900, to: 900 },
    ],
  ],
])('classes of %j are %j', (counts, steps) => {
  expect(stepsOf(counts)).toEqual(steps)
  for (const n of counts) expect(stepOf(steps, n) === null).toBe(n === 0)
})
