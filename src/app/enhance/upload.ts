// Sends chosen files in pieces, with progress, going on after a cut network. Without it the form's own button sends them.
// Server: POST /tai-len {name, size, type} → 201 {id, offset}; PUT /tai-len/:id with Upload-Offset → {offset}; HEAD /tai-len/:id → Upload-Offset.
// When all bytes are there the file input is replaced by a hidden field of its name with `upload:<id>`.

type Started = { id: string; offset?: number }

const PIECE = 512 * 1024
const WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000]

for (const input of document.querySelectorAll<HTMLInputElement>('input[type="file"][data-upload]')) {
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    void Promise.all(files.map((file) => send(input, file))).then((sent) => {
      // Only when every file arrived is the plain field emptied; else the form still carries what is missing.
      if (sent.length > 0 && sent.every(Boolean)) input.value = ''
    })
  })
}

async function send(input: HTMLInputElement, file: File): Promise<boolean> {
  const line = progressLine(input, file)
  try {
    const id = await start(file)
    await sendPieces(id, file, (offset, waiting) => {
      const share = file.size === 0 ? 100 : Math.floor((offset / file.size) * 100)
      line.bar.value = share
      line.text.textContent = waiting
        ? `${file.name}: ${input.dataset['retry'] ?? ''} (${share}%)`
        : `${file.name}: ${input.dataset['sending'] ?? ''} ${share}%`
    })
    line.bar.remove()
    line.text.textContent = `${file.name}: ${input.dataset['sent'] ?? ''}`
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = input.name
    field.value = `upload:${id}`
    input.after(field)
    input.dispatchEvent(new CustomEvent('ocop:uploaded', { detail: { id, name: file.name }, bubbles: true }))
    return true
  } catch (error) {
    line.bar.remove()
    const reason = error instanceof Refused ? error.message : ''
    line.text.textContent = `${file.name}: ${input.dataset['failed'] ?? ''}${reason === '' ? '' : `. ${reason}`}`
    return false
  }
}

/** The server will not take this file; trying again is no use. */
class Refused extends Error {}

async function start(file: File): Promise<string> {
  const remembered = sessionStorage.getItem(keyOf(file))
  if (remembered !== null) return remembered
  const response = await insist(() =>
    fetch('/tai-len', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ name: file.name, size: file.size, type: file.type }),
    }),
  )
  const started: Started = await response.json()
  sessionStorage.setItem(keyOf(file), started.id)
  return started.id
}

async function sendPieces(id: string, file: File, tell: (offset: number, waiting: boolean) => void): Promise<void> {
  let offset = await offsetOf(id, file)
  while (offset < file.size) {
    tell(offset, false)
    const from = offset
    const response = await insist(
      () =>
        fetch(`/tai-len/${id}`, {
          method: 'PUT',
          headers: { 'Upload-Offset': String(from), 'Content-Type': 'application/octet-stream', Accept: 'application/json' },
          body: file.slice(from, from + PIECE),
        }),
      () => tell(from, true),
    )
    const answer: { offset: number } = response.status === 409 ? { offset: await offsetOf(id, file) } : await response.json()
    if (answer.offset <= from && response.status !== 409) throw new Refused()
    offset = answer.offset
  }
  sessionStorage.removeItem(keyOf(file))
}

async function offsetOf(id: string, file: File): Promise<number> {
  const response = await insist(() => fetch(`/tai-len/${id}`, { method: 'HEAD' }))
  if (response.status === 404) {
    sessionStorage.removeItem(keyOf(file))
    throw new Refused()
  }
  return Number(response.headers.get('Upload-Offset') ?? 0)
}

/** Repeats while the network or the server is away; a refusal (4xx except 409 and 404) ends it with the server's words. */
async function insist(request: () => Promise<Response>, waiting: () => void = () => {}): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await request()
      if (response.ok || response.status === 409 || response.status === 404) return response
      if (response.status < 500 && response.status !== 429) throw new Refused(await messageOf(response))
    } catch (error) {
      if (error instanceof Refused) throw error
    }
    const wait = WAITS[attempt]
    if (wait === undefined) throw new Error('network')
    waiting()
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, wait)
      window.addEventListener('online', () => (window.clearTimeout(timer), resolve()), { once: true })
    })
  }
}

async function messageOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('json')) return ''
  const body: { message?: string; detail?: string } = await response.json()
  return body.message ?? body.detail ?? ''
}

function keyOf(file: File): string {
  return `ocop.upload:${file.name}:${file.size}:${file.lastModified}`
}

function progressLine(input: HTMLInputElement, file: File): { bar: HTMLProgressElement; text: HTMLElement } {
  const row = document.createElement('p')
  row.className = 'upload-line hint'
  row.setAttribute('role', 'status')
  const text = document.createElement('span')
  const bar = document.createElement('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', file.name)
  row.append(bar, text)
  input.closest('.field')?.append(row)
  return { bar, text }
}
