import { createContext, useContext } from 'react'

export type Language = 'vi' | 'en'

/** A text in both languages; a missing one does not compile. */
export type Text = Readonly<Record<Language, string>>

/** Language of the page being rendered, set by the root layout. */
export const PageLanguage = createContext<Language>('vi')

export const useLanguage = (): Language => useContext(PageLanguage)
