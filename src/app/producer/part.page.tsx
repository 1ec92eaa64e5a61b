import { isApplicable } from '#/regulation/complete.ts'
import { optionsOf } from '#/programme/dossier/dossier.facts.ts'
import { withoutEvidence } from '#/programme/dossier/dossier.ts'
import { found } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { ownFacts, pointsView, shortTitle } from './dossier.server.ts'
import { PointsAside } from './points-aside.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/part.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const part = found(facts.form.parts.find((one) => one.code === page.params['part']))
  const options = optionsOf(facts)
  const bare = new Set(withoutEvidence(facts))
  return {
    id: facts.dossier.id,
    name: facts.product.name,
    code: part.code,
    title: part.title,
    points: pointsView(facts),
    groups: part.groups.map((group) => ({
      code: group.code,
      title: shortTitle(group.title),
      criteria: group.criteria.map((criterion) => {
        const answer = facts.answers.get(criterion.code)
        return {
          code: criterion.code,
          title: shortTitle(criterion.title),
          max: criterion.max,
          points: answer === undefined ? null : answer.option === 0 ? 0 : (criterion.options[answer.option - 1]?.points ?? 0),
          applies: isApplicable(facts.form, criterion, options),
          bare: bare.has(criterion.code),
        }
      }),
    })),
  }
})

export default function PartPage({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, code, title, groups } = loaderData
  return (
    <Page
      title={`${words.part[language]} ${code}. ${title}`}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      crumbTitle={`${words.part[language]} ${code}`}
      layout="ledger"
    >
      {groups.map((group) => (
        <section key={group.code}>
          <h2 className="mb">
            <span className="hang crit-code h3">{group.code}</span> {group.title}
          </h2>
          <ul className="tasks">
            {group.criteria.map((criterion) => (
              <li className="task" key={criterion.code}>
                <span>
                  <a href={`/ho-so/${id}/tieu-chi/${criterion.code}`}>
                    <span className="num">{criterion.code}</span> {criterion.title}
                  </a>
                  {criterion.bare ? <span className="hint">{words.noEvidence[language]}</span> : null}
                </span>
                {!criterion.applies ? (
                  <State kind="ended">{language === 'vi' ? 'Không áp dụng' : 'Not applicable'}</State>
                ) : criterion.points === null ? (
                  <State kind="todo">{words.noAnswer[language]}</State>
                ) : (
                  <State kind={criterion.bare ? 'part' : 'done'}>
                    <span className="num">
                      {criterion.points}/{criterion.max}
                    </span>
                  </State>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <aside className="stack" aria-label={words.points[language]}>
        <PointsAside view={loaderData.points} />
      </aside>
    </Page>
  )
}
