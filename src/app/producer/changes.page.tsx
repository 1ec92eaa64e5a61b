import { formatDate } from '#/platform/text/format.ts'
import { saveChange } from '#/programme/dossier/change.actions.ts'
import { changeTopics } from '#/programme/dossier/change.topics.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { versionFrom } from '#/programme/fields.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checks, Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { ownFacts } from './dossier.server.ts'
import { textsOf } from './incoming.server.ts'
import { kindWords, words } from './later.messages.ts'
import { fill, words as producerWords } from './producer.messages.ts'
import type { Route } from './+types/changes.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier, previous } = facts
  mustSee(dossier.kind !== 'first')
  return {
    id: dossier.id,
    name: facts.product.name,
    kind: dossier.kind,
    edit: rights(page.actor, dossier).edit,
    previous: previous ? { star: previous.star, until: formatDate(previous.lastValidOn) } : null,
    library: facts.papers.map((paper) => ({ value: paper.id, label: paper.title })),
    topics: changeTopics.map(({ id, title }) => {
      const change = facts.changes.find((one) => one.topic === id)
      return {
        id,
        title: title[page.lang],
        changed: change?.changed ?? null,
        text: change?.text ?? '',
        papers: change?.paperIds ?? [],
        version: change?.version ?? 0,
      }
    }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const topic = texts['topic'] ?? ''
  const papers = form.getAll('papers').map(String)
  const version = await act((ctx) => saveChange(ctx, id, topic, { ...texts, papers }, versionFrom(form.get('_version'))))
  return saved(`/ho-so/${id}/thay-doi#${topic}`, version)
})

export default function ChangesPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, kind, edit, previous, topics, library } = loaderData
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  return (
    <Page
      title={words.changes[language]}
      eyebrow={kindWords[kind][language]}
      lead={
        previous === null
          ? words.changesLead[language]
          : `${words.held[language]}: ${fill(words.heldText[language], previous)}. ${words.changesLead[language]}`
      }
      crumbs={[
        { href: '/ho-so', label: producerWords.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
    >
      {topics.map((topic) => {
        const refused = refusal?.values['topic'] === topic.id ? refusal : undefined
        return (
          <Panel key={topic.id} title={topic.title} small id={topic.id}>
            <p>
              <State kind={topic.changed === null ? 'todo' : 'done'}>
                {topic.changed === null ? words.notSaid[language] : topic.changed ? words.yes[language] : words.no[language]}
              </State>
            </p>
            {edit ? (
              <Form refusal={refused} version={topic.version} scope={topic.id}>
                <ErrorSummary />
                <input type="hidden" name="topic" value={topic.id} />
                <Radios
                  name="changed"
                  label={words.changed[language]}
                  defaultValue={topic.changed === null ? undefined : topic.changed ? 'yes' : 'no'}
                  choices={[
                    { value: 'yes', label: words.yes[language] },
                    { value: 'no', label: words.no[language] },
                  ]}
                />
                <TextArea name="text" label={words.what[language]} optional rows={3} maxLength={3000} defaultValue={topic.text} />
                {library.length === 0 ? null : (
                  <Checks name="papers" label={words.papers[language]} optional choices={library} defaultValues={topic.papers} />
                )}
                <div>
                  <Button kind="quiet">
                    {words.save[language]}
                    <span className="vh"> {topic.title}</span>
                  </Button>
                </div>
              </Form>
            ) : topic.text === '' ? null : (
              <p>{topic.text}</p>
            )}
          </Panel>
        )
      })}
      <p>
        <ButtonLink href={`/ho-so/${id}`}>{words.back[language]}</ButtonLink>
      </p>
    </Page>
  )
}
