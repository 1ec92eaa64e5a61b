// Drawn pictures stand in for photos of the demo's products.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { fold } from '#/platform/text/fold.ts'

const byWords: readonly [words: string, file: string][] = [
  ['nuoc mam', 'nuoc-mam'],
  ['mam', 'mam-tom'],
  ['tuong', 'nuoc-mam-hai-nguyet'],
  ['dua', 'dua-luoi'],
  ['cam', 'dua-luoi'],
  ['gao', 'gao-nep'],
  ['mien', 'gao-nep'],
  ['coi', 'gio-coi'],
  ['gio', 'gio-coi'],
  ['mat ong', 'mat-ong'],
  ['ong hut', 'ong-hut-tre'],
  ['yen', 'yen-chung'],
  ['atiso', 'atiso-do'],
  ['sua', 'atiso-do'],
  ['ruou', 'nuoc-mam-5'],
  ['dau', 'nuoc-mam-5'],
]

const drawn = new Map<string, Promise<Uint8Array>>()

/** A WebP for the product's name, or null where no picture fits: an honest gap rather than a wrong picture. */
export async function pictureFor(productName: string): Promise<Uint8Array | null> {
  const name = fold(productName)
  const file = byWords.find(([words]) => new RegExp(`\\b${words}\\b`).test(name))?.[1]
  if (!file) return null
  let picture = drawn.get(file)
  if (!picture) {
    // The drawn labels carry other names: their words are left out.
    picture = readFile(join(import.meta.dirname, 'pictures', `${file}.svg`), 'utf8').then((svg) =>
      sharp(Buffer.from(svg.replace(/<text[\s\S]*?<\/text>/g, '')), { density: 200 })
        .resize({ width: 960, withoutEnlargement: false })
        .flatten({ background: '#f3f0e6' })
        .webp({ quality: 80 })
        .toBuffer(),
    )
    drawn.set(file, picture)
  }
  return picture
}
