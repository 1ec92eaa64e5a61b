import { expect, test } from 'vitest'
import { dossierStates, finalStates, mayMove, transitions, workflowFaults } from './dossier.workflow.ts'

test('every state of a dossier can be reached, and only final ones cannot be left', () => {
  expect(workflowFaults()).toEqual([])
  expect(workflowFaults({ ...transitions, concluded: [] })).toContain('recognised: cannot be reached')
})

test('a filed dossier can be withdrawn until its result is closed, and never after', () => {
  const withdrawable = dossierStates.filter((state) => mayMove(state, 'withdrawn'))
  expect(withdrawable).toEqual([
    'draft',
    'filed',
    'communeSupplement',
    'reported',
    'proposed',
    'provinceSupplement',
    'accepted',
    'onAgenda',
  ])
  for (const state of finalStates) expect(mayMove(state, 'withdrawn')).toBe(false)
})
