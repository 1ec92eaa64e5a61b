import { findCriterion } from '#/regulation/form.ts'
import { componentsOf } from '#/programme/dossier/components.ts'
import { withoutEvidence } from '#/programme/dossier/dossier.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EvidenceList, EvidenceTile } from '../ui/evidence-tile.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { ownFacts, paperView, shortTitle } from './dossier.server.ts'
import { PaperExpiry } from './paper-expiry.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/dossier-papers.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  return {
    id: facts.dossier.id,
    name: facts.product.name,
    components: componentsOf(facts).map((one) => ({
      id: one.id,
      title: one.title[page.lang],
      need: one.need,
      present: one.present,
      later: one.id === 'samples',
    })),
    bare: withoutEvidence(facts).map((code) => ({ code, title: shortTitle(findCriterion(facts.form, code)?.criterion.title ?? '') })),
    papers: facts.papers
      .map((paper) => ({
        ...paperView(paper, page.now),
        criteria: facts.evidence.filter((link) => link.paperId === paper.id).map((link) => link.criterion),
      }))
      .filter((paper) => paper.criteria.length > 0),
    hasRegistration: facts.papers.some((paper) => paper.kind === 'businessRegistration' && paper.files.length > 0),
  }
})

export default function DossierPapers({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, components, bare, papers } = loaderData
  return (
    <Page
      title={words.evidence[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
      actions={
        loaderData.hasRegistration ? undefined : (
          <ButtonLink href="/kho-giay-to/them?loai=businessRegistration">{words.addPaper[language]}</ButtonLink>
        )
      }
    >
      <section>
        <h2>{words.components[language]}</h2>
        <ul className="tasks">
          {components.map((one) => (
            <li className="task" key={one.id}>
              <span>{one.title}</span>
              <State kind={one.later ? 'locked' : one.present ? 'done' : 'todo'}>
                {one.later ? words.handedLater[language] : one.present ? words.present[language] : words.absent[language]}
              </State>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.withoutPapers[language]}</h2>
        {bare.length === 0 ? (
          <p className="hint">{words.allServed[language]}</p>
        ) : (
          <ul className="tasks">
            {bare.map((one) => (
              <li className="task" key={one.code}>
                <a href={`/ho-so/${id}/tieu-chi/${one.code}#minh-chung`}>
                  <span className="num">{one.code}</span> {one.title}
                </a>
                <State kind="todo">{words.absent[language]}</State>
              </li>
            ))}
          </ul>
        )}
      </section>
      <EvidenceList>
        {papers.map((paper) => (
          <EvidenceTile
            key={paper.id}
            title={paper.title}
            confidential={paper.confidential}
            number={paper.number}
            note={`${words.criterion[language]} ${paper.criteria.join(', ')}`}
            expiry={<PaperExpiry expiry={paper.expiry} />}
            missing={paper.files === 0}
            {...(paper.preview === null ? {} : { preview: paper.preview })}
            actions={[{ href: `/kho-giay-to/${paper.id}`, label: words.view[language] }]}
          />
        ))}
      </EvidenceList>
    </Page>
  )
}
