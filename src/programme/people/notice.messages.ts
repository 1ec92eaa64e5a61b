// Words of every notice, by kind. {name} is filled from the notice's params. Nouns add theirs here, one block each.
export const noticeMessages = {} as const satisfies Record<string, { vi: string; en: string }>
