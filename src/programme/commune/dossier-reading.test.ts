import { beforeAll, describe, expect, test } from 'vitest'
import { formOf, type Pack } from '#/regulation/load.ts'
import type { Form } from '#/regulation/form.schema.ts'
import type { Snapshot, SnapshotPaper } from '../dossier/snapshot.ts'
import { openRegulations } from '../regulations.ts'
import { componentLines, lineCount, provinceLines, tally } from './components.ts'
import { changesBetween } from './difference.ts'
import { bareName, flagsOf } from './flags.ts'
import { requiredSamples } from './samples.ts'

let pack: Pack
let form: Form
beforeAll(async () => {
  pack = (await openRegulations()).get('qd-26-2026')
  form = formOf(pack, 9)
})

const paper = (over: Partial<SnapshotPaper> = {}): SnapshotPaper => ({
  id: 'p1',
  kind: 'testReport',
  title: 'Phiếu kiểm nghiệm',
  number: '12/KN',
  issuer: 'Trung tâm',
  issuedOn: '2026-01-05',
  expiresOn: null,
  holder: 'HTX Vạn Triều',
  confidential: false,
  files: [{ id: 'f1', sha256: 'a'.repeat(64), fileName: 'kn.pdf', mediaType: 'application/pdf', size: 1, pageCount: 1 }],
  ...over,
})
const answer = (criterion: string, option: number, points: number, paperIds: string[] = ['p1']) => ({
  criterion,
  title: `Tiêu chí ${criterion}`,
  part: 'A',
  group: '3',
  max: 3,
  option,
  optionText: `mức ${option}`,
  points,
  origin: 'own' as const,
  description: '',
  paperIds,
})
const snapshot = (
  over: Partial<Omit<Snapshot, 'producer' | 'producerPrivate'>> & {
    producer?: Partial<Snapshot['producer']>
    producerPrivate?: Partial<Snapshot['producerPrivate']>
  } = {},
): Snapshot => ({
  format: 1,
  kind: 'first',
  filedAt: '2026-09-14T02:00:00Z',
  regulation: { id: 'qd-26-2026', hash: '', number: '', title: '' },
  set: { no: 9, title: '', sector: '', group: '', ministry: '' },
  cases: {},
  product: { id: 'x', name: 'Nước mắm', description: '', packs: [], photos: [] },
  registration: {},
  report: {},
  components: [],
  answers: [],
  papers: [],
  totals: { total: 0, parts: {}, pointsStar: 1, star: 1, missed: [] },
  ...over,
  producer: {
    id: 'c1',
    name: 'Hợp tác xã Vạn Triều',
    legalForm: 'cooperative',
    legalFormLabel: 'Hợp tác xã',
    taxCode: null,
    registrationNumber: null,
    registrationDate: null,
    registrationIssuer: null,
    addressLine: '',
    communeCode: '16531',
    communeName: '',
    provinceName: '',
    oldNames: [],
    headName: 'Trần Văn Vạn',
    headPost: '',
    phone: null,
    email: null,
    website: null,
    workersTotal: 20,
    workersLocal: 8,
    history: '',
    structure: '',
    ...over.producer,
  },
  producerPrivate: { headSex: 'male', headEthnicity: 'Kinh', headDisability: false, ...over.producerPrivate },
})
const kinds = (one: Snapshot) => flagsOf(one, '2026-09-14', form).map((flag) => flag.kind)

describe('flags', () => {
  test.each([
    ['HTX Vạn Triều', 'van trieu'],
    ['Hợp tác xã VẠN TRIỀU', 'van trieu'],
    ['Công ty TNHH MTV Sóng Vàng', 'song vang'],
  ])('the name that matters in "%s" is "%s"', (name, bare) => expect(bareName(name)).toBe(bare))

  test.each<[string, Partial<SnapshotPaper>, string[]]>([
    ['the producer under its short name', {}, []],
    ['its head', { holder: 'Ông Trần Văn Vạn' }, []],
    ['someone else', { holder: 'Hộ kinh doanh Sóng Vàng' }, ['holderDiffers']],
    ['nobody', { holder: null }, ['holderMissing']],
    ['a paper that ran out yesterday', { expiresOn: '2026-09-13' }, ['expired']],
    ['a paper on its last day', { expiresOn: '2026-09-14' }, ['expiresSoon']],
    ['a paper that lasts', { expiresOn: '2027-09-14' }, []],
    ['a paper issued after the filing', { issuedOn: '2026-09-15' }, ['notYetIssued']],
    ['a paper without a file', { files: [] }, ['noFile']],
  ])('a paper held by or being %s', (_, over, expected) => expect(kinds(snapshot({ papers: [paper(over)] }))).toEqual(expected))

  test.each<[string, Parameters<typeof snapshot>[0], string[]]>([
    ['3.3: 8 of 20 local workers bear option 1', { answers: [answer('3.3', 1, 1)] }, []],
    ['3.3: option 3 is above them', { answers: [answer('3.3', 3, 3)] }, ['answerAbove']],
    ['3.3: no option is below them', { answers: [answer('3.3', 0, 0)] }, ['answerBelow']],
    [
      '3.1: a household does not take the co-operative option',
      { answers: [answer('3.1', 3, 3)], producer: { legalForm: 'household' } },
      ['answerAbove'],
    ],
    ['3.2: claimed without ground', { answers: [answer('3.2', 2, 1)] }, ['headProof']],
    ['3.2: a woman heads it', { answers: [answer('3.2', 2, 1)], producerPrivate: { headSex: 'female' } }, []],
    ['3.3: points without a paper', { answers: [answer('3.3', 1, 1, [])] }, ['noEvidence']],
    ['more local workers than workers', { producer: { workersTotal: 5, workersLocal: 9 } }, ['workersImpossible']],
    [
      'workers not told: nothing to contradict',
      { answers: [answer('3.3', 3, 3)], producer: { workersTotal: null, workersLocal: null } },
      [],
    ],
  ])('%s', (_, over, expected) => expect(kinds(snapshot(over))).toEqual(expected))
})

describe('components', () => {
  test('the evidence table is opened into rows, and nothing is asked twice', () => {
    const lines = componentLines(pack.regulation, form, snapshot({ answers: [answer('3.3', 1, 1)] }))
    const codes = lines.map((line) => line.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).not.toContain('evidence:businessRegistration')
    expect(lines.find((line) => line.code === 'evidence:labour')).toMatchObject({ criteria: ['3.3'], paperIds: ['p1'] })
    expect(lineCount(pack.regulation, 'first', 9)).toBe(lines.length)
    expect(provinceLines(pack.regulation, form, snapshot()).map((line) => line.code)).toEqual([
      'communeProposal',
      'communeReport',
      ...codes,
    ])
  })

  test('set 26 hands over no samples', () => {
    expect(requiredSamples(pack.regulation, 26)).toBe(0)
    expect(requiredSamples(pack.regulation, 9)).toBe(5)
    const codes = componentLines(
      pack.regulation,
      formOf(pack, 26),
      snapshot({ set: { no: 26, title: '', sector: '', group: '', ministry: '' } }),
    ).map((line) => line.code)
    expect(codes).not.toContain('samples')
  })

  test('a tally counts only lines the pack names', () => {
    const lines = componentLines(pack.regulation, form, snapshot())
    const checks = [
      { component: 'selfAssessment', verdict: 'present' as const, remark: '' },
      { component: 'registrationSlip', verdict: 'wrong' as const, remark: 'x' },
      { component: 'gone', verdict: 'missing' as const, remark: 'x' },
    ]
    expect(tally(lines, checks)).toEqual({ lines: lines.length, checked: 2, lacking: ['registrationSlip'] })
  })
})

describe('what changed', () => {
  test('the same submission twice shows nothing', () => expect(changesBetween(snapshot(), snapshot())).toEqual([]))

  test('the account of a re-assessment is compared topic by topic', () => {
    const since = (text: string) => ({
      certificate: null,
      changes: [
        { topic: 'label', title: 'Nhãn', changed: true, text, paperIds: [] },
        { topic: 'market', title: 'Thị trường', changed: false, text: '', paperIds: [] },
      ],
    })
    const [before, after] = [snapshot(), snapshot()].map((one, index) => ({ ...one, since: since(index === 0 ? 'Cũ' : 'Mới') }))
    expect(before && after && changesBetween(before, after)).toEqual([
      { kind: 'field', target: 'since.label', title: 'Thay đổi so với lần công nhận trước: Nhãn', before: 'Cũ', after: 'Mới' },
    ])
  })

  test('answers, papers and fields are told apart, with their words as filed', () => {
    const before = snapshot({ answers: [answer('3.3', 1, 1)], papers: [paper()] })
    const after = snapshot({
      answers: [answer('3.3', 2, 2), answer('3.4', 1, 1, [])],
      papers: [paper({ expiresOn: '2028-01-05' }), paper({ id: 'p2', title: 'Giấy mới' })],
      producer: { workersLocal: 16 },
    })
    expect(changesBetween(before, after).map((change) => [change.kind, change.target, change.before === null])).toEqual([
      ['field', 'producer.workersLocal', false],
      ['criterion', '3.3', false],
      ['criterion', '3.4', true],
      ['paper', 'p1', false],
      ['paper', 'p2', true],
    ])
  })
})
