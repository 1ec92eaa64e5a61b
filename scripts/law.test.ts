// docs/law.md and docs/decisions name tests and files; this fails when one of them is no longer there, so that the pages cannot rot.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const law = readFileSync(join(root, 'docs', 'law.md'), 'utf8')

const sources = globSync('{src,e2e,scripts}/**/*.test.{ts,tsx}', { cwd: root })
  .filter((path) => path !== join('scripts', 'law.test.ts'))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

/** Words in backticks after "Test:", one or more with commas between. */
function testsNamed(text: string): string[] {
  return [...text.matchAll(/Test: ((?:`[^`]+`(?:, )?)+)/g)].flatMap((list) =>
    [...(list[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  )
}

/** A test bears the name when it is the first argument of a call: `test('name'`, `it("name"`, `])('name'`. */
function isATest(name: string, source: string): boolean {
  const quoted = [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``]
  return quoted.some((text) => new RegExp(`\\(\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*,`).test(source))
}

const rows = law.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| The law says'))

const decisions = globSync('docs/decisions/*.md', { cwd: root })
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

describe('the decisions', () => {
  test.each([...new Set(testsNamed(decisions))])('name a test that exists: %s', (name) => {
    expect(isATest(name, sources)).toBe(true)
  })

  test.each([...new Set([...decisions.matchAll(/`((?:src|scripts|rules|e2e|bench|documents)\/[^`*]+)`/g)].map((match) => match[1] ?? ''))])(
    'name a file that exists: %s',
    (path) => {
      expect(existsSync(join(root, path))).toBe(true)
    },
  )
})

describe('the readings of the law', () => {
  test.each([...new Set(testsNamed(law))])('name a test that exists: %s', (name) => {
    expect(isATest(name, sources)).toBe(true)
  })

  test('each says where it lives and either names its test or admits to having none', () => {
    expect(rows.length).toBeGreaterThan(50)
    for (const row of rows) {
      const cells = row.split(' | ')
      expect(cells.length, row).toBe(5)
      const paths = [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
      expect(paths.length, row).toBeGreaterThan(0)
      for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true)
      expect(/^(Test: `.+`|no test yet) \|$/.test(cells[4] ?? ''), row).toBe(true)
    }
  })

  test('a name that only stands in a comment, or in part, is not a test', () => {
    expect(isATest('the sun rises', "// test 'the sun rises'\nconst name = 'the sun rises'")).toBe(false)
    expect(isATest('the sun', "test('the sun rises', () => {})")).toBe(false)
    expect(isATest("the sun's rise", 'test("the sun\'s rise", () => {})')).toBe(true)
    expect(isATest('%i rises', "])('%i rises', (n) => {})")).toBe(true)
  })
})
