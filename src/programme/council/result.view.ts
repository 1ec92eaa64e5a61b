// A closed result with its papers, for those to whom the scores are open.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { closingRights } from './closing.policy.ts'
import { resultsOfItem } from './closing.store.ts'
import { itemFacts } from './council.store.ts'
import { readResultBasis, type ResultBasis } from './result.ts'

export type ResultView = {
  resultId: string
  itemId: string
  state: 'valid' | 'superseded'
  supersededReason: string | null
  basis: ResultBasis
  basisHash: string
  papers: { id: string; kind: string; title: string }[]
  minutes: { id: string; title: string }[]
  maySupersede: boolean
  /** The one who chairs the item compares the sheets. */
  mayCompare: boolean
}

/** The closed result of an item with its papers, for those to whom the scores are open; "not found" to everybody else. */
export async function resultView(db: Db | Tx, actor: Actor, itemId: string, now: Date): Promise<ResultView> {
  const item = await itemFacts(db, itemId)
  const mine = closingRights(actor, item, now)
  const ended = item.state === 'ended' && mine.maySeeClosing
  mustSee((mine.maySeeScores && !mine.conflictOpen) || ended)
  const row = found((await resultsOfItem(db, itemId)).find((entry) => entry.state === 'valid'))
  const papers = await db
    .selectFrom('document')
    .select(['id', 'kind', 'title', 'subjectKind'])
    .where((where) =>
      where.or([
        where.and([where('subjectKind', '=', 'result'), where('subjectId', '=', row.id)]),
        where.and([where('subjectKind', '=', 'meeting'), where('subjectId', '=', item.meeting.id)]),
      ]),
    )
    .where('kind', 'in', ['proofSheet', 'summaryTable', 'summaryWorkbook', 'memberSheet', 'minutes', 'minutesAnnex'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return {
    resultId: row.id,
    itemId,
    state: row.state,
    supersededReason: row.supersededReason,
    basis: readResultBasis(row.basis),
    basisHash: row.basisHash,
    papers: papers.filter((paper) => paper.subjectKind === 'result').map(({ id, kind, title }) => ({ id, kind, title })),
    minutes: papers.filter((paper) => paper.subjectKind === 'meeting').map(({ id, title }) => ({ id, title })),
    maySupersede: mine.maySupersede,
    mayCompare: mine.isChairForItem && item.state === 'closed',
  }
}
