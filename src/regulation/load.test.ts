import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkForm, checkPack, checkRegulation } from './check.ts'
import type { Form } from './form.schema.ts'
import { criteriaOf } from './form.ts'
import { contentHash, formOf, loadForm, loadPack, loadPacks, loadRegulation, RegulationError, rulesDirectory } from './load.ts'
import { current } from './testing.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A copy of one pack whose files may be changed. */
function copyOf(id: string, file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rules-'))
  made.push(folder)
  cpSync(path.join(rulesDirectory(), id), path.join(folder, id), { recursive: true })
  const target = path.join(folder, id, file)
  writeFileSync(target, change(readFileSync(target, 'utf8')))
  return folder
}

const tea = 'forms/11.yaml'

describe('packs', () => {
  test('four decisions, newest first, with 26, 26, 26 and 25 forms', async () => {
    const packs = await loadPacks()
    expect(packs.map((pack) => [pack.id, Object.keys(pack.forms).length])).toEqual([
      ['qd-26-2026', 26],
      ['qd-148-1489-2025', 26],
      ['qd-148-2023', 26],
      ['qd-1048-2019', 25],
    ])
    expect(new Set(packs.map((pack) => pack.hash)).size).toBe(4)
  })

  test('1489 amends the path and keeps the forms of 148', async () => {
    const [amended, made148] = await Promise.all([loadPack('qd-148-1489-2025'), loadPack('qd-148-2023')])
    expect(amended.forms).toEqual(made148.forms)
    expect(amended.regulation.levels.map((level) => level.level)).toEqual(['commune', 'province', 'central'])
    expect(made148.regulation.levels.map((level) => level.level)).toEqual(['commune', 'district', 'province', 'central'])
  })

  test('no day between 21/8/2019 and today is without a pack, and new dossiers have one from 22/5/2026', async () => {
    const spans = (await loadPacks()).map((pack) => pack.regulation.inForce).toReversed()
    const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    expect(spans.slice(0, 2).map((span) => nextDay(span.to ?? ''))).toEqual([spans[1]?.from, spans[2]?.from])
    expect(spans[3]).toMatchObject({ from: '2026-05-22', to: null })
  })

  test('a loaded pack cannot be changed', async () => {
    const form = await loadForm('qd-26-2026', 9)
    const { criterion } = criteriaOf(form)[0]!
    expect(() => Object.assign(criterion.options[0]!, { points: 100 })).toThrow(TypeError)
    expect(() => Object.assign(current.regulation.stars[0]!, { from: 1 })).toThrow(TypeError)
  })

  test('unknown id or set is refused by name', async () => {
    await expect(loadPack('qd-1-1999')).rejects.toThrow(/qd-1-1999.*qd-26-2026/)
    await expect(loadForm('qd-1048-2019', 3)).rejects.toThrow(RegulationError)
    await expect(loadRegulation('../rules')).rejects.toThrow(RegulationError)
    expect(() => formOf(current, 27)).toThrow(/27/)
  })
})

describe('content hash', () => {
  /** Hash of regulation.yaml and one form: enough to see a change, without parsing all 26 again. */
  const hashOf = async (rules?: string): Promise<string> =>
    contentHash(await loadRegulation('qd-26-2026', rules), { 11: await loadForm('qd-26-2026', 11, rules) })

  test('a comment, another order of keys or a search word of ours changes nothing; a point or a clock does', async () => {
    const hash = await hashOf()
    expect(await hashOf(copyOf('qd-26-2026', tea, (text) => `# a comment\n${text}`))).toBe(hash)
    expect(await hashOf(copyOf('qd-26-2026', tea, (text) => text.replace(/^(set: 11)\n(title: .*)\n/, '$2\n$1\n')))).toBe(hash)
    expect(await hashOf(copyOf('qd-26-2026', 'regulation.yaml', (text) => text.replace('"bonsai"', '"bon sai"')))).toBe(hash)
    expect(await hashOf(copyOf('qd-26-2026', tea, (text) => text.replace('{ points: 1,', '{ points: 2,')))).not.toBe(hash)
    expect(await hashOf(copyOf('qd-26-2026', 'regulation.yaml', (text) => text.replace('days: 15', 'days: 16')))).not.toBe(hash)
  })

  test('a misspelt key in the law is refused with file and place', async () => {
    const rules = copyOf('qd-26-2026', tea, (text) => text.replace('communeOpinion:', 'communeOpinon:'))
    await expect(loadForm('qd-26-2026', 11, rules)).rejects.toThrow(/forms\/11\.yaml.*communeOpinon/)
  })
})

describe('check', () => {
  test('no pack contradicts itself beyond what its forms declare', async () => {
    for (const pack of await loadPacks()) expect(checkPack(pack).filter((finding) => finding.level === 'fault')).toEqual([])
  })

  test('sums of the forms in doubt are known: 7, 11, 12, 13 of 148 and 10, 16, 19 of 1048; none of 26/2026', async () => {
    const known = async (id: string) => [
      ...new Set(
        checkPack(await loadPack(id))
          .filter((finding) => finding.level === 'known')
          .map((finding) => finding.set),
      ),
    ]
    expect(await known('qd-148-2023')).toEqual([7, 11, 12, 13])
    expect(await known('qd-1048-2019')).toEqual([10, 16, 19])
    expect(await known('qd-26-2026')).toEqual([])
  })

  const changed = (change: (form: Form) => void): string[] => {
    const form = structuredClone(current.forms[9]!) as Form
    change(form)
    return checkForm(form, current.regulation)
      .filter((finding) => finding.level === 'fault')
      .map((finding) => `${finding.criterion ?? ''} ${finding.text}`)
  }
  // Not through criteriaOf: that remembers its answer per form, and these forms are changed afterwards.
  const criterion = (form: Form, code: string) =>
    form.parts.flatMap((part) => part.groups.flatMap((group) => group.criteria)).find((entry) => entry.code === code)!

  test.each([
    ['a wrong point', (form: Form) => void (criterion(form, '4.1').options[3]!.points = 6), /4\.1 best option gives 6/],
    ['a wrong maximum', (form: Form) => void (form.parts[0]!.groups[0]!.max = 19), /group 1: criteria add up to 18/],
    ['a code twice', (form: Form) => void (criterion(form, '1.2').code = '1.1'), /1\.1 code appears twice/],
    ['a gate that falls', (form: Form) => void (criterion(form, '4.1').options[0]!.minStar = 5), /4\.1 /],
    ['an unknown evidence row', (form: Form) => void (criterion(form, '4.1').evidenceRows = [16]), /evidence row 16/],
    ['a lost commune opinion', (form: Form) => void delete criterion(form, '3.3').communeOpinion, /commune opinion/],
    [
      'a dependency on nothing',
      (form: Form) => void (criterion(form, '5.2').onlyIf = { criterion: '5.9', above: 0 }),
      /5\.2 onlyIf names 5\.9/,
    ],
  ])('%s is found', (_name, change, message) => {
    expect(changed(change).join('\n')).toMatch(message)
  })

  test('a star nobody can reach is found', () => {
    const stars = current.regulation.stars.map((entry) => (entry.star === 5 ? { ...entry, from: 101 } : entry))
    expect(checkForm(current.forms[9]!, { ...current.regulation, stars }).map((finding) => finding.text)).toContain(
      '5 stars cannot be reached',
    )
  })

  test('a star no level recognises, and a level that sends nowhere, are found', () => {
    const levels = current.regulation.levels.filter((entry) => entry.level !== 'central')
    expect(checkRegulation({ ...current.regulation, levels }).map((finding) => finding.text)).toEqual([
      'province sends to central, the next level is none',
      '5 stars are recognised by 0 levels',
    ])
  })
})

describe('26/2026 in figures', () => {
  const { regulation } = current

  test('who recognises which star (Đ4, Đ5)', () => {
    expect(regulation.levels.map((level) => [level.level, level.recognises])).toEqual([
      ['commune', []],
      ['province', [3, 4]],
      ['central', [5]],
    ])
    expect(regulation.stars.filter((entry) => entry.decision).map((entry) => entry.star)).toEqual([5, 4, 3])
  })

  test('only the commune has working days; the others count calendar days', () => {
    expect(regulation.clocks.filter((clock) => clock.unit === 'workingDays').map((clock) => [clock.id, clock.days])).toEqual([
      ['communeReview', 15],
    ])
    expect(Object.fromEntries(regulation.clocks.map((clock) => [clock.id, clock.days]))).toMatchObject({
      renewalEarliest: 180,
      renewalLatest: 120,
      renewalCouncil: 45,
      withdrawal: 15,
    })
  })

  test('five samples, none for tourism; certificate of 36 months; fifteen evidence rows; four commune contents; six grounds of withdrawal', () => {
    expect(regulation.samples).toMatchObject({ units: 5, exceptSets: [26] })
    expect(regulation.certificate.months).toBe(36)
    expect(regulation.evidenceRows?.map((row) => row.row)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    expect(regulation.communeOpinion?.contents).toHaveLength(4)
    expect(regulation.withdrawal?.grounds.map((ground) => ground.id)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e'])
  })

  test('each kind of dossier has its components, and samples fall away for tourism', () => {
    const ids = (kind: 'first' | 'upgrade' | 'renewal') =>
      regulation.dossier.components.filter((part) => part.kinds.includes(kind)).map((part) => part.id)
    expect(ids('first')).toEqual(['registrationSlip', 'selfAssessment', 'evidencePapers', 'businessRegistration', 'samples'])
    expect(ids('upgrade')).toContain('changeReport')
    expect(ids('renewal')).toEqual(expect.arrayContaining(['renewalUpdate', 'termedPapers']))
    expect(regulation.dossier.components.find((part) => part.id === 'samples')).toMatchObject({ units: 5, exceptSets: [26] })
  })

  test('the product code pattern takes its example', () => {
    expect(regulation.productCode.example).toMatch(new RegExp(regulation.productCode.pattern))
  })
})
