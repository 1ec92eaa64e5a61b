import { z } from 'zod'
import { department } from '#/regulation/level.schema.ts'

/**
 * One plan's evaluation procedure as data: plans/scenarios/<id>.yaml. Strict: a misspelt key in a plan is a fault.
 * Every expected line cites the plan it comes from by seed and line ("S4:59"), or says that it is ours: "interpretation: …", "demo: …".
 */
const cited = z
  .string()
  .regex(/^(S[0-4]:\d+|interpretation: |demo: )/, 'a source begins with S<seed>:<line>, "interpretation: " or "demo: "')
const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const day = z.iso.date()
const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)

const desk = z.strictObject({
  key,
  /** '24.218' a district, '24' a province, 'TW' the ministry. */
  authority: z.string().regex(/^(TW|\d{2}(\.\d{3})?)$/),
  committee: z.string().min(1),
  committeeShort: z.string().min(1),
  office: z.string().min(1),
  officeShort: z.string().min(1),
  /** Invented people: who works at the office, who decides. */
  people: z.strictObject({ office: z.string(), leader: z.string() }),
  /** How the office signs letters of result. */
  officePost: z.string().min(1),
  source: cited,
})

const producer = z.strictObject({
  key,
  name: z.string(),
  legalForm: z.string(),
  commune: z.string().regex(/^\d{5}$/),
  head: z.string(),
  headPost: z.string(),
  registrationIssuer: z.string(),
})

const dossier = z.strictObject({
  key,
  producer: key,
  product: z.string(),
  set: z.int(),
  pack: z.string(),
  /** Points of the producer's own assessment. */
  claims: z.int(),
  /** Comes again with the product of an earlier dossier that got no certificate. */
  productOf: key.optional(),
  source: cited,
})

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
  source: cited,
})
const meet = z.strictObject({
  do: z.literal('meet'),
  on: day,
  released: day,
  desk: key,
  round: z.int(),
  name: z.string(),
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
  source: cited,
})
const papers = z.strictObject({
  do: z.literal('papers'),
  lines: z.array(z.strictObject({ desk: key, kind: z.string(), count: z.int(), number: z.string().optional(), source: cited })).min(1),
})

const step = z.discriminatedUnion('do', [
  establish,
  round,
  file,
  receive,
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
])

export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*-\d{4}$/),
  title: words,
  plan: z.string().min(1),
  province: z.string().regex(/^\d{2}$/),
  pack: z.string(),
  /** The day the desks, bodies and accounts are set up. */
  begins: day,
  desks: z.array(desk).min(1),
  /** Invented people of the communes and the producers' one account. */
  people: z.strictObject({ producer: z.string(), communeOfficer: z.string(), communeLeader: z.string() }),
  producers: z.array(producer).min(1),
  dossiers: z.array(dossier).min(1),
  steps: z.array(step).min(1),
  /** Rules of the plan that no step walks, said openly. */
  notCovered: z.array(z.strictObject({ what: words, source: cited })),
})

export type Scenario = z.infer<typeof scenarioSchema>
export type Desk = Scenario['desks'][number]
export type Step = Scenario['steps'][number]
export type StepOf<K extends Step['do']> = Extract<Step, { do: K }>
