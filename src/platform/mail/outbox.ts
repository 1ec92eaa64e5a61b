import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Clock } from '#/platform/clock/clock.ts'

import { messageOf } from './mail.ts'
import type { Letter, Mailer } from './mail.ts'

/**
 * Writes each letter as an .eml file into a folder, where the office's own mail service picks it up (or a person opens
 * it). The default: it needs no server, and a trial never writes to anyone by accident. Files are whole when they appear
 * and sort by time.
 */
export function outboxFolder(folder: string, from: string, clock: Clock): Mailer {
  return {
    async send(letter) {
      const id = randomUUID()
      const sentAt = clock.now()
      const message = messageOf(letter, from, sentAt, id)
      await mkdir(folder, { recursive: true })
      const name = `${sentAt.toISOString().replace(/[:.]/g, '-')}-${id}.eml`
      await writeFile(join(folder, `.${name}`), message, { mode: 0o640 })
      await rename(join(folder, `.${name}`), join(folder, name))
    },
  }
}

/** Keeps letters in a list, for tests. */
export function heldMail(): Mailer & { letters: Letter[] } {
  const letters: Letter[] = []
  return {
    letters,
    async send(letter) {
      letters.push(letter)
    },
  }
}
