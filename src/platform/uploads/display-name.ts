import { safeFileName } from '#/platform/documents/zip.ts'

const LONGEST = 150

/**
 * What a stored file is called where people see it. The sent name is only a hint: folders in it are dropped, what no
 * system accepts is replaced, and the ending follows the content ("phieu.exe" holding a PDF is "phieu.pdf").
 */
export function displayName(originalName: string, extension: string): string {
  const last = originalName.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const cleaned = safeFileName(last)
  const stem = cleaned.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'tep'
  return safeFileName(
    `${[...stem]
      .slice(0, LONGEST)
      .join('')
      .replace(/[\s.]+$/, '')}.${extension}`,
  )
}
