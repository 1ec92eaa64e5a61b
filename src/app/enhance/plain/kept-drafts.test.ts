import { expect, test } from 'vitest'
import { dropAllDrafts, keptDrafts, type Draft, type Store } from './kept-drafts.ts'

/** A browser's store, as one computer has it. */
function computer(): Store & { texts: () => string[] } {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    texts: () => [...kept.values()],
  }
}

const sheet = '/hoi-dong/muc/1#phieu'
const draft: Draft = { version: '3', sent: false, values: [['n.1.1', 'Nước mắm này mặn quá']] }

test('what a member could not send comes back to the same account', () => {
  const store = computer()
  keptDrafts(store, 'thu').keep(sheet, draft)
  expect(keptDrafts(store, 'thu').read(sheet)).toEqual(draft)
})

test('the next account at the same computer reads nothing of it, and nothing of it stays', () => {
  const store = computer()
  keptDrafts(store, 'thu').keep(sheet, draft)
  expect(keptDrafts(store, 'thuy').read(sheet)).toBeNull()
  expect(store.texts()).toEqual([])
  // Not even when the first one is back: what a second person sat in between for is gone.
  expect(keptDrafts(store, 'thu').read(sheet)).toBeNull()
})

test('an account whose name begins like another’s is another account', () => {
  const store = computer()
  keptDrafts(store, 'thu:2').keep(sheet, draft)
  expect(keptDrafts(store, 'thu').read(`2:${sheet}`)).toBeNull()
  expect(store.texts()).toEqual([])
  keptDrafts(store, 'thu').keep(sheet, draft)
  expect(keptDrafts(store, '').read(sheet)).toBeNull()
  expect(store.texts()).toEqual([])
})

test('signing out drops every draft and leaves other settings alone', () => {
  const store = computer()
  store.setItem('ocop.score-keys', 'off')
  keptDrafts(store, 'thu').keep(sheet, draft)
  keptDrafts(store, 'thu').keep('/ho-so/2#don', draft)
  dropAllDrafts(store)
  expect(store.texts()).toEqual(['off'])
})

test('a sent form forgets its own draft only; a broken or refused store is no draft', () => {
  const store = computer()
  const mine = keptDrafts(store, 'thu')
  mine.keep(sheet, draft)
  mine.keep('/ho-so/2#don', draft)
  mine.forget(sheet)
  expect([mine.read(sheet), mine.read('/ho-so/2#don')]).toEqual([null, draft])
  store.setItem('ocop.draft:thu:x', '{')
  expect(mine.read('x')).toBeNull()
  const full = { ...store, length: 0, setItem: () => expect.fail('never thrown out of keep') }
  expect(() => keptDrafts(full, 'thu').keep(sheet, draft)).not.toThrow()
})
