import { createContext, useContext } from 'react'

/** The desk whose page is being rendered, set by the root layout; empty where the page could not be read at all. */
export const PageDesk = createContext<{ short: string; full: string }>({ short: '', full: '' })

export const useDesk = () => useContext(PageDesk)
