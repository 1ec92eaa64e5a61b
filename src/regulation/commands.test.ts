import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { councilCommand } from './council.cli.ts'
import { regulationCommand } from './regulation.cli.ts'
import { scoreCommand } from './score.cli.ts'
import { bestAnswers } from './reachable.ts'
import { current } from './testing.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ocop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Command = typeof scoreCommand
let written = 0

async function run(command: Command, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await command(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function file(content: unknown): string {
  const name = path.join(folder, `${(written += 1)}.json`)
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const sheet = (answers: unknown, set: unknown = 9, regulation: unknown = 'qd-26-2026') => ({ regulation, set, answers })
const best = bestAnswers(current.forms[9]!)

describe('score', () => {
  test('one object in, one object out, with exactly the promised keys', async () => {
    const { code, out } = await run(scoreCommand, [file(sheet({ ...best, '4.1': 3 }))])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      regulation: 'qd-26-2026',
      set: 9,
      total: 98,
      parts: { A: 40, B: 23, C: 35 },
      pointsStar: 5,
      star: 4,
      missed: [{ star: 5, criterion: '4.1', needed: 5, points: 3 }],
    })
  })

  test('an array in, as many out, in order; an empty one gives an empty one; a byte order mark is ignored', async () => {
    const { out } = await run(scoreCommand, [file(`\uFEFF${JSON.stringify([sheet({}), sheet(best), sheet({}, 1, 'qd-1048-2019')])}`)])
    expect(JSON.parse(out).map((one: { total: number }) => one.total)).toEqual([0, 100, 0])
    expect((await run(scoreCommand, [file([])])).out).toBe('[]')
  })

  test('two thousand sheets are scored within a second of work', async () => {
    const input = file(Array.from({ length: 2000 }, (_, index) => sheet({}, (index % 26) + 1)))
    await run(scoreCommand, [file(sheet({}))])
    const start = performance.now()
    const { out } = await run(scoreCommand, [input])
    expect(JSON.parse(out)).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test.each([
    ['no file', [], /ocop score FILE/],
    ['a file that is not there', ['/nowhere/at-all.json'], /at-all\.json/],
    ['not JSON', [file('{')], /JSON/],
    ['a number', [file('7')], /7/],
    ['null', [file('null')], /null/],
    ['an unknown regulation', [file(sheet({}, 9, 'qd-9'))], /qd-9/],
    ['a regulation that is no text', [file(sheet({}, 9, 26))], /regulation.*26/],
    ['an unknown set', [file(sheet({}, 27))], /27/],
    ['a set as text', [file(sheet({}, '9'))], /set.*"9"/],
    ['the set 1048 lacks', [file(sheet({}, 3, 'qd-1048-2019'))], /qd-1048-2019.*3/],
    ['answers as a list', [file(sheet([1]))], /answers.*\[1\]/],
    ['no answers', [file({ regulation: 'qd-26-2026', set: 9 })], /answers/],
    ['an unknown criterion', [file(sheet({ '9.9': 1 }))], /9\.9/],
    ['a name every object has', [file('{"regulation":"qd-26-2026","set":9,"answers":{"__proto__":1}}')], /__proto__/],
    ['an option too high', [file([sheet({}), sheet({ '4.1': 5 })])], /case 2 \(index 1\).*4\.1.*5/],
    ['an option below 0', [file(sheet({ '4.1': -1 }))], /4\.1.*-1/],
    ['half an option', [file(sheet({ '4.1': 1.5 }))], /4\.1.*1\.5/],
    ['an option as text', [file(sheet({ '4.1': '2' }))], /4\.1.*"2"/],
    ['an option that is null', [file(sheet({ '4.1': null }))], /4\.1.*null/],
  ])('%s: exit 2, the fault named, nothing on out', async (_name, args, message) => {
    const { code, out, err } = await run(scoreCommand, args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
  })

  test('all faults are named at once, the first twenty spelled out', async () => {
    const { err } = await run(scoreCommand, [file(Array.from({ length: 30 }, () => sheet({ '4.1': 9 })))])
    expect(err.split('\n')).toHaveLength(21)
    expect(err).toMatch(/10 more faults/)
  })
})

describe('council', () => {
  const council = (sheets: unknown, maxSpread: unknown = 10) => ({ regulation: 'qd-26-2026', set: 9, maxSpread, sheets })

  test('members, exact mean, spread, drivers, star and unmet gates, with exactly the promised keys', async () => {
    const lower = { ...best, '4.1': 3 }
    const { code, out } = await run(councilCommand, [
      file(
        council([
          { member: 'An', answers: best },
          { member: 'Bình', answers: lower },
          { member: 'Chi', answers: lower },
        ]),
      ),
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      members: [
        { member: 'An', total: 100 },
        { member: 'Bình', total: 98 },
        { member: 'Chi', total: 98 },
      ],
      mean: '98.67',
      meanExact: '296/3',
      spread: 2,
      spreadExceeded: false,
      drivers: [{ criterion: '4.1', points: 2 }],
      pointsStar: 5,
      star: 4,
      missed: [{ star: 5, criterion: '4.1', needed: 5, points: 3 }],
    })
  })

  test('a perfect dossier prints 100.00', async () => {
    const { out } = await run(councilCommand, [file(council([{ member: 'An', answers: best }]))])
    expect(JSON.parse(out)).toMatchObject({ mean: '100.00', meanExact: '100/1', star: 5, drivers: [] })
  })

  const one = [{ member: 'An', answers: {} }]
  test.each([
    ['no maxSpread', { ...council(one), maxSpread: undefined }, /maxSpread/],
    ['a negative maxSpread', council(one, -1), /maxSpread.*-1/],
    ['a maxSpread as text', council(one, '10'), /maxSpread.*"10"/],
    ['no sheets', council([]), /sheets.*\[\]/],
    ['sheets that are no list', council({}), /sheets/],
    ['the same member twice', council([...one, ...one]), /"An"/],
    ['a member without a name', council([{ member: ' ', answers: {} }]), /member/],
    ['a sheet that is no object', council([7]), /sheet 1.*7/],
    ['a sheet without answers', council([{ member: 'An' }]), /answers/],
    ['an unknown criterion', council([{ member: 'An', answers: { x: 1 } }]), /sheet 1 \(index 0, An\).*x/],
    ['a list instead of an object', [council(one)], /object/],
  ])('%s: exit 2, the fault named', async (_name, input, message) => {
    const { code, out, err } = await run(councilCommand, [file(input)])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })
})

describe('regulation', () => {
  test('list names the four packs, oldest first', async () => {
    const { code, out } = await run(regulationCommand, ['list'])
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(['qd-1048-2019', 'qd-148-2023', 'qd-148-1489-2025', 'qd-26-2026'])
  })

  test('check passes, and shows the anomalies', async () => {
    const { code, out, err } = await run(regulationCommand, ['check'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/1 mark|3\.5: no 4-star mark/)
  })

  test('form prints the form as data', async () => {
    const { code, out } = await run(regulationCommand, ['form', 'qd-26-2026', '9', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      regulation: 'qd-26-2026',
      set: 9,
      parts: [
        { code: 'A', max: 40 },
        { code: 'B', max: 25 },
        { code: 'C', max: 35 },
      ],
    })
  })

  test.each([
    [['form', 'qd-26-2026', '27', '--json'], /27/],
    [['form', 'qd-26-2026', 'chín'], /chín/],
    [['form', 'qd-0', '1'], /qd-0/],
    [['form'], /form ID SET/],
    [['check', 'qd-0'], /qd-0/],
    [['vote'], /vote/],
    [[], /regulation/],
  ])('%j: exit 2, the fault named', async (args, message) => {
    const { code, err } = await run(regulationCommand, args)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})
