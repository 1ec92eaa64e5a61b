import { readSnapshot } from '#/programme/dossier/snapshot.ts'
import type { DecisionItem } from '#/programme/certificate/decision.store.ts'
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Stars } from '../ui/star.tsx'
import { Table } from '../ui/table.tsx'
import { decisionWords as words } from './decision.messages.ts'

export type ListedProduct = {
  resultId: string
  certificateId: string | null
  product: string
  producer: string
  commune: string
  mean: string
  star: number
  code: string | null
  recalled: boolean
}

/** What a page shows of a list: nothing of the snapshot but names and place. */
export function decisionItems(items: readonly DecisionItem[]): ListedProduct[] {
  return items.map((item) => {
    const { product, producer } = readSnapshot(item.snapshot)
    return {
      resultId: item.resultId,
      certificateId: item.certificateId,
      product: product.name,
      producer: producer.name,
      commune: producer.communeName,
      mean: item.meanPrinted === null ? '' : decimalComma(item.meanPrinted),
      star: item.star,
      code: item.productCode,
      recalled: item.certificateState === 'annulled',
    }
  })
}

export function DecisionList({ items, kind }: { items: readonly ListedProduct[]; kind: 'recognition' | 'approval' }) {
  const language = useLanguage()
  return (
    <Table
      caption={words.list[language]}
      rows={items}
      rowKey={(row) => row.resultId}
      columns={[
        {
          key: 'product',
          label: words.product[language],
          head: true,
          cell: (row) => (
            <>
              {row.certificateId === null ? row.product : <a href={`/tinh/chung-nhan/${row.certificateId}`}>{row.product}</a>}
              {row.recalled ? <State kind="stop">{words.itemRecalled[language]}</State> : null}
            </>
          ),
        },
        { key: 'producer', label: words.producer[language], cell: (row) => row.producer },
        { key: 'commune', label: words.commune[language], cell: (row) => row.commune },
        { key: 'mean', label: words.mean[language], align: 'right', cell: (row) => row.mean },
        ...(kind === 'recognition'
          ? [
              { key: 'star', label: words.star[language], cell: (row: ListedProduct) => <Stars count={row.star} /> },
              { key: 'code', label: words.code[language], cell: (row: ListedProduct) => <span className="code">{row.code ?? ''}</span> },
            ]
          : []),
      ]}
    />
  )
}
