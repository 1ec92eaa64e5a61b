import { expect, test } from 'vitest'
import { checkForm } from './check.ts'
import type { Form } from './form.schema.ts'
import { findingInVietnamese } from './finding.words.ts'
import { formOf } from './load.ts'
import { current } from './testing.ts'

test('the faults of a spoilt form are told in Vietnamese, with their numbers', () => {
  const form = JSON.parse(JSON.stringify(formOf(current, 9))) as Form
  const criterion = form.parts[0]!.groups[0]!.criteria[0]!
  criterion.max = 99
  criterion.options.reverse()
  const told = checkForm(form, current.regulation)
    .filter((finding) => finding.level === 'fault')
    .map((finding) => findingInVietnamese(finding.text))
  expect(told.length).toBeGreaterThan(2)
  expect(told.every((text) => /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i.test(text))).toBe(true)
  expect(told).toContain('mức cao nhất 5 điểm, tiêu chí ghi tối đa 99 điểm')
})

test('what the table does not know is left as it is', () => {
  expect(findingInVietnamese('Phiếu in 3 điểm hai lần.')).toBe('Phiếu in 3 điểm hai lần.')
})
