// Products and producers of the desk's place: a sentence, then by star, group, year, month of ending, legal form, commune.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { fill } from '../indicator/indicator.messages.ts'
import { useLanguage } from '../ui/language.ts'
import { CountChart, figureHref } from './count-chart.tsx'
import { words } from './dashboard.messages.ts'
import type { OwnData } from './dashboard.server.ts'
import { Say } from './say.tsx'
import { UnitMap } from './unit-map.tsx'

/** When re-assessment opens (QĐ 26/2026 Đ7.6). */
const DAYS_AHEAD = 180

/** The certificates that end in a month, in the desk's own register. */
const endingHref = (month: string, commune: string | null) =>
  `/tinh/chung-nhan?tt=valid&het-han=${month}&sx=ending${commune === null ? '' : `&xa=${commune}`}`

export function ProductsPanel({ own, asOf }: { own: OwnData; asOf: string }) {
  const language = useLanguage()
  const { products, frame } = own
  const to = (id: string, params: Record<string, unknown> = {}, more: Record<string, string> = {}) => figureHref(frame, id, params, more)
  const year = asOf.slice(0, 4)
  return (
    <>
      <Say
        pattern={words.say[language]}
        parts={{
          products: { text: fill(words.products[language], { n: formatNumber(products.total) }), href: to('products-valid') },
          producers: { text: fill(words.producers[language], { n: formatNumber(products.producers) }), href: to('producers-active') },
          expiring: {
            text: fill(words.certificates[language], { n: formatNumber(products.expiring) }),
            href: to('certificates-expiring', { within: DAYS_AHEAD }),
          },
          fresh: { text: fill(words.fresh[language], { n: formatNumber(own.fresh.at(-1)?.n ?? 0) }), href: to('recognised-new') },
        }}
        values={{ year }}
      />
      {own.map === null ? null : (
        <UnitMap
          id="ban-do"
          title={words.byCommune[language]}
          note={words.communeMapNote[language]}
          map={own.map}
          counts={new Map(own.inCommunes.map((commune) => [commune.key, commune.n]))}
          hrefFor={(code) => to('products-valid', {}, { xa: code })}
          frameHref={() => to('products-valid')}
        />
      )}
      <div className="cols cols-2">
        <CountChart
          id="sao"
          title={words.byStar[language]}
          heading={words.star[language]}
          empty={words.noProducts[language]}
          rows={products.stars.map((star) => ({
            label: fill(words.stars[language], { n: star.key }),
            n: star.n,
            href: to('products-valid', { stars: [Number(star.key)] }),
          }))}
        />
        <CountChart
          id="nhom"
          title={words.bySector[language]}
          heading={words.group[language]}
          empty={words.noProducts[language]}
          flat
          rows={own.sectors.map((sector) => ({
            label: sector.key,
            n: sector.n,
            href: sector.group === null ? null : to('products-valid', { group: sector.group }),
          }))}
        />
        <CountChart
          id="nam"
          title={words.newByYear[language]}
          heading={words.year[language]}
          empty={words.none[language]}
          rows={own.fresh.map((one) => ({
            label: one.key,
            n: one.n,
            href: to('recognised-new', {}, { tu: `01/01/${one.key}`, den: one.key === year ? formatDate(asOf) : `31/12/${one.key}` }),
          }))}
        />
        <CountChart
          id="het-han"
          title={words.ending[language]}
          note={words.endingNote[language]}
          heading={words.month[language]}
          empty={words.none[language]}
          rows={own.months.map((month) => ({
            label: `${month.key.slice(5)}/${month.key.slice(0, 4)}`,
            // Twelve bars stand close: the year is named where it begins.
            mark: month.key.endsWith('-01') ? `01/${month.key.slice(2, 4)}` : month.key.slice(5),
            n: month.n,
            href: endingHref(month.key, frame.communeCode),
          }))}
        />
        <CountChart
          id="loai-hinh"
          title={words.byForm[language]}
          heading={words.form[language]}
          empty={words.noProducts[language]}
          flat
          rows={own.forms.map((form) => ({ label: form.label[language], n: form.n, href: to('producers-active', { form: form.key }) }))}
        />
        <CountChart
          id="xa"
          title={words.byCommune[language]}
          heading={words.commune[language]}
          empty={words.noProducts[language]}
          flat
          more={{ label: words.allCommunes[language], href: `${to('products-valid')}#don-vi` }}
          rows={products.communes.map((commune) => ({
            label: commune.name ?? words.unknownCommune[language],
            n: commune.n,
            href: commune.key === '' ? null : to('products-valid', {}, { xa: commune.key }),
          }))}
        />
      </div>
    </>
  )
}
