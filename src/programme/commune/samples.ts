// Samples a dossier needs: 5 units, none for the sets the pack excepts (QĐ 26/2026/QĐ-TTg, Điều 6: not for set 26). Pure.
import type { Regulation } from '#/regulation/regulation.schema.ts'

export function requiredSamples(regulation: Pick<Regulation, 'samples'>, setNo: number): number {
  return regulation.samples.exceptSets.includes(setNo) ? 0 : regulation.samples.units
}
