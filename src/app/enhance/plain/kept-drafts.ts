// What could not be sent yet, kept in the browser per account and form. Council members take turns at one computer, so nothing kept by one
// account may ever reach another: it is looked up by account, and what another left behind is thrown away. Plain: the store is passed.

/** The part of `localStorage` that is used here. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** `sent`: left behind by a submit of the whole form; its text needs no rescue once the record has moved on. */
export type Draft = { version: string; sent: boolean; values: [string, string][] }

const OURS = 'ocop.draft:'

export type KeptDrafts = {
  keep: (form: string, draft: Draft) => void
  /** The draft of this form, null where there is none or it cannot be read. */
  read: (form: string) => Draft | null
  forget: (form: string) => void
}

/** The drafts of one account (`owner` empty: nobody is signed in). Whatever other accounts left in the store is dropped at once. */
export function keptDrafts(store: Store, owner: string): KeptDrafts {
  const mine = `${OURS}${encodeURIComponent(owner)}:`
  drop(store, (name) => !name.startsWith(mine))
  return {
    keep: (form, draft) => {
      try {
        store.setItem(mine + form, JSON.stringify(draft))
      } catch {
        // A full or forbidden store only means there is no second copy.
      }
    },
    read: (form) => {
      const text = store.getItem(mine + form)
      if (text === null) return null
      try {
        return JSON.parse(text) as Draft
      } catch {
        store.removeItem(mine + form)
        return null
      }
    },
    forget: (form) => store.removeItem(mine + form),
  }
}

/** Signing out: nothing anybody typed stays on this computer. */
export function dropAllDrafts(store: Store): void {
  drop(store, () => true)
}

function drop(store: Store, unwanted: (name: string) => boolean): void {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  for (const name of names) if (name.startsWith(OURS) && unwanted(name)) store.removeItem(name)
}
