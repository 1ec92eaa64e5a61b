// One line of the permission matrix. Whoever is named in neither list gets `others`; who is not signed in is always sent to sign in.
import type { Part, Visit } from './cast.ts'
import type { States } from './states.ts'
import type { World } from '#/testing/world.ts'

export type Given = States & { world: World }
export type Outcome = 'allowed' | 'notFound' | 'forbidden' | 'signIn'

export type Row = {
  /** "<page file> <verb of the domain>", or "<METHOD> <address pattern>" of the API. */
  verb: string
  at: (given: Given) => string
  send: ((given: Given) => Visit) | null
  allowed: readonly Part[]
  forbidden: readonly Part[]
  others: Outcome
  /** Single cells that differ: another outcome, or the code a press ends with. */
  except: Partial<Record<Part, Outcome | number>>
  /** The code a permitted press ends with where the state at hand does not let it through; absent: it succeeds. */
  ends?: number
}

type Sent = Visit | ((given: Given) => Visit)

/** A press: who may (`may`), who is told that he may not (`not`); names are separated by spaces. */
export function press(
  verb: string,
  at: (given: Given) => string,
  send: Sent,
  may: string,
  not = '',
  more: { others?: Outcome; ends?: number; except?: Partial<Record<Part, Outcome | number>> } = {},
): Row {
  return {
    verb,
    at,
    send: typeof send === 'function' ? send : () => send,
    allowed: partsIn(may),
    forbidden: partsIn(not),
    others: more.others ?? 'notFound',
    except: more.except ?? {},
    ...(more.ends === undefined ? {} : { ends: more.ends }),
  }
}

/** A page or a read of the API. */
export function look(verb: string, at: (given: Given) => string, may: string, not = '', others: Outcome = 'notFound'): Row {
  return { verb, at, send: null, allowed: partsIn(may), forbidden: partsIn(not), others, except: {} }
}

function partsIn(names: string): Part[] {
  return names.split(' ').filter((name) => name !== '') as Part[]
}

/**
 * The API's door to a verb that a page offers too: the line of the pages' table counts for both. `verb`: "<METHOD> <address pattern>".
 * `page`: the name of the domain's verb.
 */
export function doorsOf(pages: readonly Row[]) {
  return (verb: string, page: string, at: (given: Given) => string, json?: (given: Given) => unknown): Row => {
    const row = pages.find((one) => one.verb.endsWith(` ${page}`))
    if (!row) throw new Error(`no page row for ${page}`)
    const [method = ''] = verb.split(' ')
    const send = (given: Given) => ({ method, ...(json === undefined ? {} : { json: json(given) }) })
    return { ...row, verb, at: (given) => `/api/v1${at(given)}`, send }
  }
}

export function expected(row: Row, part: Part): Outcome | number {
  const single = row.except[part]
  if (single !== undefined) return single
  if (row.allowed.includes(part)) return row.ends ?? 'allowed'
  if (row.forbidden.includes(part)) return 'forbidden'
  return part === 'stranger' ? 'signIn' : row.others
}

export const signedIn =
  'producer otherProducer officer otherOfficer communeLeader otherCommuneLeader office otherOffice advisor leader clerk bodyOfficer admin chair viceChair member conflicted secretary noRole'
/** Everyone signed in but these. */
export function allBut(names: string): string {
  const left = partsIn(names)
  return partsIn(signedIn)
    .filter((part) => !left.includes(part))
    .join(' ')
}
export const everyone = `${signedIn} stranger`
