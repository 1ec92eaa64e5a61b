/** HTTP status, what happened and by which rule, and what the person can do next. */
export type ErrorEntry = { status: number; vi: string; en: string; next?: { vi: string; en: string } }
