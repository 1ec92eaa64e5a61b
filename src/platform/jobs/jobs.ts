// Background jobs by pg-boss, on both databases. A job is enqueued in the verb's own transaction.
// Handlers check permission again, do nothing when delivered twice, and throw when a retry may help.
import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { OpenDatabase, Tx } from '../database/open.ts'

export type JobHandler = (data: Record<string, unknown>) => Promise<void>
export type JobDefinition = {
  name: string
  handler: JobHandler
  /** Cron in Asia/Ho_Chi_Minh, for work that recurs. */
  schedule?: string
  retryLimit?: number
}

export type Jobs = {
  enqueue: (tx: Tx, name: string, data: Record<string, unknown>, options?: { singletonKey?: string }) => Promise<void>
  start: (definitions: readonly JobDefinition[]) => Promise<void>
  stop: () => Promise<void>
}

export function openJobs(database: OpenDatabase): Jobs {
  let boss: PgBoss | null = null
  return {
    async enqueue(tx, name, data, options = {}) {
      if (!boss) throw new Error('jobs are not started')
      const db = { executeSql: (text: string, values?: unknown[]) => runIn(tx, text, values) }
      await boss.send(name, data, { ...options, db })
    },
    async start(definitions) {
      boss = new PgBoss({ db: { executeSql: database.run } })
      boss.on('error', (error) => console.error('jobs:', error.message))
      await boss.start()
      for (const job of definitions) {
        await boss.createQueue(job.name, { retryLimit: job.retryLimit ?? 3, retryBackoff: true })
        await boss.work(job.name, { pollingIntervalSeconds: 2 }, async (batch) => {
          for (const one of batch) await job.handler((one.data ?? {}) as Record<string, unknown>)
        })
        if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: 'Asia/Ho_Chi_Minh' })
      }
    },
    async stop() {
      const running = boss
      boss = null
      await running?.stop({ graceful: true, timeout: 5000 })
    },
  }
}

/** Jobs for a test: kept in a list, run when the test says so. */
export function heldJobs(): Jobs & { held: { name: string; data: Record<string, unknown> }[] } {
  const held: { name: string; data: Record<string, unknown> }[] = []
  return {
    held,
    enqueue: async (_tx, name, data) => void held.push({ name, data }),
    start: async () => {},
    stop: async () => {},
  }
}

async function runIn(tx: Tx, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  const result = await tx.executeQuery(CompiledQuery.raw(text, values))
  return { rows: result.rows }
}
