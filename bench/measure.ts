// Small instruments: time, percentiles, a load generator in its own process, pages visited by a few readers at once.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const autocannon = require.resolve('autocannon')

export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const TIMES = 5

/** Milliseconds of the middle one of five, after one that does not count. */
export async function middle(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time <= TIMES; time++) {
    const { ms } = await timed(work)
    if (time > 0) times.push(ms)
  }
  return percentile(times, 0.5)
}

export type Load = { perSecond: number; p50: number; p99: number; failed: number }

export const CONNECTIONS = 10
/** Addresses one connection asks before it begins again: more than it gets through, few enough to prepare at once. */
const AHEAD = 1000

/** Ten connections that ask as fast as they are answered, as a browser that takes gzip. Several addresses are asked in turn, each
 * connection beginning at another. */
export async function load(addresses: readonly string[], seconds: number): Promise<Load> {
  const script = `const addresses = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    let connections = 0;
    const rotated = () => {
      const start = Math.floor((connections++ * addresses.length) / ${CONNECTIONS}) % addresses.length;
      return [...addresses.slice(start), ...addresses.slice(0, start)].slice(0, ${AHEAD}).map((one) => ({ path: new URL(one).pathname }));
    };
    require(${JSON.stringify(autocannon)})({
      url: addresses[0], connections: ${CONNECTIONS}, duration: ${seconds}, headers: { 'accept-encoding': 'gzip' },
      setupClient: (client) => client.setRequests(rotated()),
    }).then((r) => console.log(JSON.stringify({ perSecond: r.requests.average, p50: r.latency.p50, p99: r.latency.p99, failed: r.non2xx + r.errors })))`
  const running = run(process.execPath, ['-e', script])
  running.child.stdin?.end(JSON.stringify(addresses))
  const { stdout } = await running
  return JSON.parse(stdout) as Load
}

export type Visits = { status: number; p50: number; p95: number; bytes: number }

/** `times` visits of a page by `readers` people at once, each waiting for the page before asking again. */
export async function visit(addresses: readonly string[], options: { times: number; readers: number; cookie?: string }): Promise<Visits> {
  const taken: number[] = []
  let status = 0
  let bytes = 0
  let next = 0
  const reader = async () => {
    while (next < options.times) {
      const address = addresses[next++ % addresses.length] ?? ''
      const started = performance.now()
      const answer = await fetch(address, { redirect: 'manual', headers: options.cookie ? { cookie: options.cookie } : {} })
      bytes = (await answer.arrayBuffer()).byteLength
      taken.push(performance.now() - started)
      status = Math.max(status, answer.status)
    }
  }
  await Promise.all(Array.from({ length: options.readers }, reader))
  return { status, p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), bytes }
}
