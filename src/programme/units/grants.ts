/** Which roles end with a body and which begin in its successor. Pure. */
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'

export type HeldGrant = {
  id: string
  accountId: string
  accountName: string
  role: string
  bodyId: string | null
  communeCode: string | null
  producerId: string | null
  validFrom: PlainDate
  validTo: PlainDate | null
}
export type Heir = { bodyId: string; unitCode: string | null }

export type GrantPassing = {
  grant: HeldGrant
  /** Its last day in the old body; null where it had not begun by then and is taken back whole. */
  endsOn: PlainDate | null
  /** What begins in the successor; null where it ends for good. */
  begins: { bodyId: string; communeCode: string | null; validFrom: PlainDate; validTo: PlainDate | null } | null
}

/**
 * Grants of a body that ends after `lastDay`. Each ends on that day and begins the next in the heir chosen for it: `choices` by grant id
 * (null: ends for good), else `heir`. A grant that was to end sooner is left alone.
 */
export function passGrants(
  grants: readonly HeldGrant[],
  lastDay: PlainDate,
  heir: Heir,
  choices: ReadonlyMap<string, Heir | null> = new Map(),
): GrantPassing[] {
  return grants
    .filter((grant) => grant.validTo === null || grant.validTo > lastDay)
    .map((grant) => {
      const chosen = choices.get(grant.id)
      const to = chosen === undefined ? heir : chosen
      const begun = grant.validFrom <= lastDay
      return {
        grant,
        endsOn: begun ? lastDay : null,
        begins:
          to === null
            ? null
            : {
                bodyId: to.bodyId,
                communeCode: grant.communeCode === null ? null : to.unitCode,
                validFrom: begun ? addDays(lastDay, 1) : grant.validFrom,
                validTo: grant.validTo,
              },
      }
    })
}
