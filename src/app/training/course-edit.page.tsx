import { versionFrom } from '#/programme/fields.ts'
import { must } from '#/programme/refuse.ts'
import { planTasks, tiedTask } from '#/programme/register/plan-task.ts'
import { changeCourse } from '#/programme/training/course.actions.ts'
import { courseFor } from '#/programme/training/training.store.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { CourseFields } from './course-fields.tsx'
import { words } from './training.messages.ts'
import type { Route } from './+types/course-edit.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { course, rights } = await courseFor(db, actor, params['id'])
  must(rights.keep)
  return { course, tasks: await planTasks(db, course.authority), tied: await tiedTask(db, course) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => changeCourse(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/tap-huan/${id}`)
})

export default function CourseEdit({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { course } = loaderData
  return (
    <Page
      title={words.change[language]}
      crumbs={[
        { href: '/tap-huan', label: words.training[language] },
        { href: `/tap-huan/${course.id}`, label: course.title },
      ]}
      layout="measure"
    >
      <Form refusal={refusalIn(actionData)} version={course.version}>
        <ErrorSummary />
        <CourseFields {...loaderData} />
        <div>
          <Button>{words.save[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
