// Who may read which kind of paper. A kind that is not named here is read by nobody: a new paper is closed until someone classes it.

/**
 * `producer`: the producer whose dossier it is · `commune`: officers and leader of the dossier's commune · `province`: office, leader,
 * clerk, advisory team · `clerk`: the clerk alone, who attaches the signed scans · `council`: members whose rights on the item let them read the pack · `afterClosing`: members and office once the
 * item's scores are open to them · `public`: anyone.
 */
export type Audience = 'producer' | 'commune' | 'province' | 'council' | 'afterClosing' | 'clerk' | 'public'

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
  // Scores: never to the producer, the commune or a recused member; the producer gets the result letter instead.
  memberSheet: ['afterClosing', 'clerk'],
  summaryTable: ['afterClosing', 'clerk'],
  summaryWorkbook: ['afterClosing'],
  proofSheet: ['afterClosing', 'clerk'],
  minutes: ['afterClosing', 'clerk'],
  minutesCopy: ['afterClosing'],
  minutesAnnex: ['afterClosing', 'clerk'],
  resultLetter: ['producer', 'commune', 'province'],
  approvalDecision: ['producer', 'commune', 'province'],
  ministrySubmission: ['province'],
  // Steps 2 and 3: the list names every producer's idea, so it stays with the province; an approval goes to its own producer and commune.
  ideaList: ['province'],
  planApproval: ['producer', 'commune', 'province'],
  recognitionDecision: ['public'],
  certificate: ['public'],
}
