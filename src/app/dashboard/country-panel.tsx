// The country: products in force in every province, for the ministry's desk.
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { useLanguage } from '../ui/language.ts'
import { Table } from '../ui/table.tsx'
import { words } from './dashboard.messages.ts'
import type { DashboardData } from './dashboard.server.ts'
import { TileMap } from './tile-map.tsx'
import { UnitMap } from './unit-map.tsx'

export function CountryPanel({
  provinces,
  map,
  asOf,
}: Pick<DashboardData, 'map' | 'asOf'> & { provinces: NonNullable<DashboardData['provinces']> }) {
  const language = useLanguage()
  const href = (code: string) => `/chi-tieu/danh-sach/products-valid?tinh=${code}&den=${formatDate(asOf)}`
  const counts = new Map(provinces.map((one) => [one.code, one.n]))
  const table = (
    <Table
      caption={words.byProvince[language]}
      variant="plain"
      rows={provinces}
      rowKey={(row) => row.code}
      columns={[
        { key: 'name', label: words.province[language], head: true, cell: (row) => <a href={href(row.code)}>{row.name}</a> },
        { key: 'n', label: words.count[language], align: 'right', cell: (row) => <span className="num">{formatNumber(row.n)}</span> },
      ]}
    />
  )
  const about = { id: 'tinh', title: words.byProvince[language], counts, hrefFor: href }
  return map === null ? (
    <TileMap {...about} note={words.byProvinceNote[language]}>
      {table}
    </TileMap>
  ) : (
    <UnitMap {...about} note={words.byProvinceMapNote[language]} map={map} frameHref={href}>
      {table}
    </UnitMap>
  )
}
