// From a producer's dossier to a certificate anyone can check: the whole way, through pages only, two people acting in turn where the law has two.
// Producer, commune and public at phone width, the others at desks. PICTURES=folder keeps a picture of every page visited.
import producerFiles from './story/act-1-producer.ts'
import communeProposes from './story/act-2-commune.ts'
import officePrepares from './story/act-3-office.ts'
import membersScore from './story/act-4-members.ts'
import councilCloses from './story/act-5-closing.ts'
import leaderIssues from './story/act-6-decision.ts'
import anyoneChecks from './story/act-7-public.ts'
import { story } from './story/play.ts'

const act = story()

act('1. a producer describes itself and a product, answers, shows papers, files and has its receipt', producerFiles)
act('2. the commune checks, returns two items, sees the answers, reports, issues, hands over samples and sends', communeProposes)
act('3. the office opens a round, receives, is advised, sets up the council and releases the pack', officePrepares)
act('4. members declare and score in the blind; one with a conflict is recused', membersScore)
act('5. a spread over ten blocks, two members look again, the chair closes and the papers open', councilCloses)
act('6. the leader issues, the certificate carries a code that reads back, the clerk attaches the scan', leaderIssues)
act('7. anyone reads the code, until its last day and after, and finds the product in the catalogue', anyoneChecks)
