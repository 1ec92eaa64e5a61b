import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { renderCouncilDecision } from './council-decision.ts'
import { councilDecision } from './paper-samples.ts'

test('a council is established by the chairman’s own authority, not on behalf of the committee', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(renderCouncilDecision(councilDecision).bytes)), {
    mergePages: true,
  })
  expect(text).toContain('CHỦ TỊCH')
  expect(text).not.toMatch(/TM\.\s*(ỦY|UỶ)\s*BAN/)
})
