import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Db } from '#/platform/database/open.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { certificateRights } from '#/programme/certificate/certificate.policy.ts'
import { communeNames } from '#/programme/certificate/commune-names.ts'
import { registerRows, sectorsOfRegister } from '#/programme/certificate/register.store.ts'
import { importRights } from '#/programme/import/rights.ts'
import { levelOf } from '#/programme/people/authority.ts'
import { serves } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import { eraOf } from '#/programme/units/units.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Fold, Toolbar, Filter } from '../ui/toolbar.tsx'
import type { Route } from './+types/certificates.page'
import { CertificateState } from './certificate-state.tsx'
import { readRegister, registerAddress } from './certificates.query.ts'
import { fillIn, registerWords as words } from './decision.messages.ts'

const SIZE = 50

/** Communes to filter by: a province's of today; a district's own, of its era. */
async function communesOfDesk(db: Db, authority: string, today: string) {
  const [provinceCode = '', district] = authority.split('.')
  const communes =
    district === undefined
      ? await communeNames(db, provinceCode)
      : (await unitsOfProvince(db, eraOf(today), provinceCode)).filter((unit) => unit.parentCode === district)
  return communes.map(({ code, fullName }) => ({ value: code, label: fullName }))
}

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(certificateRights(actor, { provinceCode: actor.provinceCode, state: '' }).see)
  const asked = readRegister(url.searchParams)
  const today = plainDateOf(now)
  const rows = await registerRows(db, { ...asked, authority: actor.authority, today, size: SIZE })
  return {
    asked,
    today,
    rows,
    total: rows[0]?.total ?? 0,
    letters: serves(actor, actor.authority, 'office'),
    sectors: await sectorsOfRegister(db, actor.authority),
    communes: await communesOfDesk(db, actor.authority, today),
    ofDistrict: levelOf(actor.authority) === 'district',
    keepsPast: importRights(actor, { provinceCode: actor.provinceCode }).see,
  }
})

export default function Certificates({ loaderData }: Route.ComponentProps) {
  const { asked, today, rows, total, letters, sectors, communes, ofDistrict } = loaderData
  const language = useLanguage()
  return (
    <Page
      title={words.title[language]}
      lead={fillIn(words.found[language], { n: formatNumber(total) })}
      actions={
        <>
          {letters ? (
            <ButtonLink kind="quiet" href="/tinh/chung-nhan/thong-bao-het-han">
              {words.expiryLetters[language]}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="quiet" href="/cong-nhan-truoc-day">
            {words.past[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="download" href={registerAddress(asked, { page: 1 }, '/tinh/chung-nhan/xuat')}>
            {words.export[language]}
          </ButtonLink>
          {loaderData.keepsPast ? (
            <ButtonLink kind="quiet" href="/nhap-lieu">
              {words.pastRecords[language]}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Toolbar
        hidden={asked.endsIn ? { 'het-han': asked.endsIn } : {}}
        search={<Field name="q" type="search" label={words.search[language]} defaultValue={asked.words} maxLength={200} />}
      >
        <Fold>
          <Select
            name="sao"
            label={words.star[language]}
            empty={words.all[language]}
            defaultValue={asked.star === null ? '' : String(asked.star)}
            choices={[5, 4, 3].map((star) => ({ value: String(star), label: `${star} sao` }))}
          />
        </Fold>
        <Filter
          name="tt"
          label={words.state[language]}
          value={asked.state}
          choices={(['valid', 'expiring', 'expired', 'withdrawn', 'replaced'] as const).map((state) => ({
            value: state,
            label: words[state][language],
          }))}
        />
        <Filter
          name="nhom"
          label={words.sector[language]}
          value={asked.sector}
          choices={sectors.map((sector) => ({ value: sector, label: sector }))}
        />
        <Filter name="xa" label={words.commune[language]} value={asked.commune} choices={communes} />
        {ofDistrict ? (
          <Filter
            name="cap"
            label={words.decidedBy[language]}
            value={asked.ownOnly ? 'minh' : ''}
            choices={[{ value: 'minh', label: words.ownDecisions[language] }]}
          />
        ) : null}
        <Fold>
          <Select
            name="sx"
            label={words.order[language]}
            empty={false}
            defaultValue={asked.order}
            choices={(['newest', 'name', 'ending'] as const).map((order) => ({ value: order, label: words[order][language] }))}
          />
        </Fold>
      </Toolbar>
      {asked.endsIn ? (
        <p>
          {fillIn(words.endsIn[language], { month: `${asked.endsIn.slice(5)}/${asked.endsIn.slice(0, 4)}` })}{' '}
          <a className="tap" href={registerAddress(asked, { endsIn: '', page: 1 })}>
            {words.everyMonth[language]}
          </a>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState icon="search" title={words.noneTitle[language]} hint={words.noneHint[language]} />
      ) : (
        <Table
          caption={words.title[language]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'product',
              label: words.product[language],
              head: true,
              cell: (row) => <a href={`/tinh/chung-nhan/${row.id}`}>{row.productName}</a>,
            },
            { key: 'producer', label: words.producer[language], narrow: 'full', cell: (row) => row.producerName },
            { key: 'commune', label: words.commune[language], cell: (row) => row.commune },
            { key: 'star', label: words.star[language], cell: (row) => `${row.star} sao`, nowrap: true },
            { key: 'code', label: words.code[language], narrow: 'full', cell: (row) => row.productCode, nowrap: true },
            { key: 'issued', label: words.issued[language], cell: (row) => formatDate(row.issuedOn) },
            { key: 'last', label: words.last[language], cell: (row) => formatDate(row.lastValidOn) },
            { key: 'state', label: words.state[language], cell: (row) => <CertificateState certificate={row} today={today} /> },
          ]}
        />
      )}
      <Pager page={asked.page} pages={Math.ceil(total / SIZE)} hrefFor={(page) => registerAddress(asked, { page })} />
    </Page>
  )
}
