// What a council is set up for, and its members as the rules of composition read them. Pure.
import { fold } from '#/platform/text/fold.ts'
import { department as departments, type Department, type Level } from '#/regulation/level.schema.ts'
import type { CompositionSettings, SeatedMember } from '#/regulation/composition.ts'
import type { Pack } from '#/regulation/load.ts'
import { committeeKinds } from '../people/authority.ts'
import type { CouncilRules } from './council.rules.ts'
import type { SeatFact } from './council.ts'

/** What the decision leaves to the council; absent = as the pack has it. */
export type CouncilComposition = {
  size?: { min: number; max: number }
  /** Fields of work that must be seated, as the office has edited them (seed X01). */
  mandatory?: Department[]
  /** The letter by which a leader hands the chair on, where the decision allows it (26/2026 Đ7.3). */
  chairDelegation?: string
}

export type SeatBody = { id: string; kind: string; name: string }

export function isDepartment(value: unknown): value is Department {
  return departments.safeParse(value).success
}

/**
 * Field of work of a body, by the names the packs give it at this level; the standing office of the programme is "coordination".
 * Interpretation (seed S0:141, X01): where a decision says "Sở" of a district, its own body of the same field of work is meant.
 * Null: no name fits, and the office says it with the seat.
 */
export function departmentOfBody(packs: readonly Pack[], level: Level, body: Pick<SeatBody, 'kind' | 'name'>): Department | null {
  if (committeeKinds.includes(body.kind)) return null
  const name = fold(body.name)
  // The longest name that fits: "Phòng Kinh tế và Hạ tầng huyện …" is not the "Phòng Kinh tế" of a city.
  let best: { department: Department; length: number } | null = null
  for (const pack of packs)
    for (const entry of pack.regulation.departments)
      for (const known of spellings(entry.names[level] ?? ''))
        if ((name === known || name.startsWith(`${known} `)) && known.length > (best?.length ?? 0))
          best = { department: entry.department, length: known.length }
  // In many districts and provinces the standing office is the office of agriculture itself (S4:79, S1:241); its name says so.
  return best?.department ?? (body.kind === 'ocopOffice' ? 'coordination' : null)
}

/** Short forms the packs write, and the words a body carries on its papers. */
const written: readonly (readonly [short: string, full: string])[] = [
  ['NN&PTNT', 'Nông nghiệp và Phát triển nông thôn'],
  ['NN&MT', 'Nông nghiệp và Môi trường'],
  ['KH&CN', 'Khoa học và Công nghệ'],
  ['VHTT&DL', 'Văn hóa, Thể thao và Du lịch'],
  ['NTM', 'nông thôn mới'],
]

/** Every way a pack's name of a body may be written, folded: "A hoặc B" is two names, a remark in brackets is none. */
function spellings(names: string): string[] {
  return names
    .replace(/\s*\(.*\)$/u, '')
    .split(' hoặc ')
    .filter((known) => known !== '')
    .flatMap((known) => [known, written.reduce((text, [short, full]) => text.replace(short, full), known)])
    .map(fold)
}

/** Members with a seat today, as the rules of composition read them; who has left is not among them. */
export function seatedMembers(
  seats: readonly SeatFact[],
  bodies: readonly SeatBody[],
  packs: readonly Pack[],
  level: Level,
): SeatedMember[] {
  return seats
    .filter((seat) => seat.leftOn === null)
    .map((seat) => {
      const body = bodies.find((entry) => entry.id === seat.bodyId)
      return {
        id: seat.memberId,
        role: seat.role,
        voting: seat.voting,
        department: seat.department ?? (body ? departmentOfBody(packs, level, body) : null),
        leader: body !== undefined && committeeKinds.includes(body.kind),
        from: null,
        until: null,
      }
    })
}

export function compositionSettings(rules: CouncilRules, composition: CouncilComposition): CompositionSettings {
  const { quorumPercent, quorumNeedsChair, leadWorkingDays, onLead } = rules
  return {
    quorumPercent,
    quorumNeedsChair,
    leadWorkingDays,
    onLead,
    ...(composition.size ? { size: composition.size } : {}),
    ...(composition.mandatory ? { mandatory: composition.mandatory } : {}),
    chairDelegated: (composition.chairDelegation ?? '') !== '',
  }
}
