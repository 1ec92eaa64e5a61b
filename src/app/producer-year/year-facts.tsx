// The figures of a year as they were told: what is unanswered says so.
import { formatDong, formatNumber } from '#/platform/text/format.ts'
import {
  fieldWords,
  moneyFields,
  peopleFields,
  type ProductYear,
  type YearField,
  type YearFigures,
} from '#/programme/producer-year/producer-year.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './producer-year.messages.ts'

export const jumpText = (value: number, scale: number): string => formatNumber(value / scale)

type Props = { figures: YearFigures; products: readonly ProductYear[]; note: string; editAt?: string }

export function YearFacts({ figures, products, note, editAt }: Props) {
  const language = useLanguage()
  const none = words.unanswered[language]
  const lines = (names: readonly YearField[], step: number, write: (value: number) => string) =>
    names.map((name) => {
      const value = figures[name]
      return {
        label: fieldWords[name][language],
        value: value === null ? <span className="quiet">{none}</span> : write(value),
        ...(editAt === undefined ? {} : { action: { href: `${editAt}?buoc=${step}#f-${name}`, label: words.change[language] } }),
      }
    })
  const told = products.filter(
    (product) => editAt !== undefined || product.outputE3 !== null || product.price !== null || product.revenue !== null,
  )
  return (
    <>
      <Facts facts={[...lines(peopleFields, 1, formatNumber), ...lines(moneyFields, 2, formatDong)]} />
      {told.length === 0 ? null : (
        <section className="stack" aria-labelledby="san-pham">
          <h2 id="san-pham">{words.products[language]}</h2>
          <Facts
            facts={told.map((product) => ({
              label: product.name,
              value:
                product.outputE3 === null ? (
                  <span className="quiet">{none}</span>
                ) : (
                  `${formatNumber(product.outputE3 / 1000)} ${product.unit}`
                ),
              note: [
                product.price === null ? '' : `${words.price[language]}: ${formatDong(product.price)}`,
                product.revenue === null ? '' : `${words.revenue[language]}: ${formatDong(product.revenue)}`,
              ]
                .filter((part) => part !== '')
                .join(' · '),
              ...(editAt === undefined
                ? {}
                : { action: { href: `${editAt}?buoc=3#f-output.${product.productId}`, label: words.change[language] } }),
            }))}
          />
        </section>
      )}
      {note === '' ? null : <Facts facts={[{ label: words.note[language], value: note }]} />}
    </>
  )
}
