import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

import type { PdfAnswer, PdfJob } from './pdf-worker.ts'

export type PdfOutcome = PdfAnswer | { ok: false; fault: 'tooSlow' }

// Resolved through the package's own "#/" import, so it also holds when this module is bundled into the page server.
const workerPath = createRequire(import.meta.url).resolve('#/platform/uploads/pdf-worker.ts')
const MEMORY_MB = 512

let idle: Worker | null = null
let queue: Promise<unknown> = Promise.resolve()

function startWorker(): Worker {
  const worker = new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  // A thread may also break while it waits or is being ended: that must not end the program, nor be used again.
  worker.on('error', () => {})
  worker.on('exit', () => {
    if (idle === worker) idle = null
  })
  return worker
}

function runOn(worker: Worker, job: PdfJob, timeoutMs: number): Promise<PdfOutcome> {
  return new Promise((resolve) => {
    const finish = (outcome: PdfOutcome, reusable: boolean) => {
      clearTimeout(timer)
      // Only these: a worker keeps listeners of its own, and without them it hears nothing more.
      worker.off('message', answered).off('error', broken).off('exit', broken)
      if (reusable) {
        worker.unref()
        idle = worker
      } else {
        void worker.terminate()
      }
      resolve(outcome)
    }
    const answered = (answer: PdfAnswer) => finish(answer, true)
    // Out of memory or a fault in native code ends the thread, not the program.
    const broken = () => finish({ ok: false, fault: 'damaged' }, false)
    const timer = setTimeout(() => finish({ ok: false, fault: 'tooSlow' }, false), timeoutMs)
    worker.on('message', answered).on('error', broken).on('exit', broken)
    worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(job)
  })
}

/**
 * Runs one PDF job on the PDF thread, one at a time, in order. The thread starts with the first job, is kept for the next
 * and never keeps the program alive. After `timeoutMs` of its own time a job is `tooSlow` and its thread is ended.
 */
export function readPdf(job: PdfJob, timeoutMs = 20_000): Promise<PdfOutcome> {
  const turn = queue.then(() => {
    const worker = idle ?? startWorker()
    idle = null
    return runOn(worker, job, timeoutMs)
  })
  queue = turn.catch(() => undefined)
  return turn
}
