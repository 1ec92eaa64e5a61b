// The text of an uploaded file, within bounds.
import { AppError } from '#/platform/errors/app-error.ts'

export async function textOfFile(form: FormData, most: number): Promise<{ name: string; text: string }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    throw new AppError('invalid', {}, { file: { vi: 'Chọn tệp YAML.', en: 'Choose a YAML file.' } })
  if (file.size > most) throw new AppError('invalid', {}, { file: { vi: 'Tệp quá lớn.', en: 'The file is too large.' } })
  return { name: file.name, text: await file.text() }
}

/** What a form sent, by field name, texts only. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value
  return typed
}
