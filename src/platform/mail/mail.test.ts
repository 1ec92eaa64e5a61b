import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { fixedClock } from '#/platform/clock/clock.ts'

import { isMailAddress, messageOf } from './mail.ts'
import { outboxFolder } from './outbox.ts'

const letter = {
  to: 'chuthe@example.vn',
  subject: 'Hồ sơ cần bổ sung trước ngày 05/02/2026, mời ông/bà mở trang hồ sơ',
  text: 'Mời mở: https://ocop.example.vn\n',
}

function subjectOf(message: string): string {
  const header = /Subject: ((?:.|\r\n )*)\r\n[A-Z]/.exec(message)?.[1] ?? ''
  return header.replace(/\r\n /g, '').replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, code: string) => Buffer.from(code, 'base64').toString())
}

test('a Vietnamese letter survives the way: ASCII lines, none too long, the words unchanged', () => {
  const message = messageOf(letter, 'ocop@example.vn', new Date('2026-01-20T03:00:00Z'), 'x1')
  // eslint-disable-next-line no-control-regex -- only ASCII may be on the wire
  expect(message).toMatch(/^[\u0000-\u007f]*$/)
  expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  expect(subjectOf(message)).toBe(letter.subject)
  const body = message.split('\r\n\r\n')[1] ?? ''
  expect(Buffer.from(body, 'base64').toString()).toBe('Mời mở: https://ocop.example.vn\r\n')
  expect(message).toContain('Date: Tue, 20 Jan 2026 03:00:00 +0000')
})

test('a line break in a subject cannot add a receiver', () => {
  const message = messageOf({ ...letter, subject: 'Chào\r\nBcc: x@y.z' }, 'ocop@example.vn', new Date(0), 'x')
  expect(message).not.toMatch(/^Bcc:/m)
})

test.each(['a@b.vn, c@d.vn', 'a@b.vn\r\nBcc: c@d.vn', 'An <a@b.vn>', 'a', ''])('%j is not one plain address', (to) => {
  expect(isMailAddress(to)).toBe(false)
  expect(() => messageOf({ ...letter, to }, 'ocop@example.vn', new Date(0), 'x')).toThrow(TypeError)
})

test('letters wait in the outbox in the order they were sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-outbox-'))
  const clock = fixedClock('2026-01-20T03:00:00Z')
  const outbox = outboxFolder(folder, 'ocop@example.vn', clock)
  await outbox.send(letter)
  clock.set('2026-01-20T03:00:01Z')
  await outbox.send({ ...letter, to: 'xa@example.vn' })
  const receivers = readdirSync(folder).map((name) => /^To: (.*)\r$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1])
  rmSync(folder, { recursive: true })
  expect(receivers).toEqual(['chuthe@example.vn', 'xa@example.vn'])
})
