// Buttons that only make sense with a browser at hand: print this page, copy a code. They are hidden until this module runs.

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const words = button.textContent
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
    button.textContent = button.dataset['copied'] ?? words
    window.setTimeout(() => (button.textContent = words), 2000)
  })
}
