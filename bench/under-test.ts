// Starts bench/serve.ts on one of the two databases and talks to it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { TEST_PASSWORD } from '#/testing/world.ts'
import type { Places } from './large-data.ts'

export type UnderTest = {
  url: string
  loadedMs: number
  places: Places
  /** Processor time the server has used so far, in microseconds. */
  processor: () => Promise<number>
  stop: () => Promise<void>
}

type Opening = { port: number; loadedMs: number; places: Places }

export async function startUnderTest(databaseUrl: string | null): Promise<UnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: folder, NODE_ENV: 'production' }
  if (databaseUrl === null) Reflect.deleteProperty(env, 'DATABASE_URL')
  else env['DATABASE_URL'] = databaseUrl
  const child = spawn(process.execPath, ['bench/serve.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 5000)
    await closed
    clearTimeout(force)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const opening = await new Promise<Opening>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        if (line.startsWith('{')) resolve(JSON.parse(line) as Opening)
      })
      child.on('close', () => reject(new Error(said.slice(-1500))))
      setTimeout(() => reject(new Error('the server under test took more than four minutes to load')), 240_000).unref()
    })
    const url = `http://127.0.0.1:${opening.port}`
    const processor = async () => Number(await (await fetch(`${url}/bare/processor`)).text())
    return { url, loadedMs: opening.loadedMs, places: opening.places, processor, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Signs in as one of the test world's people; returns the Cookie header. */
export async function signIn(url: string, person: string): Promise<string> {
  const answer = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username: person.toLowerCase(), matKhau: TEST_PASSWORD }),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (cookies.length === 0) throw new Error(`${person} could not sign in: ${answer.status}`)
  return cookies.join('; ')
}
