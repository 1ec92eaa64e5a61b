// One stored sample of every format ever shipped. When the format grows, the old sample stays and a new one joins it: never edit a sample.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formOf } from '#/regulation/load.ts'
import { current } from '#/regulation/testing.ts'
import { componentLines } from '../commune/components.ts'
import { changesBetween } from '../commune/difference.ts'
import { flagsOf } from '../commune/flags.ts'
import { readSnapshot } from './snapshot.ts'
import { snapshotHash } from './snapshot.build.ts'

const stored = (format: number): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `snapshot.format-${format}.json`), 'utf8')) as unknown

test('a submission stored in format 1 still opens, hashes to what its receipt prints, and can be checked and compared', () => {
  const snapshot = readSnapshot(stored(1))
  expect(snapshotHash(snapshot)).toBe('228af011311f35ba6b391ae9f52cf0c488e347a720b5dbbd5bec19d40e2b7357')
  expect(snapshot).toMatchObject({ kind: 'first', set: { no: 9 }, regulation: { id: 'qd-26-2026' }, totals: { star: 4 } })
  expect(snapshot.answers.find((answer) => answer.criterion === '3.5')).toMatchObject({ option: 2, points: 2 })
  const form = formOf(current, snapshot.set.no)
  expect(componentLines(current.regulation, form, snapshot).length).toBeGreaterThan(10)
  expect(flagsOf(snapshot, '2026-09-15', form).every((flag) => flag.text.vi !== '')).toBe(true)
  expect(changesBetween(snapshot, snapshot)).toEqual([])
})

test('a format this program does not know is refused by its number', () => {
  for (const unknown of [null, {}, { format: 99 }, 'x']) expect(() => readSnapshot(unknown)).toThrow(/unknown snapshot format/)
})
