// The programme office from the plan of a year to its locked report: through pages, each person at the width they work with.
// PICTURES=folder keeps a picture of every page visited.
import planIsIssued from './programme/act-1-plan.ts'
import workIsReported from './programme/act-2-tasks.ts'
import moneyMoves from './programme/act-3-money.ts'
import { story } from './story/play.ts'

const act = story({ now: '2026-01-12T02:00:00Z' })

act('1. the office takes a shipped plan, changes it, hears a body, and the leader signs it', planIsIssued)
act('2. a body and a commune report their work with evidence; the board shows who has not', workIsReported)
act('3. money is entered by one, approved by another, and never paid beyond what was given', moneyMoves)
