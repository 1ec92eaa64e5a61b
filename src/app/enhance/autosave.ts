// Saves a form while it is being filled. Without this module the form's own button saves. Server side: src/app/ui/form.md.
import { dropAllDrafts, keptDrafts, type Draft } from './plain/kept-drafts.ts'

type Saved = { savedAt?: string; version?: number | string; message?: string; errors?: Record<string, string> }

const PAUSE = 900
const RETRY = 10_000
const LONGEST = 20_000

const drafts = keptDrafts(localStorage, document.documentElement.dataset['owner'] ?? '')

// Signing out from this very page: what `pagehide` would keep a moment later must not outlive the session either.
let leaving = false
for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/dang-xuat"]'))
  form.addEventListener('submit', () => {
    leaving = true
    dropAllDrafts(localStorage)
  })

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) start(form)

function start(form: HTMLFormElement): void {
  // A status line elsewhere on the page, such as the sheet's bottom bar, names its form; otherwise the form has its own.
  const status =
    document.querySelector<HTMLElement>(`[data-autosave-status="${CSS.escape(form.id)}"]:not(form *)`) ??
    form.querySelector<HTMLElement>('[data-autosave-status]')
  const key = `${location.pathname}#${form.id}`
  const vi = document.documentElement.lang !== 'en'
  let timer = 0
  let running = false
  let dirty = false
  let stopped = false
  let sentByHand = false

  const versionField = (): HTMLInputElement | null => form.querySelector<HTMLInputElement>('input[name="_version"]')
  const say = (text: string, mood: 'good' | 'bad' | 'busy'): void => {
    if (!status) return
    status.textContent = text
    status.dataset['mood'] = mood
  }

  restore()
  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  form.addEventListener('submit', () => {
    sentByHand = true
    window.clearTimeout(timer)
    // Kept until the server has answered: the next page of this form clears it by its newer version.
    keep()
  })
  window.addEventListener('online', () => dirty && schedule(0))
  window.addEventListener('pagehide', () => {
    if (dirty && !sentByHand) keep()
  })

  function changed(event: Event): void {
    if (stopped || (event.target instanceof HTMLInputElement && event.target.type === 'file')) return
    dirty = true
    schedule(PAUSE)
  }

  function schedule(wait: number): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), wait)
  }

  async function save(): Promise<void> {
    if (running || stopped || sentByHand || !dirty) return
    running = true
    dirty = false
    try {
      const body = new URLSearchParams(texts())
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body,
        signal: AbortSignal.timeout(LONGEST),
      })
      const answer: Saved = response.headers.get('content-type')?.includes('json') ? await response.json() : {}
      if (response.ok && !response.redirected) return accepted(answer)
      if (response.status === 409) return conflict(answer)
      if (response.status === 422) return say(vi ? 'Chưa lưu: có chỗ cần sửa' : 'Not saved: something needs correcting', 'bad')
      if (response.redirected || response.status === 401) {
        stopped = true
        keep()
        return say(
          vi ? 'Chưa lưu: cần đăng nhập lại, nội dung đang giữ trên máy' : 'Not saved: sign in again, your text is kept on this device',
          'bad',
        )
      }
      failed()
    } catch {
      failed()
    } finally {
      running = false
      if (dirty && !stopped) schedule(PAUSE)
    }
  }

  function accepted(answer: Saved): void {
    const field = versionField()
    if (field && answer.version !== undefined) field.value = String(answer.version)
    if (!dirty) forget()
    say(`${status?.dataset['saved'] ?? 'Đã lưu'} ${answer.savedAt ?? clock()}`, 'good')
    form.dispatchEvent(new CustomEvent('ocop:saved', { detail: answer, bubbles: true }))
  }

  /** Somebody, perhaps the same person in another tab, saved first: say so and write nothing over it. */
  function conflict(answer: Saved): void {
    stopped = true
    keep()
    const text = vi
      ? 'Chưa lưu: nội dung đã được sửa ở nơi khác. Tải lại trang để xem bản mới; phần vừa nhập được giữ trên máy.'
      : 'Not saved: this was changed elsewhere. Reload to see the newer text; what you typed is kept on this device.'
    say(answer.message ?? text, 'bad')
  }

  function failed(): void {
    dirty = true
    keep()
    say(status?.dataset['offline'] ?? 'Chưa lưu', 'bad')
    window.setTimeout(() => dirty && !stopped && void save(), RETRY)
  }

  function texts(): [string, string][] {
    const pairs: [string, string][] = []
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') pairs.push([name, value])
    return pairs
  }

  function keep(): void {
    if (leaving) return
    const draft: Draft = {
      version: versionField()?.value ?? '',
      sent: sentByHand,
      values: texts().filter(([name]) => !name.startsWith('_') && !isSecret(name)),
    }
    drafts.keep(key, draft)
  }

  function forget(): void {
    drafts.forget(key)
  }

  function isSecret(name: string): boolean {
    const control = form.elements.namedItem(name)
    return control instanceof HTMLInputElement && control.type === 'password'
  }

  /** The record has moved on since this was typed: show it beside the newer text instead of putting it over it. */
  function offer(draft: Draft): void {
    const box = document.createElement('details')
    box.className = 'notice notice-warn kept'
    const summary = document.createElement('summary')
    summary.textContent = vi
      ? 'Phần đã nhập trước khi nội dung được sửa ở nơi khác, còn giữ trên máy này'
      : 'What you typed before this was changed elsewhere, kept on this device'
    const list = document.createElement('ul')
    for (const [name, value] of draft.values) {
      const control = form.elements.namedItem(name)
      if (value === '' || !(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) || control.value === value)
        continue
      const item = document.createElement('li')
      item.textContent = `${control.labels?.[0]?.textContent.trim() ?? name}: ${value}`
      list.append(item)
    }
    const drop = document.createElement('button')
    drop.type = 'button'
    drop.className = 'link'
    drop.textContent = vi ? 'Bỏ phần này' : 'Discard this'
    drop.addEventListener('click', () => (forget(), box.remove()))
    box.append(summary, list, drop)
    if (list.childElementCount === 0) return forget()
    form.prepend(box)
  }

  /** Puts back what could not be sent last time, but never over a newer version of the record. */
  function restore(): void {
    const draft = drafts.read(key)
    if (draft === null) return
    if (draft.version !== (versionField()?.value ?? '')) return draft.sent ? forget() : offer(draft)
    const kept = (name: string): string[] => draft.values.filter(([key]) => key === name).map(([, value]) => value)
    for (const control of form.elements) {
      if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
        control.checked = kept(control.name).includes(control.value)
      } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
        const value = kept(control.name)[0]
        if (value !== undefined && control.type !== 'hidden' && control.type !== 'file') control.value = value
      }
    }
    dirty = true
    say(vi ? 'Đã lấy lại phần chưa lưu trên máy này' : 'Unsaved text on this device was put back', 'busy')
    schedule(PAUSE)
  }
}

function clock(): string {
  return new Date().toLocaleTimeString('vi-VN', { hour12: false, timeZone: 'Asia/Ho_Chi_Minh' })
}
