import { expect, test } from 'vitest'
import { ideaStates, ideaTransitions, planStates, planTransitions, toldState, workflowFaults } from './idea.workflow.ts'

test('every state of an idea and of a plan can be reached, and only final ones cannot be left', () => {
  expect(workflowFaults(ideaTransitions)).toEqual([])
  expect(workflowFaults(planTransitions)).toEqual([])
  expect(Object.keys(ideaTransitions)).toEqual([...ideaStates])
  expect(Object.keys(planTransitions)).toEqual([...planStates])
  expect(workflowFaults({ ...planTransitions, received: [] })).toEqual(
    expect.arrayContaining(['received: cannot be left', 'approved: cannot be reached']),
  )
})

test('a selection is told with the list, never before', () => {
  for (const state of ['selected', 'later', 'notSelected'] as const) {
    expect(toldState({ state, listedCallId: null })).toBe('confirmed')
    expect(toldState({ state, listedCallId: 'x' })).toBe(state)
  }
  expect(toldState({ state: 'returned', listedCallId: null })).toBe('returned')
})
