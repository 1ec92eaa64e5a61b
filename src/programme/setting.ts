// Values an office may set, each with its default and the rule it stands on. A setting without a row has its default.
import type { Db, Tx } from '#/platform/database/open.ts'

type Words = { vi: string; en: string }

/** What the page tells about a setting beside its value. */
export type SettingText = {
  title: Words
  /** What the program does with it. */
  meaning: Words
  /** Where the value comes from: the law, the province's own rule, or our reading. Shown beside the value. */
  source: Words
  /** From when a new value counts, and what it leaves as it was. */
  effect: Words
}

export type SettingRule<T> = SettingText & {
  key: string
  /** The values it takes, for the form. */
  takes: { kind: 'number'; min: number; max: number; unit: Words } | { kind: 'choice'; choices: readonly { value: string; label: Words }[] }
  fallback: T
  /** Null when the value is not one this setting takes. */
  read: (stored: unknown) => T | null
}

/** `bounds` both inclusive. A form's text of digits is read as the number it says. */
export function wholeNumber(
  key: string,
  text: SettingText,
  bounds: { fallback: number; min: number; max: number; unit: Words },
): SettingRule<number> {
  const { fallback, min, max, unit } = bounds
  return {
    key,
    ...text,
    takes: { kind: 'number', min, max, unit },
    fallback,
    read: (stored) => {
      const value = typeof stored === 'string' && /^\d{1,6}$/.test(stored.trim()) ? Number(stored) : stored
      return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null
    },
  }
}

export function oneOf<const T extends string>(
  key: string,
  text: SettingText,
  choices: Record<T, Words>,
  fallback: NoInfer<T>,
): SettingRule<T> {
  const values = Object.keys(choices) as T[]
  return {
    key,
    ...text,
    takes: { kind: 'choice', choices: values.map((value) => ({ value, label: choices[value] })) },
    fallback,
    read: (stored) => values.find((value) => value === stored) ?? null,
  }
}

/** The province's value; the default when none is set or what is stored is no longer allowed. */
export async function settingOf<T>(db: Db | Tx, authority: string, rule: SettingRule<T>): Promise<T> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('authority', '=', authority)
    .where('key', '=', rule.key)
    .executeTakeFirst()
  return (row && rule.read(row.value)) ?? rule.fallback
}
