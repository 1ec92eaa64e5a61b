// The programme office from the plan of a year to its locked report: through pages, each person at the width they work with.
// PICTURES=folder keeps a picture of every page visited.
import planIsIssued from './programme/act-1-plan.ts'
import workIsReported from './programme/act-2-tasks.ts'
import moneyMoves from './programme/act-3-money.ts'
import recordsAreKept from './programme/act-4-records.ts'
import aFairIsHeld from './programme/act-4-promotion.ts'
import figuresOpen from './programme/act-5-figures.ts'
import partsReport from './programme/act-6-parts.ts'
import reportIsLocked from './programme/act-7-report.ts'
import { story } from './story/play.ts'

const act = story({ now: '2026-01-12T02:00:00Z' })

act('1. the office takes a shipped plan, changes it, hears a body, and the leader signs it', planIsIssued)
act('2. a body and a commune report their work with evidence; the board shows who has not', workIsReported)
act('3. money is entered by one, approved by another, and never paid beyond what was given', moneyMoves)
act('4. a channel is entered and checked, a course is held with presence by code', recordsAreKept)
act('4b. a fair is planned for a task of the plan, asked for, listed with its stalls, held, and counted', aFairIsHeld)
act('5. targets show their figures, and a figure opens to its rows and their records', figuresOpen)
act('6. a commune reports and its leader approves; another has nothing to report', partsReport)
act('7. a part goes back by row, the sum is computed as a job, locked by name and later restated', reportIsLocked)
