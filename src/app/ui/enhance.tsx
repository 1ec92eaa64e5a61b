declare const __ENHANCE_VERSION__: string

export type EnhanceName = 'autosave' | 'score-keys' | 'score-total' | 'upload' | 'page-tools'

/** Loads one small external module (src/app/enhance). The page must work without it: it only makes it quicker. */
export function Enhance({ name }: { name: EnhanceName }) {
  return <script type="module" src={`/assets/enhance/${name}.js?v=${__ENHANCE_VERSION__}`} />
}
