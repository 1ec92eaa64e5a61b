/**
 * A configured boundary file (GeoJSON) as drawn shapes: checked, projected, simplified. Pure. Nothing is drawn that the file does not hold: the
 * program ships no boundaries of its own.
 */
import { z } from 'zod'
import { AppError } from '#/platform/errors/app-error.ts'

/** One unit on a map of WIDTH × HEIGHT; `d` is an SVG path, (x, y) the middle of its largest part, (w, h) how much room that has. */
export type Shape = { code: string; name: string; d: string; x: number; y: number; w: number; h: number }
export type ShapeMap = { width: number; height: number; shapes: Shape[]; frames: Frame[] }
/** A frame in the sea for an archipelago: always named, whether the file holds its islands or not. */
export type Frame = { name: string; province: string; x: number; y: number; width: number; height: number }

/** Provinces of the country; communes by their province. Null where the file has none. */
export type Boundaries = { country: ShapeMap | null; communes: ReadonlyMap<string, ShapeMap> }

const WIDTH = 640
/** Signs all paths of one map may take together: a page stays near 150 kB. */
const MOST_SIGNS = 90_000
const MOST_POINTS = 3_000_000
/** Where Vietnam lies, both archipelagos in it: longitude, then latitude. */
const REACH = { west: 101.5, south: 6, east: 118, north: 24 }
/** One degree of longitude against one of latitude in the middle of the country (16° N). */
const NARROWER = Math.cos((16 * Math.PI) / 180)

/** The archipelagos by their extent; they have no province of their own (Nghị quyết 202/2025/QH15). */
const archipelagos = [
  { name: 'Hoàng Sa', province: '48', west: 111, south: 15.5, east: 113, north: 17.4 },
  { name: 'Trường Sa', province: '56', west: 111.4, south: 6.4, east: 117.5, north: 12.1 },
] as const

type Point = readonly [number, number]
type Ring = readonly Point[]
type Unit = { code: string; name: string; rings: Ring[] }
/** A ring on the map; `island`: of an archipelago, drawn as a dot at least. */
type Drawn = { points: Ring; island: boolean }

const position = z.array(z.number()).min(2)
const polygon = z.array(z.array(position)).min(1)
const fileSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        properties: z.object({ code: z.string().regex(/^(\d{2}|\d{5})$/), name: z.string().trim().min(1).max(120) }),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: polygon }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
        ]),
      }),
    )
    .min(1)
    .max(5_000),
})

/** A fault in both languages. */
function wrong(vi: string, en: string): AppError {
  return new AppError('boundaries.wrong', { vi, en })
}

/**
 * Reads the text of the file. `provinces`: the codes a map of the country must hold, every one once; `provinceOf`: the province of a commune's
 * code, null where there is no such commune. Throws AppError `boundaries.wrong` that names the fault and the feature.
 */
export function readBoundaries(text: string, provinces: readonly string[], provinceOf: (commune: string) => string | null): Boundaries {
  const units = unitsOf(parsed(text))
  const ofCountry = units.filter((unit) => unit.code.length === 2)
  const ofCommunes = units.filter((unit) => unit.code.length === 5)
  if (ofCountry.length > 0) {
    const missing = provinces.filter((code) => !ofCountry.some((unit) => unit.code === code))
    const unknown = ofCountry.filter((unit) => !provinces.includes(unit.code)).map((unit) => unit.code)
    if (unknown.length > 0)
      throw wrong(
        `mã không phải tỉnh hiện nay: ${unknown.slice(0, 10).join(', ')}`,
        `codes of no province of today: ${unknown.slice(0, 10).join(', ')}`,
      )
    if (missing.length > 0)
      throw wrong(
        `cần đủ ${provinces.length} tỉnh, thiếu mã: ${missing.join(', ')}`,
        `all ${provinces.length} provinces are needed, missing: ${missing.join(', ')}`,
      )
  }
  const communes = new Map<string, ShapeMap>()
  const byProvince = Map.groupBy(ofCommunes, (unit) => {
    const province = provinceOf(unit.code)
    if (province === null)
      throw wrong(
        `không có xã hiện nay mang mã ${unit.code} (${unit.name})`,
        `no commune of today has the code ${unit.code} (${unit.name})`,
      )
    return province
  })
  for (const [province, own] of byProvince) communes.set(province, drawn(own, province))
  return { country: ofCountry.length === 0 ? null : drawn(ofCountry, null), communes }
}

function parsed(text: string): z.output<typeof fileSchema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrong('tệp không phải JSON', 'it is not JSON')
  }
  const read = fileSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const at = issue?.path.join('.') || 'type'
  throw wrong(`${at} không đúng dạng cần có`, `${at}: ${issue?.message}`)
}

function unitsOf({ features }: z.output<typeof fileSchema>): Unit[] {
  const seen = new Set<string>()
  let points = 0
  return features.map(({ properties: { code, name }, geometry }) => {
    const fault = (vi: string, en: string) => wrong(`${code} (${name}): ${vi}`, `${code} (${name}): ${en}`)
    if (seen.has(code)) throw fault('mã xuất hiện hai lần', 'the code stands twice')
    seen.add(code)
    const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat()
    for (const ring of rings) {
      points += ring.length
      const [first, last] = [ring[0], ring.at(-1)]
      if (ring.length < 4 || !first || !last) throw fault('một vòng có ít hơn bốn điểm', 'a ring has fewer than four positions')
      if (first[0] !== last[0] || first[1] !== last[1])
        throw fault('một vòng chưa khép kín: điểm cuối phải trùng điểm đầu', 'a ring is not closed: its last position must be its first')
      for (const [x = 0, y = 0] of ring)
        if (!(x >= REACH.west && x <= REACH.east && y >= REACH.south && y <= REACH.north))
          throw fault(
            `điểm ${x}, ${y} nằm ngoài Việt Nam; mỗi điểm là kinh độ, vĩ độ tính bằng độ (WGS 84)`,
            `position ${x}, ${y} is outside Việt Nam; positions are longitude, latitude in degrees (WGS 84)`,
          )
    }
    if (points > MOST_POINTS)
      throw wrong(`hơn ${MOST_POINTS} điểm: cần đơn giản hóa tệp trước`, `more than ${MOST_POINTS} positions: simplify the file first`)
    return { code, name, rings: rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y] as const)) }
  })
}

/** A map of units: of the whole country, or of one province's communes. */
function drawn(units: readonly Unit[], province: string | null): ShapeMap {
  const sea = archipelagos.filter((one) => province === null || one.province === province)
  const all = units.flatMap((unit) => unit.rings.flat())
  const bounds = [
    ...all,
    ...sea.flatMap((one): Point[] => [
      [one.west, one.south],
      [one.east, one.north],
    ]),
  ].reduce(
    (box, [x, y]) => ({
      west: Math.min(box.west, x),
      east: Math.max(box.east, x),
      south: Math.min(box.south, y),
      north: Math.max(box.north, y),
    }),
    { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity },
  )
  const scale = WIDTH / ((bounds.east - bounds.west) * NARROWER)
  const at = ([x, y]: Point): Point => [(x - bounds.west) * NARROWER * scale, (bounds.north - y) * scale]
  const projected = units.map((unit) => ({
    ...unit,
    rings: unit.rings.map((ring): Drawn => ({ points: ring.map(at), island: inArchipelago(ring[0]) })),
  }))
  // Coarser until the page is small enough; the first step is less than a dot of the screen. Each step goes on from the one before.
  let tolerance = 0.3
  let coarser = projected
  let shapes: Shape[] = []
  do {
    tolerance *= 1.5
    coarser = coarser.map((unit) => ({
      ...unit,
      rings: unit.rings.map((ring) => ({ ...ring, points: simplified(ring.points, tolerance) })),
    }))
    shapes = coarser.map(shapeOf)
  } while (shapes.reduce((sum, shape) => sum + shape.d.length, 0) > MOST_SIGNS && tolerance < 20)
  const frames = sea.map(({ name, province: of, ...box }) => {
    const [[x, y], [right, bottom]] = [at([box.west, box.north]), at([box.east, box.south])]
    return { name, province: of, x: tenth(x), y: tenth(y), width: tenth(right - x), height: tenth(bottom - y) }
  })
  return { width: WIDTH, height: Math.ceil((bounds.north - bounds.south) * scale), shapes, frames }
}

function inArchipelago([x, y]: Point = [0, 0]): boolean {
  return archipelagos.some((one) => x >= one.west && x <= one.east && y >= one.south && y <= one.north)
}

function shapeOf({ code, name, rings }: Omit<Unit, 'rings'> & { rings: Drawn[] }): Shape {
  const boxes = rings.map((ring) => boxOf(ring.points))
  const largest = boxes.reduce((most, box) => (box.w * box.h > most.w * most.h ? box : most), { x: 0, y: 0, w: 0, h: 0 })
  const d = rings
    .map(({ points, island }, index) => {
      const box = boxes[index] ?? largest
      // What is smaller than a dot is left out, but a unit keeps its largest part and an archipelago every island.
      if (Math.max(box.w, box.h) >= 1) return pathOf(points)
      return island || box === largest ? `M${tenth(box.x - 1)} ${tenth(box.y - 1)}h2v2h-2z` : ''
    })
    .join('')
  return { code, name, d, x: tenth(largest.x), y: tenth(largest.y), w: tenth(largest.w), h: tenth(largest.h) }
}

function boxOf(ring: Ring): { x: number; y: number; w: number; h: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of ring) [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)]
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top }
}

/** Douglas and Peucker: keeps the points that lie farther than `tolerance` from the line they would be left out of. A ring keeps three at least. */
export function simplified(ring: Ring, tolerance: number): Ring {
  const open = ring.slice(0, -1)
  const [first] = open
  if (!first || open.length <= 3) return ring
  // A ring is cut at the point farthest from its first, so that both halves have ends apart.
  const far = open.reduce((most, point, index) => (distance2(point, first) > distance2(open[most] ?? first, first) ? index : most), 0)
  const kept = new Set([0, far])
  const stack: [number, number][] = [
    [0, far],
    [far, open.length],
  ]
  const point = (index: number): Point => open[index % open.length] ?? first
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span
    let [worst, most] = [-1, tolerance]
    for (let index = from + 1; index < to; index++) {
      const away = fromLine(point(index), point(from), point(to))
      if (away > most) [worst, most] = [index, away]
    }
    if (worst === -1) continue
    kept.add(worst)
    stack.push([from, worst], [worst, to])
  }
  if (kept.size < 3) {
    const third = open.reduce(
      (most, _, index) => (fromLine(point(index), first, point(far)) > fromLine(point(most), first, point(far)) ? index : most),
      0,
    )
    kept.add(third)
  }
  const indices = [...kept].toSorted((a, b) => a - b)
  return [...indices.map(point), first]
}

const distance2 = (a: Point, b: Point) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2

function fromLine(p: Point, a: Point, b: Point): number {
  const length = Math.sqrt(distance2(a, b))
  if (length === 0) return Math.sqrt(distance2(p, a))
  return Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** Relative steps in tenths of a dot: half the signs of absolute ones. */
function pathOf(ring: Ring): string {
  let [x, y] = [0, 0]
  const steps = ring.slice(0, -1).map((point, index) => {
    const [toX, toY] = [tenth(point[0]), tenth(point[1])]
    const step = index === 0 ? `M${toX} ${toY}` : `l${tenth(toX - x)} ${tenth(toY - y)}`
    ;[x, y] = [toX, toY]
    return step
  })
  return `${steps.join('')}z`
}
