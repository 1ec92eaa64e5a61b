// What an inspection looked at: products with their stars, and the checklist with its verdicts.
import { checkVerdictWords, type CheckVerdict } from '#/programme/inspection/checklist.ts'
import { fill } from '../idea/idea.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './inspection.messages.ts'

export type ShownProduct = { productId: string; name: string; star: number | null; productCode: string | null; verifyCode: string | null }

export function ProductsTable({ products }: { products: readonly ShownProduct[] }) {
  const language = useLanguage()
  if (products.length === 0) return null
  return (
    <section className="stack" aria-labelledby="san-pham">
      <h2 id="san-pham">{words.products[language]}</h2>
      <Table
        caption={words.products[language]}
        rows={products}
        rowKey={(row) => row.productId}
        columns={[
          { key: 'name', label: words.product[language], head: true, cell: (row) => <b>{row.name}</b> },
          {
            key: 'star',
            label: words.star[language],
            cell: (row) => (row.star === null ? '–' : fill(words.stars[language], { n: row.star })),
          },
          {
            key: 'code',
            label: words.certificate[language],
            cell: (row) => (row.verifyCode === null ? '–' : <a href={`/c/${row.verifyCode}`}>{row.productCode}</a>),
          },
        ]}
      />
    </section>
  )
}

export function AnswersTable({ answers }: { answers: readonly { item: string; title: string; verdict: CheckVerdict; remark: string }[] }) {
  const language = useLanguage()
  if (answers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="noi-dung">
      <h2 id="noi-dung">{words.checklist[language]}</h2>
      <Table
        caption={words.checklist[language]}
        rows={answers}
        rowKey={(row) => row.item}
        columns={[
          {
            key: 'title',
            label: words.checklist[language],
            head: true,
            cell: (row) => (
              <>
                {row.title}
                {row.remark === '' ? null : <small className="quiet block">{row.remark}</small>}
              </>
            ),
          },
          {
            key: 'verdict',
            label: words.verdict[language],
            nowrap: true,
            cell: (row) => <State kind={checkVerdictWords[row.verdict].mark}>{checkVerdictWords[row.verdict][language]}</State>,
          },
        ]}
      />
    </section>
  )
}
