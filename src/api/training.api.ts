// Courses, study tours and conferences, through the verbs of the pages. Phones are told to who keeps the course, nobody else.
import { z } from '@hono/zod-openapi'
import { addPerson, registerPerson, removePerson, withdrawPerson } from '#/programme/training/attendance.actions.ts'
import { listPeople } from '#/programme/training/attendance.store.ts'
import {
  addCourse,
  addSession,
  cancelCourse,
  changeCourse,
  holdCourse,
  openCourse,
  removeSession,
  startCourse,
} from '#/programme/training/course.actions.ts'
import { attendByCode, closeCode, openCode, tickPresence } from '#/programme/training/presence.actions.ts'
import { issueTrainingCertificates } from '#/programme/training/training-certificate.actions.ts'
import { courseFor, courseHistory, courseSorts, listCourses } from '#/programme/training/training.store.ts'
import { courseKinds, courseStates, topics } from '#/programme/training/training.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, made, newVersion, reason, record, search, taskWords, typed, typedFields, version, year } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'training'
const course = typedFields(
  'kind',
  'title',
  'topic',
  'audience',
  'content',
  'organiser',
  'place',
  'online',
  'startsOn',
  'endsOn',
  'registerUntil',
  'seats',
  'task',
)

export const trainingEndpoints: Endpoint[] = [
  list('/courses', {
    tag,
    title: { vi: 'Lớp tập huấn, tham quan, hội nghị', en: 'Courses, study tours, conferences' },
    query: z.strictObject({
      q: search,
      state: z.enum(courseStates).optional(),
      kind: z.enum(courseKinds).optional(),
      topic: z.enum(topics).optional(),
      year,
      sort: z.enum(courseSorts).optional(),
    }),
    answer: record,
    run: ({ db, actor }, { query: { q, state, kind, topic, year: asked, sort } }, paging) =>
      listWindow(paging, (page, perPage) =>
        listCourses(db, actor, {
          search: q ?? '',
          state: state ?? null,
          kind: kind ?? null,
          topic: topic ?? null,
          year: asked ?? null,
          sort: sort ?? 'recent',
          page,
          perPage,
        }),
      ),
  }),
  deed('post', '/courses', {
    tag,
    title: { vi: 'Lập một lớp', en: 'Plan a course' },
    about: taskWords,
    body: course,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addCourse(ctx, body) }),
  }),
  read('/courses/{courseId}', {
    tag,
    title: { vi: 'Một lớp: buổi học, số người, quyền', en: 'A course: sessions, counts, rights' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const file = await courseFor(db, actor, params.courseId)
      return { ...file, history: file.rights.people === 'all' ? await courseHistory(db, file.course.id) : [] }
    },
  }),
  deed('put', '/courses/{courseId}', {
    tag,
    title: { vi: 'Sửa một lớp', en: 'Change a course' },
    about: taskWords,
    body: course.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: read_, ...input } }) => ({
      version: await changeCourse(ctx, params.courseId, input, read_),
    }),
  }),
  deed('post', '/courses/{courseId}/open', {
    tag,
    title: { vi: 'Mở đăng ký', en: 'Open registration' },
    run: (ctx, { params }) => openCourse(ctx, params.courseId),
  }),
  deed('post', '/courses/{courseId}/start', {
    tag,
    title: { vi: 'Bắt đầu lớp', en: 'Start' },
    run: (ctx, { params }) => startCourse(ctx, params.courseId),
  }),
  deed('post', '/courses/{courseId}/hold', {
    tag,
    title: { vi: 'Ghi là đã tổ chức', en: 'Record as held' },
    body: typedFields('result'),
    run: (ctx, { params, body }) => holdCourse(ctx, params.courseId, body),
  }),
  deed('post', '/courses/{courseId}/cancel', {
    tag,
    title: { vi: 'Hủy lớp', en: 'Call off' },
    body: reason,
    run: (ctx, { params, body }) => cancelCourse(ctx, params.courseId, body),
  }),
  deed('post', '/courses/{courseId}/sessions', {
    tag,
    title: { vi: 'Thêm buổi học', en: 'Add a session' },
    body: typedFields('heldOn', 'startsAt', 'title', 'teacher'),
    run: (ctx, { params, body }) => addSession(ctx, params.courseId, body),
  }),
  deed('delete', '/courses/{courseId}/sessions/{sessionId}', {
    tag,
    title: { vi: 'Gỡ buổi học', en: 'Remove a session' },
    run: (ctx, { params }) => removeSession(ctx, params.courseId, params.sessionId),
  }),
  list('/courses/{courseId}/people', {
    tag,
    title: { vi: 'Người tham gia, trong phạm vi được xem', en: 'People, as far as the reader may see' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: async ({ db, actor }, { params, query }, paging) => {
      const { course: of, rights } = await courseFor(db, actor, params.courseId)
      return listWindow(paging, (page, perPage) => listPeople(db, actor, { id: of.id, rights }, { search: query.q ?? '', page, perPage }))
    },
  }),
  deed('post', '/courses/{courseId}/people', {
    tag,
    title: { vi: 'Cơ quan thêm người vào danh sách', en: 'The office adds a person' },
    body: typedFields('personName', 'phone', 'role', 'producer', 'commune'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addPerson(ctx, params.courseId, body) }),
  }),
  deed('post', '/courses/{courseId}/people/{personId}/remove', {
    tag,
    title: { vi: 'Cơ quan gỡ người khỏi danh sách', en: 'The office takes a person off' },
    body: reason,
    run: (ctx, { params, body }) => removePerson(ctx, params.courseId, params.personId, body),
  }),
  deed('post', '/courses/{courseId}/registrations', {
    tag,
    title: { vi: 'Chủ thể đăng ký người đi học', en: 'A producer registers a person' },
    body: typedFields('producerId', 'personName', 'phone'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await registerPerson(ctx, params.courseId, body) }),
  }),
  deed('delete', '/courses/{courseId}/registrations/{personId}', {
    tag,
    title: { vi: 'Chủ thể rút đăng ký', en: 'A producer withdraws a person' },
    run: (ctx, { params }) => withdrawPerson(ctx, params.courseId, params.personId),
  }),
  deed('post', '/courses/{courseId}/code', {
    tag,
    title: { vi: 'Tạo mã điểm danh', en: 'Open a new code' },
    body: typedFields('session', 'minutes'),
    run: (ctx, { params, body }) => openCode(ctx, params.courseId, body),
  }),
  deed('delete', '/courses/{courseId}/code', {
    tag,
    title: { vi: 'Đóng mã điểm danh', en: 'Close the code' },
    run: (ctx, { params }) => closeCode(ctx, params.courseId),
  }),
  deed('post', '/courses/{courseId}/attend', {
    tag,
    title: { vi: 'Tự điểm danh bằng mã', en: 'Be there, by the code' },
    body: typedFields('code'),
    answer: z.object({ again: z.boolean() }),
    run: (ctx, { params, body }) => attendByCode(ctx, params.courseId, body),
  }),
  deed('post', '/courses/{courseId}/presence', {
    tag,
    title: { vi: 'Điểm danh theo danh sách', en: 'Tick who was there' },
    about: {
      vi: 'Ai trong shown mà không trong present là vắng; người ngoài shown giữ nguyên.',
      en: 'Who is in shown and not in present was absent; others stay as they are.',
    },
    body: z.strictObject({ session: typed, shown: z.array(id).max(500), present: z.array(id).max(500) }),
    answer: z.object({ changed: z.number().int() }),
    run: async (ctx, { params, body }) => ({ changed: await tickPresence(ctx, params.courseId, body) }),
  }),
  deed('post', '/courses/{courseId}/certificates', {
    tag,
    title: { vi: 'Cấp giấy chứng nhận tham gia cho mọi người có mặt', en: 'Issue certificates to everyone present' },
    body: typedFields('signerName', 'signerPost'),
    status: 201,
    answer: z.object({ issued: z.number().int() }),
    run: async (ctx, { params, body }) => ({ issued: await issueTrainingCertificates(ctx, params.courseId, body) }),
  }),
]
