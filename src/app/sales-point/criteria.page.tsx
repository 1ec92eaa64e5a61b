import { serves } from '#/programme/people/actor.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { criteriaOf, setCriteria } from '#/programme/sales-point/criteria.ts'
import { criteriaSource } from '#/programme/sales-point/sales-point.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './sales-point.messages.ts'
import type { Route } from './+types/criteria.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(serves(actor, actor.authority, 'office', 'leader', 'advisor'))
  must(serves(actor, actor.authority, 'office'))
  return criteriaOf(db, actor.authority)
})

export const action = pageAction(async ({ act, form }) => {
  await act((ctx) => setCriteria(ctx, textsOf(form)))
  return saved('/diem-ban/tieu-chi')
})

export default function Criteria({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.criteriaChange[language]}
      lead={criteriaSource[language]}
      crumbs={[{ href: '/diem-ban', label: words.points[language] }]}
      layout="measure"
    >
      <div className="stack-l">
        {loaderData.own ? null : (
          <Notice kind="warn">
            <p>{words.criteriaStandIn[language]}</p>
          </Notice>
        )}
        <DeedForm deed="set" answer={actionData} label={words.save[language]}>
          <TextArea
            name="criteria"
            label={words.criteriaField[language]}
            hint={words.criteriaEffect[language]}
            rows={12}
            maxLength={6000}
            defaultValue={loaderData.criteria.join('\n')}
          />
        </DeedForm>
      </div>
    </Page>
  )
}
