// Keeps the score sheet's bottom line in step while boxes are chosen. The server sums again on every save; this only shows.

const form = document.querySelector<HTMLFormElement>('#phieu')
const figure = document.querySelector<HTMLElement>('.statusbar .big')
const progress = document.querySelector<HTMLElement>('[data-score-progress]')

form?.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === 'radio') show()
})

function show(): void {
  if (!form || !figure || !progress) return
  const chosen = [...form.querySelectorAll<HTMLInputElement>('[data-score] input[type="radio"]:checked')]
  figure.textContent = String(chosen.reduce((sum, radio) => sum + pointsOf(radio), 0))
  const offered = /\/(\d+)/.exec(progress.textContent ?? '')?.[1] ?? ''
  progress.textContent = (progress.dataset['scoreProgress'] ?? '')
    .replace('{answered}', String(chosen.length))
    .replace('{offered}', offered)
}

/** The first number of the label: the points of the box, also of an opened card. */
function pointsOf(radio: HTMLInputElement): number {
  const label = radio.labels?.[0]
  const text = label?.querySelector('.pts b')?.textContent ?? label?.textContent ?? ''
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}

export {}
