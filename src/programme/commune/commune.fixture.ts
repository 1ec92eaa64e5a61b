// Dossiers further along, for tests: walked there by the real verbs.
import { formOf } from '#/regulation/load.ts'
import { actAs, type World } from '#/testing/world.ts'
import { filedDossier, type DossierOptions, type FiledFixture } from '../dossier/dossier.fixture.ts'
import { acceptDossier, agreeWithCommune, receiveSamples, saveProvinceCheck } from '../round/reception.actions.ts'
import { planRound, openRound } from '../round/round.actions.ts'
import { saveCommuneCheck } from './check.actions.ts'
import { componentLines } from './components.ts'
import { issueReport } from './issue.actions.ts'
import { markReportReady, saveReport } from './report.actions.ts'
import { reportContents } from './report.ts'
import { handOverSamples, sendToProvince } from './send.actions.ts'

type Side = { officer: 'communeOfficer' | 'otherCommuneOfficer'; leader: 'communeLeader' | 'otherCommuneLeader' }
function sideOf(options: DossierOptions): Side {
  return options.person === 'otherProducer'
    ? { officer: 'otherCommuneOfficer', leader: 'otherCommuneLeader' }
    : { officer: 'communeOfficer', leader: 'communeLeader' }
}

/** Filed, every component judged "present". */
export async function checkedDossier(world: World, options: DossierOptions = {}): Promise<FiledFixture> {
  const filed = await filedDossier(world, options)
  const pack = world.services.regulations.current
  const lines = componentLines(pack.regulation, formOf(pack, filed.snapshot.set.no), filed.snapshot)
  await actAs(world, sideOf(options).officer, (ctx) =>
    saveCommuneCheck(
      ctx,
      filed.dossierId,
      lines.map((line) => ({ component: line.code, verdict: 'present', remark: '' })),
    ),
  )
  return filed
}

/** The report written and handed to the leader. `proposes` false: it does not propose. */
export async function readyDossier(world: World, options: DossierOptions & { proposes?: boolean } = {}): Promise<FiledFixture> {
  const filed = await checkedDossier(world, options)
  const pack = world.services.regulations.current
  const contents = reportContents(pack.regulation, formOf(pack, filed.snapshot.set.no))
  const { officer } = sideOf(options)
  await actAs(world, officer, (ctx) =>
    saveReport(ctx, filed.dossierId, {
      opinions: Object.fromEntries(
        contents.map(({ id, criteria }) => [
          id,
          criteria.length === 0
            ? { finding: 'notApplicable', opinion: '' }
            : { finding: 'agrees', opinion: 'Đối chiếu thực tế tại cơ sở, phù hợp.' },
        ]),
      ),
      conclusion: options.proposes === false ? 'Nguyên liệu không có nguồn gốc tại địa phương.' : 'Đề nghị UBND tỉnh đánh giá, phân hạng.',
      proposes: options.proposes ?? true,
      version: 0,
    }),
  )
  await actAs(world, officer, (ctx) => markReportReady(ctx, filed.dossierId))
  return filed
}

/** Report and proposal letter issued: state `reported`. */
export async function reportedDossier(world: World, options: DossierOptions = {}): Promise<FiledFixture> {
  const filed = await readyDossier(world, options)
  await actAs(world, sideOf(options).leader, (ctx) => issueReport(ctx, filed.dossierId, { post: 'chair' }))
  return filed
}

/** Samples handed over, sent to the province: state `proposed`. */
export async function proposedDossier(world: World, options: DossierOptions = {}): Promise<FiledFixture> {
  const filed = await reportedDossier(world, options)
  const { officer } = sideOf(options)
  await actAs(world, officer, (ctx) => handOverSamples(ctx, filed.dossierId, { handed: filed.snapshot.set.no === 26 ? 0 : 5, note: '' }))
  await actAs(world, officer, (ctx) => sendToProvince(ctx, filed.dossierId))
  return filed
}

/** Round 2 of 2026 with the law's dates, open. Once per world. */
export async function openedRound(world: World): Promise<string> {
  const id = await actAs(world, 'office', (ctx) =>
    planRound(ctx, {
      year: 2026,
      ordinal: 2,
      name: '',
      opensOn: '2026-05-01',
      proposalsDueOn: '2026-10-29',
      closesOn: '2026-12-29',
      note: '',
    }),
  )
  await actAs(world, 'office', (ctx) => openRound(ctx, id, { confirmed: true }))
  return id
}

/** Received, checked and accepted into the round: state `accepted`. */
export async function acceptedDossier(world: World, roundId: string, options: DossierOptions = {}): Promise<FiledFixture> {
  const filed = await proposedDossier(world, options)
  await actAs(world, 'office', (ctx) => agreeWithCommune(ctx, filed.dossierId))
  await actAs(world, 'office', (ctx) =>
    saveProvinceCheck(ctx, filed.dossierId, [
      { component: 'communeProposal', verdict: 'present', remark: '' },
      { component: 'communeReport', verdict: 'present', remark: '' },
    ]),
  )
  await actAs(world, 'office', (ctx) => receiveSamples(ctx, filed.dossierId, { received: filed.snapshot.set.no === 26 ? 0 : 5, note: '' }))
  await actAs(world, 'office', (ctx) => acceptDossier(ctx, filed.dossierId, { roundId, exception: '' }))
  return filed
}
