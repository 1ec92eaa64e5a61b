// The permission matrix of training: rows of the pages.
import { paperPdf } from './files.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'
import { signer } from './training-states.ts'

const form = (fields: Record<string, string | File>) => ({ form: fields })
const readers = 'leader advisor'
/** Who knows of a course that is open to officials and producers alike, and keeps it not. */
const local = 'producer otherProducer officer otherOfficer communeLeader otherCommuneLeader bodyOfficer'
const at = (which: 'planned' | 'sessioned' | 'held' | 'ended') => (given: Given) => `/tap-huan/${given.training[which]}`
const open = (given: Given) => `/tap-huan/${given.training.open.courseId}`
const running = (given: Given) => `/tap-huan/${given.training.running.courseId}`
const people = (given: Given) => `${running(given)}/nguoi-tham-gia`
const course = { kind: 'training', title: 'Lớp mới', topic: 'cycle', audience: 'both', startsOn: '20/09/2026', endsOn: '20/09/2026' }
const page = (verb: string) => `training/course.page.tsx ${verb}`

export const trainingPageRows: Row[] = [
  press('training/course-new.page.tsx addCourse', () => '/tap-huan/them', form(course), 'office otherOffice', readers),
  press(
    'training/course-edit.page.tsx changeCourse',
    (given) => `${at('planned')(given)}/sua`,
    form({ ...course, title: 'Tên khác', _version: '1' }),
    'office',
    readers,
  ),
  press(page('openCourse'), at('planned'), form({ deed: 'open' }), 'office', readers),
  press(page('startCourse'), open, form({ deed: 'start' }), 'office', `${readers} ${local}`),
  press(page('holdCourse'), running, form({ deed: 'hold', result: '' }), 'office', `${readers} ${local}`, { ends: 409 }),
  press(page('cancelCourse'), open, form({ deed: 'cancel', reason: 'Bão.' }), 'office', `${readers} ${local}`),
  press(
    page('addSession'),
    at('sessioned'),
    form({ deed: 'session', heldOn: '15/09/2026', title: 'Chiều' }),
    'office',
    `${readers} ${local}`,
  ),
  press(
    page('removeSession'),
    at('sessioned'),
    (given) => form({ deed: 'removeSession', session: given.training.sessionId }),
    'office',
    `${readers} ${local}`,
  ),
  press(page('openCode'), running, form({ deed: 'code', minutes: '30' }), 'office', `${readers} ${local}`),
  press(page('closeCode'), running, form({ deed: 'closeCode' }), 'office', `${readers} ${local}`),
  // Whoever may know of the course may type the code; this one is wrong.
  press(page('attendByCode'), running, form({ deed: 'attend', code: 'ZZZZZZ' }), `office ${readers} ${local}`, '', { ends: 422 }),
  press(
    page('registerPerson'),
    open,
    form({ deed: 'register', personName: 'Người mới', phone: '' }),
    'producer otherProducer',
    `office ${readers} officer otherOfficer communeLeader otherCommuneLeader bodyOfficer`,
  ),
  press(
    page('withdrawPerson'),
    open,
    (given) => form({ deed: 'withdraw', person: given.training.open.personId }),
    'producer',
    `office ${readers}`,
  ),
  press(page('issueTrainingCertificates'), at('ended'), form({ deed: 'issue', ...signer }), 'office', `${readers} ${local}`),
  press(page('addCoursePapers'), at('held'), form({ deed: 'papers', files: paperPdf(), caption: '' }), 'office', `${readers} ${local}`),
  press(
    page('removeCoursePaper'),
    at('held'),
    (given) => form({ deed: 'removeFile', file: given.training.paperId }),
    'office',
    `${readers} ${local}`,
  ),
  press(
    'training/people.page.tsx addPerson',
    people,
    form({ deed: 'add', personName: 'Trần Thị Mới', role: 'other' }),
    'office',
    `${readers} ${local}`,
  ),
  press(
    'training/people.page.tsx removePerson',
    people,
    (given) => form({ deed: 'remove', person: given.training.running.personId, reason: 'Nhầm.' }),
    'office',
    `${readers} ${local}`,
  ),
  press('training/people.page.tsx tickPresence', people, form({ deed: 'tick' }), 'office', `${readers} ${local}`),
  press(
    'training/materials.page.tsx addMaterial',
    () => '/tap-huan/tai-lieu',
    form({ deed: 'add', title: 'Tài liệu', topic: 'cycle', link: 'https://ocop.example/a' }),
    'office otherOffice',
    readers,
  ),
  press(
    'training/materials.page.tsx endMaterial',
    () => '/tap-huan/tai-lieu',
    (given) => form({ deed: 'end', material: given.training.materialId }),
    'office',
    readers,
  ),
]

const known = `office ${readers} ${local}`

/** Reads: whoever is told of courses; the list of people is the desk's. */
export const trainingReadRows: Row[] = [
  ...['/tap-huan', '/tap-huan.xlsx', '/tap-huan/tai-lieu'].map((path) => look(`see ${path}`, () => path, `${known} otherOffice`)),
  look('see a planned course', at('planned'), `office ${readers}`),
  look('see a course', running, known),
  look('see the people of a course', people, `office ${readers}`),
  look('take the people of a course as Excel', (given) => `${people(given)}.xlsx`, `office ${readers}`),
  { ...look('see a paper of a course', (given) => `/dinh-kem/${given.training.paperId}`, known), except: { stranger: 'notFound' } },
  {
    ...look(
      'see a certificate of attendance',
      (given) => `/tep/van-ban/${given.training.certificateId}`,
      `office ${readers} clerk producer`,
    ),
    except: { stranger: 'notFound' },
  },
]
