import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { ownProducers } from '#/programme/producer/producer.store.ts'
import { registerPerson, withdrawPerson } from '#/programme/training/attendance.actions.ts'
import { listPeople } from '#/programme/training/attendance.store.ts'
import {
  addCoursePapers,
  addSession,
  cancelCourse,
  holdCourse,
  openCourse,
  removeCoursePaper,
  removeSession,
  startCourse,
} from '#/programme/training/course.actions.ts'
import { attendByCode, closeCode, openCode } from '#/programme/training/presence.actions.ts'
import { issueTrainingCertificates } from '#/programme/training/training-certificate.actions.ts'
import { courseFor, courseHistory, listMaterials } from '#/programme/training/training.store.ts'
import { audienceWords, courseKindWords, courseStateWords, topicWords } from '#/programme/training/training.ts'
import { tiedTask } from '#/programme/register/plan-task.ts'
import { Papers } from '../files/attachments.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { taskFact } from '../plan/task-field.tsx'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { CourseDesk } from './course-desk.tsx'
import { CourseOwn } from './course-own.tsx'
import { CourseSessions } from './course-sessions.tsx'
import { MaterialList } from './material-list.tsx'
import { daysText } from './course-words.ts'
import { verbWords, words } from './training.messages.ts'
import type { Route } from './+types/course.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await courseFor(db, actor, params['id'])
  const { course, rights } = file
  const own = rights.people === 'all' ? null : await listPeople(db, actor, { id: course.id, rights }, { search: '', page: 1, perPage: 200 })
  return {
    ...file,
    code: file.code && { ...file.code, open: file.code.until !== null && file.code.until > now },
    own: own?.rows ?? null,
    ownIds: producersOf(actor),
    producers: rights.register ? (await ownProducers(db, actor)).map((one) => ({ id: one.id, name: one.name })) : [],
    files: await attachmentsOf(db, 'trainingCourse', [course.id]),
    materials: (await listMaterials(db, actor, { search: '', topic: null, courseId: course.id, page: 1, perPage: 100 })).rows,
    task: rights.people === 'all' ? await tiedTask(db, course) : null,
    history: rights.people === 'all' ? await courseHistory(db, course.id) : [],
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'open') await act((ctx) => openCourse(ctx, id))
  else if (deed === 'start') await act((ctx) => startCourse(ctx, id))
  else if (deed === 'hold') await act((ctx) => holdCourse(ctx, id, texts))
  else if (deed === 'cancel') await act((ctx) => cancelCourse(ctx, id, texts))
  else if (deed === 'session') await act((ctx) => addSession(ctx, id, texts))
  else if (deed === 'removeSession') await act((ctx) => removeSession(ctx, id, texts['session']))
  else if (deed === 'code') await act((ctx) => openCode(ctx, id, texts))
  else if (deed === 'closeCode') await act((ctx) => closeCode(ctx, id))
  else if (deed === 'attend') await act((ctx) => attendByCode(ctx, id, texts))
  else if (deed === 'register') await act((ctx) => registerPerson(ctx, id, texts))
  else if (deed === 'withdraw') await act((ctx) => withdrawPerson(ctx, id, texts['person']))
  else if (deed === 'issue') await act((ctx) => issueTrainingCertificates(ctx, id, texts))
  else if (deed === 'removeFile') await act((ctx) => removeCoursePaper(ctx, id, texts['file']))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => addCoursePapers(ctx, id, files, texts['caption']))
  }
  return saved(`/tap-huan/${id}`)
})

export default function CoursePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { course, rights, sessions, counts, files, materials, history } = loaderData
  const state = courseStateWords[course.state]
  const said = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }])
  const desk = rights.people === 'all'
  return (
    <Page
      title={course.title}
      eyebrow={courseKindWords[course.kind][language]}
      crumbs={[{ href: '/tap-huan', label: words.training[language] }]}
      layout="measure"
      marks={<State kind={state.mark}>{state[language]}</State>}
      {...(desk
        ? {
            actions: (
              <>
                <ButtonLink kind="quiet" small href={`/tap-huan/${course.id}/nguoi-tham-gia`}>
                  {words.allPeople[language]}
                </ButtonLink>
                {rights.keep && course.state !== 'held' && course.state !== 'cancelled' ? (
                  <ButtonLink kind="quiet" small href={`/tap-huan/${course.id}/sua`}>
                    {words.change[language]}
                  </ButtonLink>
                ) : null}
              </>
            ),
          }
        : {})}
    >
      <div className="stack-l">
        {desk ? null : <CourseOwn {...loaderData} answer={actionData} />}
        <Facts
          facts={[
            { label: words.days[language], value: <span className="num">{daysText(course)}</span> },
            ...said(
              words.place[language],
              [course.place, course.online ? words.online[language] : ''].filter((one) => one !== '').join(' · '),
            ),
            { label: words.topic[language], value: topicWords[course.topic][language] },
            { label: words.audience[language], value: audienceWords[course.audience][language] },
            ...said(words.organiser[language], course.organiser),
            ...said(words.registerUntil[language], course.registerUntil === null ? '' : formatDate(course.registerUntil)),
            ...said(words.seats[language], course.seats === null ? '' : String(course.seats)),
            ...(desk
              ? [
                  {
                    label: words.people[language],
                    value: (
                      <a
                        href={`/tap-huan/${course.id}/nguoi-tham-gia`}
                      >{`${counts.listed} · ${words.present[language]}: ${counts.present}`}</a>
                    ),
                  },
                  ...said(words.certified[language], counts.certified === 0 ? '' : String(counts.certified)),
                ]
              : []),
            ...taskFact(loaderData.task, language),
            ...said(words.content[language], course.content),
            ...said((course.kind === 'studyTour' ? words.reportOfTour : words.result)[language], course.result),
            ...said(words.reason[language], course.endReason),
          ]}
        />
        {rights.keep ? <CourseDesk {...loaderData} answer={actionData} /> : null}
        <CourseSessions course={course} sessions={sessions} keep={rights.keep} answer={actionData} />
        {materials.length === 0 ? null : (
          <section className="stack" aria-labelledby="tai-lieu">
            <h2 id="tai-lieu">{words.materials[language]}</h2>
            <MaterialList rows={materials} />
          </section>
        )}
        <Papers files={files} title={words.papers[language]} addLabel={words.addPapers[language]} add={rights.keep} answer={actionData} />
        {desk ? <LedgerLines lines={history} verbs={verbWords} /> : null}
      </div>
    </Page>
  )
}
