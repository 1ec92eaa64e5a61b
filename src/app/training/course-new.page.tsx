import { serves } from '#/programme/people/actor.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { planTasks } from '#/programme/register/plan-task.ts'
import { addCourse } from '#/programme/training/course.actions.ts'
import { knowsCourses } from '#/programme/training/training.policy.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { CourseFields, emptyCourse } from './course-fields.tsx'
import { words } from './training.messages.ts'
import type { Route } from './+types/course-new.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(knowsCourses(actor))
  must(serves(actor, actor.authority, 'office'))
  return { tasks: await planTasks(db, actor.authority), task: url.searchParams.get('nhiem-vu') ?? '' }
})

export const action = pageAction(async ({ act, form }) => saved(`/tap-huan/${await act((ctx) => addCourse(ctx, textsOf(form)))}`))

export default function CourseNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.add[language]} crumbs={[{ href: '/tap-huan', label: words.training[language] }]} layout="measure">
      <DeedForm deed="add" answer={actionData} label={words.add[language]}>
        <CourseFields course={emptyCourse} {...loaderData} />
      </DeedForm>
    </Page>
  )
}
