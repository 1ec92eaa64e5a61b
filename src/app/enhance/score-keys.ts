// Keys for the score sheet: J and K move between criteria, 1 to 9 choose a level, N goes to the comment, M to the evidence.
// Off by its switch (remembered), and never while something is typed (WCAG 2.1.4).

const STORE = 'ocop.score-keys'
const bar = document.querySelector<HTMLElement>('[data-score-keys]')
const toggle = bar?.querySelector<HTMLButtonElement>('[data-score-keys-switch]')

if (bar && toggle) {
  bar.hidden = false
  let on = localStorage.getItem(STORE) !== 'off'
  const show = (): void => {
    toggle.textContent = (on ? bar.dataset['off'] : bar.dataset['on']) ?? ''
    toggle.setAttribute('aria-pressed', String(on))
  }
  show()
  toggle.addEventListener('click', () => {
    on = !on
    localStorage.setItem(STORE, on ? 'on' : 'off')
    show()
  })
  document.addEventListener('keydown', (event) => {
    if (!on || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    if (act(event.key.toLowerCase())) event.preventDefault()
  })
}

function act(key: string): boolean {
  if (key === 'j') return move(1)
  if (key === 'k') return move(-1)
  if (key === 'n') return comment()
  if (key === 'm') return evidence()
  return /^[1-9]$/.test(key) && choose(Number(key))
}

/** Criteria of the sheet in printed order; each carries data-score with its code. */
function criteria(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-score]')]
}

function current(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-score]')
  return focused ?? document.querySelector<HTMLElement>('[data-score-current]')
}

function move(by: 1 | -1): boolean {
  const all = criteria()
  const here = current()
  const at = here === null ? (by === 1 ? -1 : all.length) : all.indexOf(here)
  const next = all[at + by]
  if (!next) return false
  here?.removeAttribute('data-score-current')
  next.setAttribute('data-score-current', '')
  const group = next.closest('details')
  if (group) group.open = true
  const radios = radiosOf(next)
  ;(radios.find((radio) => radio.checked) ?? radios[0])?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  return true
}

function choose(level: number): boolean {
  const here = current()
  const radio = here && radiosOf(here)[level - 1]
  if (!radio || radio.disabled) return false
  radio.focus({ preventScroll: true })
  if (!radio.checked) radio.click()
  return true
}

function radiosOf(criterion: HTMLElement): HTMLInputElement[] {
  return [...criterion.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
}

/** The comment of the criterion in hand: a textarea inside it, or the one that names it by data-comment. */
function comment(): boolean {
  const here = current()
  const code = here?.dataset['score']
  const box =
    here?.querySelector<HTMLTextAreaElement>('textarea') ??
    document.querySelector<HTMLTextAreaElement>(`textarea[data-comment="${CSS.escape(code ?? '')}"]`)
  const folded = box?.closest('details')
  if (folded) folded.open = true
  box?.focus()
  return box !== null && box !== undefined
}

/** The evidence of the criterion in hand: follows its own link, or goes to the pane of papers. */
function evidence(): boolean {
  const link = current()?.querySelector<HTMLAnchorElement>('a[data-evidence]')
  if (link) {
    link.click()
    return true
  }
  const pane = document.querySelector<HTMLElement>('[data-evidence-pane]')
  pane?.focus()
  return pane !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLElement && target.isContentEditable
}
