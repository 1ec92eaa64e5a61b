import { criteriaOf } from '#/regulation/form.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { found, must } from '#/programme/refuse.ts'
import { readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { ownWords } from '#/programme/regulation-revision/wording.actions.ts'
import { wordingRevisions } from '#/programme/regulation-revision/wording.store.ts'
import { pageLoader } from '../page.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import type { Route } from './+types/wording-set.page'

export const loader = pageLoader(async ({ db, actor, params, lang, services }) => {
  must(readsRegulations(actor, services.config.provinceCode))
  const own = ownWords(services.regulations, params['regulation'] ?? '')
  const set = Number(params['set'])
  const [ours, theirs] = [found(own.forms[set]), found(services.regulations.get(own.id).forms[set])]
  const after = criteriaOf(theirs)
  const rows = criteriaOf(ours).flatMap(({ criterion, index }) => {
    const other = after[index]?.criterion
    return [
      { key: criterion.code, what: criterion.code, ours: criterion.title, theirs: other?.title ?? '' },
      ...criterion.options.map((option, place) => ({
        key: `${criterion.code} ${place + 1}`,
        what: `${criterion.code} · ${filled(words.option[lang], { n: place + 1 })}`,
        ours: option.text,
        theirs: other?.options[place]?.text ?? '',
      })),
    ]
  })
  const newest = (await wordingRevisions(db, own.id))[0]
  return {
    id: own.id,
    set,
    title: ours.title,
    worn: services.regulations.get(own.id).wording?.sets.includes(set) ?? false,
    source:
      newest && newest.hash !== null ? { text: newest.source, file: newest.fileName, by: newest.loadedByName, at: newest.loadedAt } : null,
    rows: [{ key: 'title', what: words.formTitle[lang], ours: ours.title, theirs: theirs.title }, ...rows],
  }
})

export default function WordingOfSet({ loaderData: { id, set, title, worn, source, rows } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={`${set}. ${title}`}
      lead={words.bothTexts[language]}
      crumbs={[
        { href: '/quan-tri/quy-dinh', label: words.title[language] },
        { href: `/quan-tri/quy-dinh/${id}/loi-van`, label: filled(words.wordingTitle[language], { id }) },
      ]}
      crumbTitle={`${words.set[language]} ${set}`}
    >
      <div className="stack-l">
        {worn ? null : <Notice>{words.sameWords[language]}</Notice>}
        {source === null ? null : (
          <Facts
            facts={[
              { label: words.source[language], value: source.text, note: source.file },
              { label: words.loadedBy[language], value: source.by, note: formatDateTime(source.at) },
            ]}
          />
        )}
        <Table
          caption={words.bothTexts[language]}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            {
              key: 'what',
              label: words.what[language],
              head: true,
              cell: (row) => (
                <>
                  {row.what}
                  {row.ours === row.theirs ? null : <small className="block quiet">{words.differs[language]}</small>}
                </>
              ),
            },
            { key: 'ours', label: words.ours[language], cell: (row) => row.ours },
            {
              key: 'theirs',
              label: words.theirs[language],
              cell: (row) => (row.ours === row.theirs ? row.theirs : <ins>{row.theirs}</ins>),
            },
          ]}
        />
      </div>
    </Page>
  )
}
