// Keeps the score sheet's figures in step while boxes are chosen: total and progress, each group, each part. The server sums again on every
// save; this only shows. Without it the figures move with the next save.
import { liveSums, markOf, type LiveCount, type LiveCriterion } from './plain/live-sums.ts'

const form = document.querySelector<HTMLFormElement>('#phieu')

if (form) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') show(form)
  })
  // Autosave has put back by now what could not be sent last time: the server's figures do not know it.
  show(form)
}

function show(sheet: HTMLFormElement): void {
  const sums = liveSums([...sheet.querySelectorAll<HTMLElement>('[data-score]')].map(read))
  write(document.querySelector('.statusbar .big'), String(sums.points))
  const progress = document.querySelector<HTMLElement>('[data-score-progress]')
  write(
    progress,
    (progress?.dataset['scoreProgress'] ?? '').replace('{answered}', String(sums.answered)).replace('{offered}', String(sums.offered)),
  )
  for (const figure of document.querySelectorAll<HTMLElement>('[data-score-part]'))
    write(figure, String(sums.parts[figure.dataset['scorePart'] ?? ''] ?? 0))
  for (const group of sheet.querySelectorAll<HTMLElement>('[data-score-group]')) {
    const count = sums.groups[group.dataset['scoreGroup'] ?? '']
    if (count) showGroup(group, count)
  }
}

function showGroup(group: HTMLElement, count: LiveCount): void {
  const mark = markOf(count)
  for (const state of group.querySelectorAll<HTMLElement>('[data-score-mark]')) {
    state.hidden = state.dataset['scoreMark'] !== mark
    write(state.querySelector('.num'), `${count.answered}/${count.offered}`)
  }
  write(group.querySelector('[data-score-points]'), String(count.points))
}

function read(element: HTMLElement): LiveCriterion {
  const group = element.closest<HTMLElement>('[data-score-group]')?.dataset['scoreGroup'] ?? ''
  const chosen = element.querySelector<HTMLInputElement>('input[type="radio"]:checked')
  const { score = '', onlyIf, onlyAbove } = element.dataset
  return {
    code: score,
    group,
    part: group.slice(0, 1),
    points: chosen === null ? null : pointsOf(chosen),
    onlyIf: onlyIf === undefined ? null : { code: onlyIf, above: Number(onlyAbove ?? 0) },
  }
}

/** The first number of the label: the points of the box, also of an opened card. */
function pointsOf(radio: HTMLInputElement): number {
  const label = radio.labels?.[0]
  const text = label?.querySelector('.pts b')?.textContent ?? label?.textContent ?? ''
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}

/** Written only when it changes, so that a reader of the screen is not told the same figure again. */
function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}
