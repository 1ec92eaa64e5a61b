// Drafts rules/correspondence/<old>--<new>.yaml by comparing titles and option texts: `node scripts/correspondence-draft.ts OLD NEW > FILE`.
// A draft only: the committed tables are its output with the hand-made rules below; `ocop regulation check` refuses what does not hold.
import { criteriaOf, findCriterion } from '../src/regulation/form.ts'
import type { Criterion, Form } from '../src/regulation/form.schema.ts'
import { loadPack } from '../src/regulation/load.ts'

type Kind = 'same' | 'wider' | 'narrower' | 'split' | 'merged' | 'none'
type Sets = readonly (readonly [old: number, news: readonly number[], kind: Kind, note?: string])[]

/** Sets by number, read from the two annexes; everything else follows from the texts. */
const identity: Sets = Array.from({ length: 26 }, (_, index) => [index + 1, [index + 1], 'same'] as const)
const from1048: Sets = [
  [1, [1], 'same'],
  [2, [2], 'wider', 'thêm thủy sản tươi'],
  [4, [4], 'wider', 'thêm nông sản thực phẩm khác'],
  [5, [5], 'same'],
  [6, [6], 'same'],
  [7, [7], 'same'],
  [8, [8], 'merged', 'gộp với bộ 9 (thủy, hải sản)'],
  [9, [8], 'merged', 'gộp với bộ 8 (thịt, trứng, sữa)'],
  [10, [9], 'same'],
  [11, [10], 'same'],
  [12, [11], 'same'],
  [13, [12], 'narrower', 'chỉ còn trà từ thực vật khác'],
  [14, [13], 'same'],
  [15, [14], 'same'],
  [16, [15], 'same'],
  [17, [16], 'same'],
  [18, [17], 'same'],
  [19, [18], 'same'],
  [20, [19], 'narrower', 'chỉ mỹ phẩm có thành phần từ thảo dược'],
  [21, [], 'none', 'bộ mới không có trang thiết bị, dụng cụ y tế'],
  [22, [20], 'wider', 'thêm tinh dầu'],
  [23, [21], 'merged', 'gộp với bộ 24'],
  [24, [21], 'merged', 'gộp với bộ 23'],
  [25, [22], 'same'],
  [26, [26], 'wider', 'thêm du lịch sinh thái'],
]

/** What a criterion asks about, where both decisions ask it under differing titles. The first that matches is its subject. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/^vùng nguyên liệu/, 'materialArea'],
  [/^(nguồn gốc sản phẩm|nguồn nguyên liệu|nguồn gốc nguyên liệu)/, 'origin'],
  [/^gia tăng giá trị/, 'addedValue'],
  [/^năng lực sản xuất/, 'capacity'],
  [/^liên kết (sản xuất|chuỗi trong sản xuất)/, 'linkage'],
  [/bảo vệ môi trường/, 'environment'],
  [/năng lượng tiết kiệm/, 'energy'],
  [/^sản xuất sử dụng|theo hướng bền vững/, 'technology'],
  [/^nguồn gốc ý tưởng/, 'idea'],
  [/^(đóng gói, bao bì|tính hoàn thiện của bao bì|bao bì, ghi nhãn)/, 'packaging'],
  [/^phong cách/, 'label'],
  [/song ngữ/, 'bilingual'],
  [/^loại hình tổ chức/, 'legalForm'],
  [/đại diện pháp luật/, 'head'],
  [/^cộng đồng tham gia/, 'community'],
  [/lao động địa phương/, 'labour'],
  [/^tăng trưởng/, 'growth'],
  [/^kế toán/, 'accounting'],
  [/^sở hữu trí tuệ/, 'property'],
  [/^khu vực phân phối/, 'markets'],
  [/^tổ chức phân phối/, 'distribution'],
  [/quảng bá sản phẩm.*liên kết chuỗi|liên kết chuỗi.*quảng bá/, 'valueChain'],
  [/liên kết vùng/, 'region'],
  [/^tổ chức quảng bá/, 'sales'],
  [/bộ nhận diện/, 'identity'],
  [/^quảng bá sản phẩm/, 'promotion'],
  [/^trí tuệ/, 'knowledge'],
  [/^cấu trúc câu chuyện|^trình bày câu chuyện/, 'storyForm'],
  [/^câu chuyện/, 'story'],
  [/độc đáo/, 'unique'],
  [/^dinh dưỡng/, 'nutrition'],
  [/công bố/, 'declaration'],
  [/kiểm tra.*(định kỳ|chỉ tiêu atp|attp)/, 'periodicTest'],
  [/^đảm bảo chất lượng/, 'qualityAssurance'],
  [/^hướng dẫn sử dụng/, 'instructions'],
  [/^cơ hội thị trường/, 'globalMarket'],
  [/^bảo vệ, bảo tồn/, 'heritage'],
  [/điều kiện kinh doanh/, 'conditions'],
  [/an ninh/, 'security'],
]
/** Subjects the new decision folds into one that also exists alone: 26/2026 made one criterion of declaration and periodic test. */
const folds: Readonly<Record<string, string>> = { periodicTest: 'declaration' }

/** Pairs read by hand, by old set and new set: titles too far apart for the comparison, or two old criteria that became one. */
const byHand: Readonly<Record<string, readonly (readonly [old: string, fresh: string])[]>> = {
  'qd-148-2023 13 13': [
    ['6.a.4', '6.1.4'],
    ['6.a.5', '6.1.5'],
  ],
  'qd-1048-2019 4 4': [['6.5', '6.d']],
  'qd-1048-2019 9 8': [['6.2', '6.b']],
  'qd-1048-2019 14 13': [
    ['6.1.3b', '6.a.4'],
    ['6.1.4', '6.a.5'],
  ],
  'qd-1048-2019 17 16': [['9', '9']],
  'qd-1048-2019 19 18': [['9', '9']],
  'qd-1048-2019 20 19': [
    ['7', '7'],
    ['9.1', '9'],
  ],
  'qd-1048-2019 22 20': [
    ['7', '7'],
    ['9', '9'],
    ['10', '10'],
  ],
  'qd-1048-2019 23 21': [
    ['2.3', '2.b'],
    ['6.3', '6.c'],
    ['6.4', '6.d'],
  ],
  'qd-1048-2019 24 21': [
    ['2.3', '2.b'],
    ['6.3', '6.c'],
    ['6.4', '6.d'],
  ],
  'qd-1048-2019 25 22': [
    ['2.3', '2.b'],
    ['6.1', '6.a'],
    ['6.3', '6.c'],
    ['6.4', '6.d'],
  ],
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}%<>≥ ]/gu, ' ')
const tokens = (text: string): Set<string> =>
  new Set(
    bare(text)
      .split(/\s+/)
      .filter((word) => word.length > 1 || /\d/.test(word)),
  )

/** Shared words over all words, 0 to 1. */
function likeness(a: string, b: string): number {
  const [x, y] = [tokens(a), tokens(b)]
  const shared = [...x].filter((word) => y.has(word)).length
  return shared === 0 ? 0 : shared / (x.size + y.size - shared)
}

function subjectOf(criterion: Criterion): string | undefined {
  const title = criterion.title.toLowerCase()
  return subjects.find(([pattern]) => pattern.test(title))?.[1]
}

type Match = { old: Criterion; fresh: Criterion; byHand?: boolean }

/** Best pairs first: same subject, else the likest titles within the same part, each criterion once; then what folds into a taken one. */
function pairs(oldForm: Form, newForm: Form, hand: readonly (readonly [string, string])[]): Match[] {
  const olds = criteriaOf(oldForm)
  const news = criteriaOf(newForm)
  const scored = olds.flatMap((old) =>
    news.flatMap((fresh) => {
      const [a, b] = [subjectOf(old.criterion), subjectOf(fresh.criterion)]
      if (a !== undefined || b !== undefined)
        return a === b && a !== undefined ? [{ old, fresh, weight: 2 + likeness(old.criterion.title, fresh.criterion.title) }] : []
      const weight = old.part.code === fresh.part.code ? likeness(old.criterion.title, fresh.criterion.title) : 0
      return weight >= 0.34 ? [{ old, fresh, weight }] : []
    }),
  )
  scored.sort((a, b) => b.weight - a.weight || a.old.index - b.old.index)
  const found: Match[] = hand.flatMap(([code, into]) => {
    const [old, fresh] = [findCriterion(oldForm, code), findCriterion(newForm, into)]
    return old && fresh ? [{ old: old.criterion, fresh: fresh.criterion, byHand: true }] : []
  })
  for (const { old, fresh } of scored)
    if (!found.some((one) => one.old === old.criterion || (one.fresh === fresh.criterion && !one.byHand)))
      found.push({ old: old.criterion, fresh: fresh.criterion })
  for (const { criterion } of olds) {
    const fold = folds[subjectOf(criterion) ?? '']
    const into = news.find((entry) => subjectOf(entry.criterion) === fold)
    if (fold && into && !found.some((one) => one.old === criterion)) found.push({ old: criterion, fresh: into.criterion })
  }
  return found
}

/** "Không có bao bì", "Sản xuất không dùng công nghệ…", "Chưa áp dụng": what is asked for is not there. */
const denies = (text: string): boolean => {
  const words = bare(text).split(/\s+/).slice(0, 4)
  return words.includes('không') || words.includes('chưa')
}

/** Both ladders begin, without points, with a denial of what the criterion asks: the same answer under both, whatever the words after it. */
function bothBeginWithNothing(old: Criterion, fresh: Criterion): boolean {
  const first = [old.options[0], fresh.options[0]]
  return first.every((option) => option !== undefined && option.points === 0 && option.case === undefined && denies(option.text))
}

/** Each old option to one new option, never upwards in doubt: an equal text, else the likest not above its own place, else the lower one. */
function optionRows(old: Criterion, fresh: Criterion): string[] {
  let floor = 0
  const taken = new Set<number>()
  const nothing = bothBeginWithNothing(old, fresh)
  const yesOrNo = nothing && old.options.length === 2 && fresh.options.length === 2
  return old.options.map((option, place) => {
    if (nothing && place === 0) {
      taken.add(1)
      floor = 1
      return '{ old: 1, new: 1, kind: same }'
    }
    // Of two answers the second is "there is": asked anew under the newer words.
    if (yesOrNo && likeness(option.text, fresh.options[1]?.text ?? '') < 0.4) return '{ old: 2, new: 2, kind: narrower }'
    const likest = fresh.options
      .map((entry, index) => ({ number: index + 1, weight: likeness(option.text, entry.text), entry }))
      .filter((entry) => option.case === undefined || entry.entry.case === undefined || entry.entry.case === option.case)
      .toSorted((a, b) => b.weight - a.weight)[0]
    let number = floor
    let kind: Kind = 'none'
    if (likest && likest.weight >= 0.9 && !taken.has(likest.number)) [number, kind] = [likest.number, 'same']
    else if (likest && likest.weight >= 0.4) {
      const [a, b] = [tokens(option.text), tokens(likest.entry.text)]
      number = likest.number
      kind = [...b].every((word) => a.has(word)) ? 'wider' : 'narrower'
    } else if (floor > 0) kind = 'merged'
    // An option without points never suggests one with points.
    if (option.points === 0 && (fresh.options[number - 1]?.points ?? 0) > 0) {
      const zero = fresh.options.findIndex((entry) => entry.points === 0 && (option.case === undefined || entry.case === option.case)) + 1
      number = zero
      kind = zero > 0 ? 'narrower' : 'none'
    }
    // A lower old option never points above a higher one, except across cases.
    if (option.case === undefined && number < floor) [number, kind] = [floor, 'merged']
    if (kind === 'same') taken.add(number)
    if (option.case === undefined) floor = Math.max(floor, number)
    return `{ old: ${place + 1}, new: ${number}, kind: ${kind} }`
  })
}

function criterionKind(match: Match, all: readonly Match[], options: readonly string[]): Kind {
  if (all.filter((one) => one.fresh === match.fresh).length > 1) return 'merged'
  const whole = options.every((row) => row.includes('kind: same')) && match.old.options.length === match.fresh.options.length
  if (whole) return 'same'
  return options.every((row) => /kind: (same|wider)/.test(row)) ? 'wider' : 'narrower'
}

const [fromId, toId] = process.argv.slice(2)
if (fromId === undefined || toId === undefined) throw new Error('usage: correspondence-draft OLD NEW')
const [from, to] = await Promise.all([loadPack(fromId), loadPack(toId)])
const sets = fromId === 'qd-1048-2019' ? from1048 : identity
const source = 'interpretation: titles and option texts compared by rule'
const out: string[] = ['sets:']
for (const [old, news, kind, note] of sets)
  out.push(
    `  - { old: ${old}, new: [${news.join(', ')}], kind: ${kind}, ${note ? `note: "${note}", ` : ''}source: "Phụ lục I của hai quyết định" }`,
  )
out.push('forms:')
for (const [old, news] of sets)
  for (const set of news) {
    const [oldForm, newForm] = [from.forms[old], to.forms[set]]
    if (!oldForm || !newForm) continue
    const matches = pairs(oldForm, newForm, byHand[`${fromId} ${old} ${set}`] ?? [])
    out.push(`  - old: ${old}`, `    new: ${set}`, '    rows:')
    const place = (one: Match): number => criteriaOf(newForm).findIndex((entry) => entry.criterion === one.fresh)
    for (const match of matches.toSorted((x, y) => place(x) - place(y))) {
      const options = optionRows(match.old, match.fresh)
      const basis = match.byHand ? 'interpretation: read by hand' : source
      out.push(
        `      - { old: "${match.old.code}", new: "${match.fresh.code}", kind: ${criterionKind(match, matches, options)}, options: [${options.join(', ')}], source: "${basis}" }`,
      )
    }
    const left = (form: Form, used: readonly Criterion[]): string =>
      criteriaOf(form)
        .filter(({ criterion }) => !used.includes(criterion))
        .map(({ criterion }) => `"${criterion.code}"`)
        .join(', ')
    out.push(
      `    newCriteria: [${left(
        newForm,
        matches.map((one) => one.fresh),
      )}]`,
      `    dropped: [${left(
        oldForm,
        matches.map((one) => one.old),
      )}]`,
    )
  }
process.stdout.write(`${out.join('\n')}\n`)
