import { expect, test } from 'vitest'
import { casesOf } from '#/regulation/form.ts'
import { loadPack } from '#/regulation/load.ts'
import { scoreSheet } from '#/regulation/score.ts'
import { plausibleAnswers } from './answers.ts'

test('plausible answers reach the star asked for in every set of the pack, and leave no part empty', async () => {
  const { forms, regulation } = await loadPack('qd-26-2026')
  for (const form of Object.values(forms))
    for (const star of [2, 3, 4, 5]) {
      const score = scoreSheet(form, regulation.stars, plausibleAnswers(form, regulation.stars, star, casesOf(form)[0]))
      expect([form.set, star, score.star]).toEqual([form.set, star, star])
      expect(Math.min(...Object.values(score.parts))).toBeGreaterThan(5)
    }
})
