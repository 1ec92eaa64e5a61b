// A private PostgreSQL cluster from the machine's own binaries, in a temporary folder, on a loopback port.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, chownSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type PrivatePostgres = { url: string; stop: () => void }

/** Folder with initdb and pg_ctl, or null when this machine has no PostgreSQL. */
export function postgresBinaries(): string | null {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  const found = roots
    .filter(existsSync)
    .flatMap((root) => readdirSync(root).map((name) => join(root, name, 'bin')))
    .filter((bin) => existsSync(join(bin, 'initdb')))
    .sort()
  return found.at(-1) ?? null
}

export async function startPrivatePostgres(bin: string): Promise<PrivatePostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-pg-'))
  const owner = serverOwner()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, args: string[]) =>
    execFileSync(join(bin, program), args, { stdio: 'ignore', cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, ...owner })
  const port = await freePort()
  run('initdb', ['-D', join(folder, 'db'), '-U', 'ocop', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60`
  run('pg_ctl', ['-D', join(folder, 'db'), '-w', '-l', join(folder, 'log'), '-o', settings, 'start'])
  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    run('pg_ctl', ['-D', join(folder, 'db'), '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://ocop@127.0.0.1:${port}/postgres`, stop }
}

/** PostgreSQL refuses to run as root: then its own user, or nobody. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  }
  return undefined
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
