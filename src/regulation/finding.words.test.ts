import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dryRunPack } from './dry-run.ts'
import { findingInVietnamese, placeInVietnamese } from './finding.words.ts'
import { current } from './testing.ts'
import { yamlFault } from './yaml.fault.ts'

type Loose = Record<string, unknown>
const form = () => structuredClone(current.forms[9]) as unknown as { title: unknown; parts: { groups: { criteria: Loose[] }[] }[] }
const told = (edit: (given: ReturnType<typeof form>) => void) => {
  const given = form()
  edit(given)
  const { faults } = dryRunPack({ regulation: current.regulation, forms: { ...current.forms, 9: given } })
  return faults.map((fault) => `${placeInVietnamese(fault.row)}: ${findingInVietnamese(fault.reason)}`)
}
const firstCriterion = (given: ReturnType<typeof form>) => given.parts[0]?.groups[0]?.criteria[0] ?? {}

test.each<[string, (given: ReturnType<typeof form>) => void, string]>([
  ['a key left out', (given) => void delete given.title, 'Bộ 9: title: chưa ghi; cần chữ'],
  ['a wrong type', (given) => void (firstCriterion(given)['max'] = 'năm'), 'max: cần số, đang là chữ'],
  ['an empty list', (given) => void (firstCriterion(given)['options'] = []), 'options: cần ít nhất 1 mục hoặc ký tự'],
  ['a key too many', (given) => void (firstCriterion(given)['colour'] = 'đỏ'), 'khóa không có trong mẫu: "colour"'],
  ['a number out of bounds', (given) => void (firstCriterion(given)['minStar'] = 9), 'minStar: '],
])('%s is told in Vietnamese with its place', (_what, edit, words) => {
  const faults = told(edit)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.join('\n')).toContain(words)
  expect(faults.join('\n')).not.toMatch(/Invalid|expected|Unrecognized|Too (small|big)/)
})

test('lists in a place are counted from 1, as people do', () => {
  expect(placeInVietnamese('set 9: parts.0.groups.1.criteria.2.max')).toBe('Bộ 9: parts (mục 1).groups (mục 2).criteria (mục 3).max')
  expect(placeInVietnamese('regulation: levels.1.sendsUp')).toBe('Quyết định: levels (mục 2).sendsUp')
})

test.each([
  ['a: 1\na: 2', 'dòng 2, cột 1: khóa bị ghi hai lần'],
  ['a: [1, 2', 'dòng 1, cột 9: thụt lề không đúng, hoặc chưa đóng ngoặc'],
  ['a: "b', 'dòng 1, cột 6: thiếu dấu đóng ngoặc, dấu nháy hoặc dấu phẩy'],
  ['a:\n\t- 1', 'dòng 2, cột 1: thụt lề bằng phím Tab; dùng dấu cách'],
  ['a: b: c', 'dòng 1, cột 4: có dấu hai chấm trong giá trị; đặt giá trị trong dấu nháy'],
])('broken YAML %j: %s', (text, words) => {
  const error = (() => {
    try {
      return parse(text) as unknown
    } catch (caught) {
      return caught
    }
  })()
  expect(yamlFault(error).vi).toBe(words)
  expect(yamlFault('anything').vi).toBe('sai cú pháp YAML')
})
