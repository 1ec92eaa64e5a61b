// Who may read which kind of paper. A kind that is not named here is read by nobody: a new paper is closed until someone classes it.

/**
 * `producer`: the producer whose dossier it is · `commune`: officers and leader of the dossier's commune · `province`: office, leader,
 * clerk, advisory team · `clerk`: the clerk alone, who attaches the signed scans · `council`: members whose rights on the item let them read the pack · `afterClosing`: members and office once the
 * item's scores are open to them · `public`: anyone. Narrower, for papers marked as business secrets: `communeOfficer`: who judges at the commune ·
 * `provinceJudges`: office and advisory team · `votingCouncil`: voting members who opened the pack.
 */
export type Audience =
  | 'producer'
  | 'commune'
  | 'province'
  | 'council'
  | 'afterClosing'
  | 'clerk'
  | 'public'
  | 'communeOfficer'
  | 'provinceJudges'
  | 'votingCouncil'

/** Evidence of a filed dossier, beside its producer. */
export const evidenceReaders: readonly Audience[] = ['commune', 'province', 'council']

/**
 * Evidence the producer marked as a business secret (bí mật kinh doanh). Interpretation: those who must judge it, nobody else: not the commune's
 * leader, the province's leader or clerk, nor the council's secretary. Every opening is written in the ledger (decision 21).
 */
export const secretReaders: readonly Audience[] = ['communeOfficer', 'provinceJudges', 'votingCouncil']

export const audiences: Record<string, readonly Audience[]> = {
  registrationSlip: ['producer', 'commune', 'province', 'council'],
  selfAssessment: ['producer', 'commune', 'province', 'council'],
  filingReceipt: ['producer', 'commune', 'province'],
  supplementRequest: ['producer', 'commune', 'province'],
  communeReport: ['producer', 'commune', 'province', 'council'],
  communeProposal: ['producer', 'commune', 'province', 'council'],
  sampleHandover: ['producer', 'commune', 'province'],
  advisoryReport: ['province', 'council'],
  councilDecision: ['province', 'council'],
  // The council's own papers: rules and invitations name no dossier; the report tells every result.
  councilRules: ['province', 'council'],
  invitation: ['province', 'council'],
  councilReport: ['afterClosing', 'clerk'],
  // Scores: never to the producer, the commune or a recused member; the producer gets the result letter instead.
  memberSheet: ['afterClosing', 'clerk'],
  summaryTable: ['afterClosing', 'clerk'],
  summaryWorkbook: ['afterClosing'],
  proofSheet: ['afterClosing', 'clerk'],
  minutes: ['afterClosing', 'clerk'],
  minutesCopy: ['afterClosing'],
  minutesAnnex: ['afterClosing', 'clerk'],
  resultLetter: ['producer', 'commune', 'province'],
  expiryLetter: ['producer', 'commune', 'province'],
  approvalDecision: ['producer', 'commune', 'province'],
  transferLetter: ['producer', 'commune', 'province'],
  ministrySubmission: ['province'],
  // Steps 2 and 3: the list names every producer's idea, so it stays with the province; an approval goes to its own producer and commune.
  ideaList: ['province'],
  planApproval: ['producer', 'commune', 'province'],
  // Whoever may open the plan opens its paper: see `readsPlanPaper`.
  programmePlan: ['clerk'],
  // With the drafts: the desk's own.
  planSubmission: ['province'],
  // A certificate of attendance goes to its person, the person's producer and the desk.
  trainingCertificate: ['producer', 'province'],
  visitRecord: ['producer', 'commune', 'province', 'council'],
  // Of an inspection: whoever may read the inspection itself.
  inspectionRecord: ['province'],
  labRequest: ['producer', 'province', 'council'],
  objectionAnswer: ['producer', 'commune', 'province'],
  // Of a unit: its own people and the desks above ask the report itself; the desk that called for it, as any of its papers.
  programmeReport: ['province'],
  recallDecision: ['public'],
  // Names every rewarded producer and what it was paid: with the desk, like the list of ideas.
  rewardDecision: ['province'],
  // Names persons and their merit; the units that proposed them read the number on their report.
  commendationDecision: ['province'],
  recognitionDecision: ['public'],
  certificate: ['public'],
}
