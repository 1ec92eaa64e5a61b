// PGlite has no lock of its own: two processes on one folder corrupt it silently. This one refuses the second.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'

/** Takes the lock of a data folder; returns the function that gives it back. Throws `database.inUse`. */
export function takeFolderLock(dataDir: string): () => void {
  const path = join(dataDir, 'ocop.lock')
  const own = holderOf(process.pid)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(path, 'wx')
      writeSync(handle, own)
      closeSync(handle)
      return () => {
        if (readOr(path) === own) rmSync(path, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const text = readOr(path)
      const pid = Number(text.split(' ')[0])
      // A holder that died (kill -9) leaves its file; its pid may since belong to another program, hence the start time.
      if (pid > 0 && holderOf(pid) === text) throw new AppError('database.inUse', { folder: dataDir, pid: String(pid) })
      rmSync(path, { force: true })
    }
  }
  throw new AppError('database.inUse', { folder: dataDir, pid: '?' })
}

/** "pid starttime"; empty start time where /proc is absent; '' when the process is gone. */
function holderOf(pid: number): string {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return ''
  }
  const stat = readOr(`/proc/${pid}/stat`)
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  return `${pid} ${started}`
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
