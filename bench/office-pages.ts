// The pages people work with all day, signed in, on the full register.
import { visit, type Visits } from './measure.ts'
import type { Places } from './large-data.ts'
import { signIn, type UnderTest } from './under-test.ts'

export type WorkPage = { name: string; person: string; path: (places: Places) => string }

const page = (name: string, person: string, path: string | ((places: Places) => string)): WorkPage => ({
  name,
  person,
  path: typeof path === 'string' ? () => path : path,
})

export const workPages: readonly WorkPage[] = [
  page('commune inbox', 'communeOfficer', '/xa/hop-viec'),
  page('commune inbox, search', 'communeOfficer', '/xa/hop-viec?q=nuoc+mam'),
  page('commune dossier', 'communeOfficer', (places) => `/xa/ho-so/${places.filed}`),
  page('office start page', 'office', '/tinh'),
  page('dashboard', 'leader', '/tong-quan'),
  page('one figure', 'leader', '/chi-tieu/danh-sach/recognised-new'),
  page('office reception', 'office', '/tinh/tiep-nhan'),
  page('office register', 'office', '/tinh/ho-so'),
  page('office register, search', 'office', '/tinh/ho-so?q=mat+ong'),
  page('office dossier', 'office', (places) => `/tinh/ho-so/${places.accepted}`),
  page('advisory team', 'advisor', (places) => `/tinh/ho-so/${places.accepted}/to-tu-van`),
  page('certificates', 'office', '/tinh/chung-nhan'),
  page('certificates, search', 'office', '/tinh/chung-nhan?q=nuoc+mam'),
  page('decisions', 'office', '/tinh/quyet-dinh'),
  page('number register', 'clerk', '/van-thu/so-van-ban'),
  page('council meetings', 'seat3', '/hoi-dong/ky-hop'),
  page('council meeting', 'seat3', (places) => `/hoi-dong/ky-hop/${places.meetingId}`),
  page('score sheet', 'seat3', (places) => `/hoi-dong/muc/${places.itemId}`),
  page('to issue', 'leader', '/lanh-dao/ky-ban-hanh'),
  page('producer dossiers', 'producer', '/ho-so'),
  page('producer products', 'producer', '/san-pham-cua-toi'),
  page('notices', 'office', '/thong-bao'),
  page('ledger', 'admin', '/quan-tri/nhat-ky'),
  page('ledger, one verb', 'admin', '/quan-tri/nhat-ky?viec=paper'),
  page('accounts', 'admin', '/quan-tri/tai-khoan'),
]

export async function workFigures(server: UnderTest): Promise<Record<string, Visits>> {
  const cookies = new Map<string, string>()
  const figures: Record<string, Visits> = {}
  for (const { name, person, path } of workPages) {
    const cookie = cookies.get(person) ?? (await signIn(server.url, person))
    cookies.set(person, cookie)
    const address = server.url + path(server.places)
    await visit([address], { times: 3, readers: 1, cookie })
    figures[name] = await visit([address], { times: 32, readers: 4, cookie })
  }
  return figures
}
