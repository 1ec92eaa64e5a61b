import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkPack } from './check.ts'
import { criteriaOf } from './form.ts'
import { formOf } from './load.ts'
import { regulationCommand } from './regulation.cli.ts'
import { bestAnswers } from './reachable.ts'
import { scoreSheet } from './score.ts'
import { current, thresholds } from './testing.ts'
import { parseWording } from './wording.load.ts'
import { applyWording, wordingHash } from './wording.ts'
import type { Wording } from './wording.schema.ts'

/** Every text of one form in other words, with the same codes and counts. */
function gazette(set: number, change: (form: Wording['forms'][number]) => void = () => undefined): Wording {
  const own = formOf(current, set)
  const form: Wording['forms'][number] = {
    set,
    title: `${own.title} (Công báo)`,
    criteria: criteriaOf(own).map(({ criterion }) => ({
      code: criterion.code,
      title: `${criterion.title} (Công báo)`,
      options: criterion.options.map((option, index) => `${option.text} (Công báo, mức ${index + 1})`),
    })),
  }
  change(form)
  return { regulation: current.id, source: 'Công báo số 1', forms: [form] }
}

const folder = mkdtempSync(path.join(tmpdir(), 'wording-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the gazette's words over ours", () => {
  const outcome = applyWording(current, gazette(9))
  if (!outcome.ok) throw new Error('refused')

  test('change the texts and nothing that scores', () => {
    const before = formOf(current, 9)
    const after = formOf(outcome.pack, 9)
    expect(after.title).toBe(`${before.title} (Công báo)`)
    expect(criteriaOf(after)[0]?.criterion.options[0]?.text).toContain('(Công báo, mức 1)')
    expect(scoreSheet(after, thresholds, bestAnswers(after))).toEqual(scoreSheet(before, thresholds, bestAnswers(before)))
    expect(checkPack(outcome.pack).filter((finding) => finding.level === 'fault')).toEqual([])
  })

  test('leave the pack’s own hash, so that rounds and dossiers keep the law they pinned, and name the words by a hash of their own', () => {
    expect(outcome.pack.hash).toBe(current.hash)
    expect(outcome.pack.wording).toMatchObject({ source: 'Công báo số 1', sets: [9] })
    expect(outcome.pack.wording.hash).toBe(wordingHash(gazette(9)))
    expect(wordingHash(gazette(10))).not.toBe(wordingHash(gazette(9)))
  })

  test('leave the sets they do not name, and our own pack, as they were', () => {
    expect(outcome.untouchedSets).toHaveLength(25)
    expect(formOf(outcome.pack, 1)).toEqual(formOf(current, 1))
    expect(formOf(current, 9).title).not.toContain('Công báo')
  })

  test('count what differs: our own text loaded back changes nothing', () => {
    const own = formOf(current, 26)
    const criteria = criteriaOf(own).map(({ criterion }) => ({
      code: criterion.code,
      title: criterion.title,
      options: criterion.options.map((option) => option.text),
    }))
    expect(applyWording(current, { regulation: current.id, source: 'x', forms: [{ set: 26, criteria }] })).toMatchObject({
      ok: true,
      changed: 0,
    })
    expect(outcome.changed).toBe(1 + criteriaOf(formOf(current, 9)).reduce((sum, { criterion }) => sum + 1 + criterion.options.length, 0))
  })
})

describe('a wording is refused', () => {
  const faults = (change: (form: Wording['forms'][number]) => void) => {
    const outcome = applyWording(current, gazette(1, change))
    return outcome.ok ? [] : outcome.faults.map(({ set, criterion, option }) => [set, criterion, option])
  }

  test('for a criterion left out, one too many, one option less, a repeated text – all told at once with their place', () => {
    expect(
      faults((form) => {
        form.criteria = form.criteria.filter((entry) => entry.code !== '1.2')
        form.criteria.push({ code: '99', title: 'x', options: ['y'] })
        form.criteria[0]!.options.pop()
        form.criteria[1]!.options[1] = form.criteria[1]!.options[0]!
      }),
    ).toEqual([
      [1, '1.2', null],
      [1, '1.1', 3],
      [1, '1.3', 2],
      [1, '99', null],
    ])
  })

  test('for a criterion given twice, and for a form given twice', () => {
    expect(faults((form) => form.criteria.push(form.criteria[0]!))).toEqual([[1, '1.1', null]])
    const twice = gazette(1)
    expect(applyWording(current, { ...twice, forms: [...twice.forms, ...twice.forms] })).toMatchObject({ ok: false, faults: [{ set: 1 }] })
  })

  test('for another pack, and for a set the pack does not have', () => {
    expect(applyWording(current, { ...gazette(1), regulation: 'qd-148-2023' })).toMatchObject({ ok: false })
    const form = { ...gazette(1).forms[0]!, set: 27 }
    expect(applyWording(current, { regulation: current.id, source: 'x', forms: [form] })).toMatchObject({
      ok: false,
      faults: [{ set: 27 }],
    })
  })

  test('for a file with points in it: words alone are words alone', async () => {
    const text = stringify({ ...gazette(1), points: 5 })
    await expect(parseWording(text, 'file.yaml')).rejects.toThrow(/points/)
    await expect(parseWording('regulation: [', 'file.yaml')).rejects.toThrow(/file.yaml/)
  })
})

describe('ocop regulation wording', () => {
  async function run(wording: unknown, ...more: string[]) {
    const file = path.join(folder, 'wording.yaml')
    writeFileSync(file, stringify(wording))
    const lines: string[] = []
    const io = { out: (text: string) => void lines.push(text), err: (text: string) => void lines.push(text) }
    const code = await regulationCommand(['wording', current.id, file, ...more], io)
    return { code, text: lines.join('\n') }
  }

  test('says what would change and stores nothing', async () => {
    const { code, text } = await run(gazette(9), '--check')
    expect(code).toBe(0)
    expect(text).toContain('1 bộ')
    expect(text).toContain('Chưa lưu gì')
  })

  test('lists every fault by set, criterion and option, and returns 2', async () => {
    const wrong = gazette(1, (form) => {
      form.criteria[0]!.options.pop()
      form.criteria.pop()
    })
    const { code, text } = await run(wrong, '--check')
    expect(code).toBe(2)
    expect(text).toContain('bộ/set 1 1.1 mức/option 3')
    expect(text).toContain('bộ/set 1 12')
  })

  test('only checks, and says so when asked to do more', async () => {
    expect((await run(gazette(9))).code).toBe(2)
  })
})
