import { z } from 'zod'
import { department } from '#/regulation/level.schema.ts'

/** Where an expected line comes from: the plan by seed and line ("S4:59"), or said to be ours ("interpretation: …", "demo: …"). */
export const cited = z
  .string()
  .regex(/^(S[0-4]:\d+|interpretation: |demo: )/, 'a source begins with S<seed>:<line>, "interpretation: " or "demo: "')
export const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
export const day = z.iso.date()
export const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)

const seat = z.strictObject({
  name: z.string(),
  post: z.string(),
  /** Name of the body; made once for each desk. */
  body: z.string(),
  role: z.enum(['chair', 'viceChair', 'member', 'secretary']),
  /** Field of work, where the body's name does not tell it. */
  department: department.optional(),
})

const establish = z.strictObject({
  do: z.literal('establish'),
  on: day,
  desk: key,
  name: z.string(),
  termFrom: day,
  termTo: day,
  /** As printed: "18/QĐ-UBND"; empty: the next of the council's own series. */
  number: z.string(),
  signer: z.string(),
  seats: z.array(seat).min(4),
  /** Working rules that differ from the pack's defaults. */
  rules: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  voting: z.int(),
  secretaries: z.int(),
  source: cited,
})

const round = z.strictObject({
  do: z.literal('round'),
  on: day,
  desk: key,
  ordinal: z.int(),
  name: z.string(),
  opensOn: day,
  proposalsDueOn: day,
  closesOn: day,
  source: cited,
})

/** The producer files on `on`, the commune writes its part and sends the dossiers on `sentOn`. */
const file = z.strictObject({ do: z.literal('file'), on: day, sentOn: day, dossiers: z.array(key).min(1), source: cited })
const receive = z.strictObject({
  do: z.literal('receive'),
  on: day,
  desk: key,
  round: z.int(),
  dossiers: z.array(key).min(1),
  source: cited,
})

const item = z.strictObject({
  dossier: key,
  /** Total of each voting member's sheet, in the order of the seats. */
  sheets: z.array(z.int().min(0).max(100)).min(3),
  mean: z.string(),
  spread: z.string(),
  star: z.int(),
  /** The star whose minimums the sheets meet; that of the points when left out. */
  gatesMetTo: z.int().optional(),
  follows: z.enum(['recognition', 'sendUp', 'returnDown', 'letter']),
  /** The spread was over the limit: the sheets after the discussion; `mean` and `spread` are of these. */
  discuss: z.strictObject({ sheets: z.array(z.int().min(0).max(100)).min(3), spreadBefore: z.string(), reason: z.string() }).optional(),
  source: cited,
})
const meet = z.strictObject({
  do: z.literal('meet'),
  on: day,
  released: day,
  desk: key,
  round: z.int(),
  name: z.string(),
  /** Asked in writing: the ballots go out on `released`, all are in on `on`. */
  mode: z.enum(['meeting', 'writtenOpinion']).default('meeting'),
  items: z.array(item).min(1),
  source: cited,
})

const moveOn = { on: day, desk: key, dossiers: z.array(key).min(1), source: cited }
/** The error code of the table, where the plan's rule forbids the press. */
const refused = { refused: z.string().optional() }
const approve = z.strictObject({ do: z.literal('approve'), ...moveOn, title: z.string(), ...refused })
const recognise = z.strictObject({ do: z.literal('recognise'), ...moveOn, title: z.string(), ...refused })
const sendUp = z.strictObject({ do: z.literal('sendUp'), ...moveOn, ...refused })
const returnDown = z.strictObject({ do: z.literal('returnDown'), ...moveOn, note: z.string(), reason: z.string().optional(), ...refused })
const returnNotValid = z.strictObject({ do: z.literal('returnNotValid'), ...moveOn, reason: z.string() })
const choose = z.strictObject({
  do: z.literal('choose'),
  ...moveOn,
  choice: z.enum(['recogniseOnThatResult', 'reassess', 'completeAndAssess', 'letter']),
  reason: z.string(),
  ...refused,
})
const letter = z.strictObject({ do: z.literal('letter'), ...moveOn, advice: z.string(), ...refused })

const stands = z.strictObject({
  do: z.literal('stands'),
  lines: z.array(z.strictObject({ dossier: key, state: z.string(), desk: key, source: cited })).min(1),
})
/** All dossiers of the desk have passed the step before the day. */
const before = z.strictObject({
  do: z.literal('before'),
  desk: key,
  step: z.enum(['accepted', 'concluded', 'sentUp']),
  day,
  source: cited,
})
const certificate = z.strictObject({
  do: z.literal('certificate'),
  dossier: key,
  star: z.int(),
  issuer: z.string(),
  issuedOn: day,
  lastValidOn: day,
  /** Last day for the notice of expiry, where the pack sets one. */
  noticeBy: day.optional(),
  /** State of the certificate the product held before, since this one. */
  earlier: z.enum(['replaced', 'valid']).optional(),
  source: cited,
})
const papers = z.strictObject({
  do: z.literal('papers'),
  lines: z.array(z.strictObject({ desk: key, kind: z.string(), count: z.int(), number: z.string().optional(), source: cited })).min(1),
})

/** The council's working rules as its own paper, under its own series or the number the plan prints. */
const rulesPaper = z.strictObject({ do: z.literal('rulesPaper'), on: day, desk: key, number: z.string(), source: cited })

/** A call of the province's office, its ideas countersigned by the communes, judged with reasons, and the list that goes up. */
const ideas = z.strictObject({
  do: z.literal('ideas'),
  desk: key,
  name: z.string(),
  opensOn: day,
  closesOn: day,
  sentOn: day,
  confirmedOn: day,
  judgedOn: day,
  listedOn: day,
  ideas: z
    .array(
      z.strictObject({
        key,
        producer: key,
        name: z.string(),
        set: z.int(),
        outcome: z.enum(['selected', 'later', 'notSelected']),
        reason: z.string(),
        source: cited,
      }),
    )
    .min(1),
  source: cited,
})

/** The business plan of a selected idea: sent, received, approved by the office's paper. Dossiers named with `idea` start from it. */
const businessPlan = z.strictObject({
  do: z.literal('businessPlan'),
  desk: key,
  ideas: z.array(key).min(1),
  sentOn: day,
  approvedOn: day,
  source: cited,
})

/** The council goes and looks, and writes it down. */
const visit = z.strictObject({ do: z.literal('visit'), on: day, visitedOn: day, desk: key, dossiers: z.array(key).min(1), source: cited })

const labTest = z.strictObject({
  do: z.literal('labTest'),
  on: day,
  desk: key,
  dossiers: z.array(key).min(1),
  what: z.string(),
  laboratory: z.string(),
  dueOn: day,
  receivedOn: day,
  source: cited,
})

/** Whom a record of the dossier belongs to on a day, by names of units: one has it, of several a person chooses. */
const passes = z.strictObject({
  do: z.literal('passes'),
  lines: z
    .array(z.strictObject({ dossier: key, record: z.enum(['duty', 'certificate']), day, to: z.array(z.string()).min(1), source: cited }))
    .min(1),
})

export const step = z.discriminatedUnion('do', [
  establish,
  rulesPaper,
  ideas,
  businessPlan,
  round,
  file,
  receive,
  visit,
  labTest,
  meet,
  approve,
  recognise,
  sendUp,
  returnDown,
  returnNotValid,
  choose,
  letter,
  stands,
  before,
  certificate,
  papers,
  passes,
])

export type Step = z.infer<typeof step>
export type StepOf<K extends Step['do']> = Extract<Step, { do: K }>
