// The permission matrix of words and versions of regulations, pages and API: administrators of the house; the office for its own round.
import { criterionFields, formFields } from './regulation-states.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const others = { others: 'forbidden' as const }
const at = (which: 'writing' | 'proposed') => (given: Given) => `/quan-tri/quy-dinh/ban/${given.revision[which]}`
const paper = { number: '12/ĐC-TTg', decidedOn: '10/09/2026', effectiveFrom: '15/09/2026', reason: 'Đính chính lỗi in.' }
const correction = { number: '12/ĐC-TTg', datedOn: '10/09/2026', reason: 'Đính chính lỗi in.' }
const yaml = (given: Given) => new File([`regulation: ${JSON.stringify(given.world.services.regulations.current.regulation)}`], 'a.yaml')

export const regulationPageRows: readonly Row[] = [
  press(
    'regulation/regulations.page.tsx beginRevision',
    () => '/quan-tri/quy-dinh',
    (given) => ({ form: { base: given.revision.base } }),
    'admin',
    '',
    others,
  ),
  press(
    'regulation/revision.page.tsx uploadRevision',
    at('writing'),
    (given) => ({ form: { deed: 'upload', _version: '2', file: yaml(given) } }),
    'admin',
    '',
    others,
  ),
  press(
    'regulation/revision.page.tsx proposeRevision',
    at('writing'),
    { form: { deed: 'propose', _version: '2', ...paper } },
    'admin',
    '',
    others,
  ),
  press('regulation/revision.page.tsx confirmRevision', at('proposed'), { form: { deed: 'confirm', _version: '2' } }, 'admin', '', others),
  press(
    'regulation/revision.page.tsx sendRevisionBack',
    at('proposed'),
    { form: { deed: 'back', _version: '2', backReason: 'Thiếu căn cứ.' } },
    'admin',
    '',
    others,
  ),
  press(
    'regulation/revision.page.tsx discardRevision',
    at('writing'),
    { form: { deed: 'discard', _version: '2', discardReason: 'Không cần nữa.' } },
    'admin',
    '',
    others,
  ),
  press(
    'regulation/general.page.tsx changeGeneral',
    (given) => `${at('writing')(given)}/chung`,
    ({ world }) => {
      const { regulation } = world.services.regulations.current
      const stars = regulation.stars.map(({ star, from }) => [`star.${star}.from`, String(from)])
      const levels = regulation.levels.flatMap((level, index) => [
        [`level.${index}.recognises`, level.recognises.join(', ')],
        [`level.${index}.sendsFrom`, String(level.sendsUp?.from ?? '')],
        [`level.${index}.sendsBelow`, String(level.sendsUp?.below ?? '')],
      ])
      const names = { id: regulation.id, number: 'Số mới', titleVi: regulation.title.vi, titleEn: regulation.title.en }
      return { form: { _version: '2', ...names, ...(Object.fromEntries([...stars, ...levels]) as Record<string, string>) } }
    },
    'admin',
    '',
    others,
  ),
  press(
    'regulation/form.page.tsx changeForm',
    (given) => `${at('writing')(given)}/bo/9`,
    ({ world }) => ({ form: { _version: '2', ...formFields(world, 'Tên khác') } }),
    'admin',
    '',
    others,
  ),
  press(
    'regulation/criterion.page.tsx changeCriterion',
    (given) => `${at('writing')(given)}/bo/9/${criterionFields(given.world).code}`,
    ({ world }) => ({ form: { _version: '2', ...criterionFields(world).fields } }),
    'admin',
    '',
    others,
  ),
  press(
    'regulation/wording.page.tsx loadWording',
    (given) => `/quan-tri/quy-dinh/${given.revision.base}/loi-van`,
    (given) => ({ form: { deed: 'load', reason: 'Theo Công báo.', file: given.revision.gazette } }),
    'admin',
    '',
    others,
  ),
  press(
    'regulation/wording.page.tsx takeWordingBack',
    (given) => `/quan-tri/quy-dinh/${given.revision.base}/loi-van`,
    { form: { deed: 'back', ordinal: '0', backReason: 'Nhầm bản.' } },
    'admin',
    '',
    { ...others, ends: 409 },
  ),
  press(
    'regulation/correction.page.tsx adoptCorrection',
    (given) => `/tinh/dot/${given.roundId}/dinh-chinh`,
    { form: correction },
    'office',
    'advisor leader clerk',
    { ends: 409 },
  ),
]

const api = (path: string) => `/api/v1${path}`
const readers = 'office leader admin'
const one =
  (which: 'writing' | 'proposed', tail = '') =>
  (given: Given) =>
    api(`/regulation-revisions/${given.revision[which]}${tail}`)
const json = (method: string, body: unknown) => ({ method, json: body })

export const regulationApiRows: readonly Row[] = [
  look('GET /regulations', () => api('/regulations'), readers, '', 'forbidden'),
  look('GET /regulations/{regulation}/wordings', (given) => api(`/regulations/${given.revision.base}/wordings`), readers, '', 'forbidden'),
  press(
    'POST /regulations/{regulation}/wordings',
    (given) => api(`/regulations/${given.revision.base}/wordings`),
    (given) => json('POST', { name: 'a.yaml', text: given.revision.text, reason: 'Theo Công báo.' }),
    'admin',
    '',
    others,
  ),
  press(
    'POST /regulations/{regulation}/wordings/back',
    (given) => api(`/regulations/${given.revision.base}/wordings/back`),
    json('POST', { ordinal: 0, reason: 'Nhầm bản.' }),
    'admin',
    '',
    { ...others, ends: 409 },
  ),
  look('GET /regulation-revisions', () => api('/regulation-revisions'), readers, '', 'forbidden'),
  press(
    'POST /regulation-revisions',
    () => api('/regulation-revisions'),
    (given) => json('POST', { base: given.revision.base }),
    'admin',
    '',
    others,
  ),
  look('GET /regulation-revisions/{revisionId}', one('writing'), readers, '', 'forbidden'),
  press(
    'PUT /regulation-revisions/{revisionId}',
    one('writing'),
    (given) => json('PUT', { version: 2, yaml: `regulation: ${JSON.stringify(given.world.services.regulations.current.regulation)}` }),
    'admin',
    '',
    others,
  ),
  press(
    'POST /regulation-revisions/{revisionId}/proposal',
    one('writing', '/proposal'),
    json('POST', { version: 2, ...paper }),
    'admin',
    '',
    others,
  ),
  press(
    'POST /regulation-revisions/{revisionId}/confirmation',
    one('proposed', '/confirmation'),
    json('POST', { version: 2 }),
    'admin',
    '',
    others,
  ),
  press(
    'POST /regulation-revisions/{revisionId}/return',
    one('proposed', '/return'),
    json('POST', { version: 2, reason: 'Thiếu căn cứ.' }),
    'admin',
    '',
    others,
  ),
  press(
    'POST /regulation-revisions/{revisionId}/discard',
    one('writing', '/discard'),
    json('POST', { version: 2, reason: 'Không cần nữa.' }),
    'admin',
    '',
    others,
  ),
  press(
    'POST /rounds/{roundId}/correction',
    (given) => api(`/rounds/${given.roundId}/correction`),
    json('POST', correction),
    'office',
    'advisor leader clerk',
    {
      ends: 409,
    },
  ),
]
