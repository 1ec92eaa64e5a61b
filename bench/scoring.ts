// How fast the law is applied: `ocop score` over 2,000 sheets as a process and as work, and a council's 200 results of eleven sheets each.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { starProof, councilResult } from '#/regulation/council.ts'
import { criteriaOf, offeredOptions } from '#/regulation/form.ts'
import { formOf, loadPack, type Pack } from '#/regulation/load.ts'
import { caseChoices } from '#/regulation/reachable.ts'
import { scoreCommand } from '#/regulation/score.cli.ts'
import { scoreSheet } from '#/regulation/score.ts'
import { percentile, timed } from './measure.ts'

const SHEETS = 2_000
const SETS = 26
const DOSSIERS = 200
const MEMBERS = 11

type Case = { regulation: string; set: number; answers: Record<string, number> }

/** Sheets spread over all sets; the options wander with the sheet's number, so that totals and stars differ. */
export function sheets(pack: Pack, count: number, sets = SETS): Case[] {
  return Array.from({ length: count }, (_, index) => {
    const form = formOf(pack, 1 + (index % sets))
    const choice = caseChoices(form)[0]
    const answers = Object.fromEntries(
      criteriaOf(form).map(({ criterion }, place) => {
        const options = offeredOptions(criterion, choice)
        return [criterion.code, options[(index * 7 + place * 3) % options.length]?.number ?? 0]
      }),
    )
    return { regulation: pack.id, set: form.set, answers }
  })
}

export type ScoringFigures = {
  sheets: number
  processMs: number
  workMs: number
  sheetsPerSecond: number
  council: { dossiers: number; members: number; ms: number }
}

export async function measureScoring(): Promise<ScoringFigures> {
  const pack = await loadPack('qd-26-2026')
  const cases = sheets(pack, SHEETS)
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const file = join(folder, 'sheets.json')
  writeFileSync(file, JSON.stringify(cases))
  try {
    const processes: number[] = []
    const works: number[] = []
    for (let round = 0; round < 3; round++) {
      const whole = await timed(() => spawnSync(process.execPath, ['cli.ts', 'score', file], { maxBuffer: 1 << 26 }))
      if (whole.result.status !== 0) throw new Error(String(whole.result.stderr))
      processes.push(whole.ms)
      const work = await timed(() => scoreCommand([file], { out: () => {}, err: (text) => process.stderr.write(text) }))
      if (work.result !== 0) throw new Error('score failed')
      works.push(work.ms)
    }
    return {
      sheets: SHEETS,
      processMs: percentile(processes, 0.5),
      workMs: percentile(works, 0.5),
      sheetsPerSecond: perSecond(pack, cases),
      council: { dossiers: DOSSIERS, members: MEMBERS, ms: await councilMs(pack) },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Only points, stars and gates, no file and no text. */
function perSecond(pack: Pack, cases: readonly Case[]): number {
  const prepared = cases.map((one) => ({ form: formOf(pack, one.set), answers: one.answers }))
  const started = performance.now()
  let done = 0
  while (performance.now() - started < 1000) {
    for (const { form, answers } of prepared) scoreSheet(form, pack.regulation.stars, answers)
    done += prepared.length
  }
  return (done / (performance.now() - started)) * 1000
}

async function councilMs(pack: Pack): Promise<number> {
  const round = Array.from({ length: DOSSIERS }, (_, index) => {
    const form = formOf(pack, 1 + (index % SETS))
    const own = sheets(pack, SETS * MEMBERS).filter((one) => one.set === form.set)
    return { form, sheets: own.slice(0, MEMBERS).map((one, seat) => ({ member: `member ${seat + 1}`, answers: one.answers })) }
  })
  const { ms } = await timed(() => {
    for (const item of round) {
      const result = councilResult(item.form, pack.regulation.stars, item.sheets, { maxSpread: 10, gateBasis: 'majority' })
      starProof(pack.regulation.stars, result, 'majority')
    }
  })
  return ms
}
