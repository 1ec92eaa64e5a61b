// From the first line of server.ts to `ready`: on an empty folder, on a folder that was used before, and with the demo province.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type StartupFigures = { freshMs: number; againMs: number; demoMs: number | null }

export async function measureStartup(): Promise<StartupFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const plain = { DATA_DIR: join(folder, 'plain'), OCOP_DEMO: '0' }
    const freshMs = await msToReady(plain)
    const againMs = await msToReady(plain)
    const demoMs = await msToReady({ DATA_DIR: join(folder, 'demo') }).catch((error: Error) => {
      console.error(`the demo province: ${error.message}`)
      return null
    })
    return { freshMs, againMs, demoMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function msToReady(settings: Record<string, string>): Promise<number> {
  const env = { ...process.env, ...settings, PORT: '0', HOST: '127.0.0.1' }
  Reflect.deleteProperty(env, 'DATABASE_URL')
  const started = performance.now()
  const child = spawn(process.execPath, ['server.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  return new Promise((resolve, reject) => {
    let ms: number | null = null
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('ready ') || ms !== null) return
      ms = performance.now() - started
      child.kill('SIGTERM')
    })
    const limit = setTimeout(() => child.kill('SIGKILL'), 90_000)
    child.on('close', () => {
      clearTimeout(limit)
      if (ms === null) reject(new Error(said.trim().slice(-600) || 'the server never said ready'))
      else resolve(ms)
    })
  })
}
