// `ocop plan check FILE…` and `ocop plan load FILE`: plan files judged and brought in from a terminal.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Io } from '#/regulation/input.cli.ts'
import { act, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { setupActor } from '../people/people.actions.ts'
import { loadPlan } from './load.actions.ts'
import { planFileIds, readPlanFile, shippedPlan } from './plan-file.ts'
import type { PlanFile } from './plan-file.schema.ts'

const usage = 'ocop plan check FILE.yaml… | load FILE.yaml|ID [--desk AUTHORITY]'

/** 0: every file is a plan; 1: some are not, each told with place and reason; 2: nothing was asked. */
export async function planCheck(files: readonly string[], io: Io): Promise<number> {
  if (files.length === 0) {
    io.err(`Cách dùng / usage: ${usage}`)
    return 2
  }
  let bad = 0
  for (const file of files) {
    try {
      const plan = await planAt(file)
      io.out(`${file}: ${plan.targets.length} chỉ tiêu / targets, ${plan.tasks.length} nhiệm vụ / tasks`)
    } catch (error) {
      bad += 1
      io.err((error as Error).message)
    }
  }
  return bad === 0 ? 0 : 1
}

/** Loads a plan as a draft of the desk (its own province's without --desk). 0: done or nothing to do; 2: not a plan, or wrong arguments. */
export async function planLoad(args: readonly string[], io: Io, services: Services): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: { desk: { type: 'string' } },
  })
  const [deed, file] = positionals
  if (deed !== 'load' || file === undefined || positionals.length !== 2) {
    io.err(`Cách dùng / usage: ${usage}`)
    return 2
  }
  const plan = await planAt(file)
  const authority = values.desk ?? services.config.provinceCode
  const { planId, outcome } = await act(services, officeOf(authority), (ctx) => loadPlan(ctx, plan))
  io.out(`${outcome}: /ke-hoach/${planId}`)
  return 0
}

async function planAt(file: string): Promise<PlanFile> {
  return planFileIds().includes(file) ? shippedPlan(file) : readPlanFile(await readFile(file, 'utf8'), basename(file))
}

/** Whoever has the terminal acts for the desk's office. */
function officeOf(authority: string): Actor {
  const provinceCode = provinceOf(authority)
  const grant = { role: 'office', authority, provinceCode, bodyId: null, producerId: null, communeCode: null } as const
  return { ...setupActor(provinceCode), authority, grants: [grant] }
}
