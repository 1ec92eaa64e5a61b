import { createContext, useContext } from 'react'

/** Token of this visit, set by the root layout from the request; empty for a stranger without a session. */
export const CsrfToken = createContext<string>('')

/** Hidden field every posted form carries; the server refuses a post whose `_csrf` does not belong to the visit. */
export function CsrfInput() {
  const token = useContext(CsrfToken)
  return token === '' ? null : <input type="hidden" name="_csrf" value={token} />
}
