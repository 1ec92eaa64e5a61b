/**
 * What a person typed, made safe to keep: one composed spelling (phones send decomposed text), no NUL (PostgreSQL refuses
 * it), no control or direction-changing characters (they can make a name read as another). Markup and formulas are left
 * alone: they are text, and are escaped where they are shown or exported.
 */

// eslint-disable-next-line no-control-regex -- these are exactly the characters to remove
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g

export type TextShape = {
  /** Longest text allowed, counted in characters as a reader sees code points. */
  maxLength: number
  /** Keeps line breaks (as \n) and tabs; without it they become one space. */
  multiline?: boolean
}

export type NormalisedText = {
  text: string
  /** Characters over the limit; 0 when it fits. The text itself is never cut: the person decides what to drop. */
  tooLongBy: number
}

/** Cleans typed text and measures it. Never throws; anything that is not a string reads as empty. */
export function normaliseText(raw: unknown, shape: TextShape): NormalisedText {
  if (typeof raw !== 'string') return { text: '', tooLongBy: 0 }
  const clean = raw.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(INVISIBLE, '')
  const text = shape.multiline ? clean.replace(/[^\S\n]+$/gm, '').trim() : clean.replace(/\s+/g, ' ').trim()
  const length = [...text].length
  return { text, tooLongBy: Math.max(0, length - shape.maxLength) }
}
