// Papers a person signs by hand: decisions, letters, reports and proposals, minutes and records. For these the clerk keeps a scan of the signed copy.

/**
 * Kinds that have a signature block for an office, a council or its members. Left out: receipts and slips given by the program, the producer's own
 * papers (filed with its account), star proofs, workbooks and excerpts of minutes, which nobody signs.
 * Interpretation: NĐ 30/2020 has every issued paper signed; which of the program's sheets are "issued" is read from their signature block.
 */
export const signedKinds: readonly string[] = [
  'recognitionDecision',
  'approvalDecision',
  'certificate',
  'resultLetter',
  'expiryLetter',
  'ministrySubmission',
  'councilDecision',
  'councilRules',
  'invitation',
  'councilReport',
  'minutes',
  'minutesAnnex',
  'memberSheet',
  'summaryTable',
  'advisoryReport',
  'communeReport',
  'communeProposal',
  'supplementRequest',
  'sampleHandover',
  'ideaList',
  'planApproval',
  'visitRecord',
  'inspectionRecord',
  'labRequest',
  'objectionAnswer',
  'recallDecision',
  'rewardDecision',
  'commendationDecision',
  'programmePlan',
  'planSubmission',
  'programmeReport',
]
