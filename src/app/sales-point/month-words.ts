/** "08/2026" for the first day of a month. */
export const monthText = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`
