import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { safeFileName, zipPackage } from './zip.ts'

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['CON.txt', '_CON.txt'],
  ['lpt1', '_lpt1'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['giấy. . ', 'giấy'],
  ['a:b*c?.pdf', 'a-b-c-.pdf'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['', 'tep'],
  ['...', 'tep'],
  ['Nước mắm.pdf'.normalize('NFD'), 'Nước mắm.pdf'.normalize('NFC')],
])('the file a person called %j is packed as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('a name of 300 letters keeps its extension within 255 bytes and whole letters', () => {
  const name = safeFileName(`${'ế'.repeat(300)}.pdf`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(name).toMatch(/^ế+\.pdf$/)
})

const file = (name: string, text: string, folder?: string) => ({
  name,
  bytes: new TextEncoder().encode(text),
  ...(folder ? { folder } : {}),
})
const manifest = { name: 'danh-muc.json', write: (files: unknown) => JSON.stringify(files) }

test('the manifest comes first, names of people do not replace it, and duplicates are numbered', () => {
  const made = zipPackage(
    [
      file('danh-muc.json', 'a'),
      file('1', 'b'),
      file('Giấy.PDF', 'c'),
      file('giấy.pdf', 'd'),
      file('__proto__', 'e'),
      file('x.pdf', 'f', '02 minh chứng'),
    ],
    manifest,
  )
  const paths = Object.keys(unzipSync(made.bytes))
  expect(made.files.map((f) => f.path)).toEqual(['danh-muc (2).json', '1', 'Giấy.PDF', 'giấy (2).pdf', '__proto__', '02 minh chứng/x.pdf'])
  expect(paths).toContain('danh-muc.json')
  // The first local header of the file is the manifest's.
  expect(new TextDecoder().decode(made.bytes.subarray(30, 43))).toBe('danh-muc.json')
})

test('the same content gives the same hash in any time zone, another content another one', () => {
  const zone = process.env['TZ']
  const one = zipPackage([file('a.pdf', 'a')], manifest)
  process.env['TZ'] = 'America/New_York'
  const again = zipPackage([file('a.pdf', 'a')], manifest)
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  expect(again.sha256).toBe(one.sha256)
  expect(zipPackage([file('a.pdf', 'b')], manifest).sha256).not.toBe(one.sha256)
})

test('the listed hashes are those of the files', () => {
  const made = zipPackage([file('a.pdf', 'abc')], manifest)
  expect(made.files[0]?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
