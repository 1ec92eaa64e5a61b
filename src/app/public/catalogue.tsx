import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { keptFacets } from '#/programme/certificate/catalogue.kept.ts'
import { catalogueCards } from '#/programme/certificate/catalogue.store.ts'
import { communeNames, communesNamed } from '#/programme/certificate/commune-names.ts'
import { deskName } from '#/programme/people/desk.name.ts'
import { eraOf } from '#/programme/units/units.ts'
import { publicLoader } from '../page.server.ts'
import { Checks, Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Applied, Filters, FiltersLink, type AppliedFilter } from '../ui/filters.tsx'
import { useLanguage } from '../ui/language.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { ProductCard } from '../ui/product-card.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Stars, starWords } from '../ui/star.tsx'
import type { Route } from './+types/catalogue'
import { addressOf, orderWord, readAsked, type Asked } from './catalogue.query.ts'
import { fillIn, publicWords as words } from './public.messages.ts'

const SIZE = 24

export const loader = publicLoader(async ({ db, url, now, services }) => {
  const asked = readAsked(url.searchParams)
  const { provinceCode } = services.config
  const today = plainDateOf(now)
  const communes = await communeNames(db, provinceCode)
  const query = {
    provinceCode,
    today,
    words: asked.q,
    namedCommunes: communesNamed(communes, asked.q).map((commune) => commune.code),
    stars: asked.stars,
    sectors: asked.sectors,
    communes: asked.commune === '' ? [] : [asked.commune],
    order: asked.order,
    page: asked.page,
    size: SIZE,
  }
  const [facets, cards] = await Promise.all([keptFacets(db, query, now), catalogueCards(db, query)])
  return {
    asked,
    province: await deskName(db, provinceCode, eraOf(today)),
    today,
    cards,
    total: facets.total,
    stars: Object.fromEntries(facets.stars),
    sectors: [...facets.sectors].filter(([sector]) => sector !== '').toSorted(([a], [b]) => a.localeCompare(b, 'vi')),
    communes: communes.map(({ code, fullName }) => ({ value: code, label: fullName })),
  }
})

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { asked, province, today, cards, total, communes } = loaderData
  const language = useLanguage()
  const pages = Math.min(400, Math.ceil(total / SIZE))
  const named = { province: province.full, name: province.short }
  const title = fillIn(words.catalogueTitle[language], named)
  const applied = appliedFilters(asked, communes, language)
  return (
    <Page title={title} description={fillIn(words.catalogueDescription[language], named)} ownHeading>
      <form action="/danh-muc" method="get">
        <div className="page-head hero">
          <h1>{title}</h1>
          <p className="quiet">{fillIn(words.inForceLead[language], { date: formatDate(today) })}</p>
          <SearchBox
            label={words.searchLabel[language]}
            placeholder={words.searchPlaceholder[language]}
            hint={words.searchHint[language]}
            defaultValue={asked.q}
          />
        </div>
        <div className="aside-left">
          <CatalogueFilters {...loaderData} />
          <section id="ket-qua" aria-labelledby="kq">
            <div className="row between mb">
              <h2 id="kq">{fillIn(words.found[language], { n: formatNumber(total) })}</h2>
              <FiltersLink count={applied.length} />
              <Applied filters={applied} clearHref="/danh-muc" />
            </div>
            {cards.length === 0 ? (
              <EmptyState
                icon="search"
                title={words.noneTitle[language]}
                hint={words.noneHint[language]}
                action={
                  <ButtonLink kind="quiet" href="/danh-muc">
                    {words.seeAll[language]}
                  </ButtonLink>
                }
              />
            ) : (
              <ul className="cards">
                {cards.map((card) => (
                  <ProductCard
                    key={card.verifyCode}
                    name={card.productName}
                    href={`/san-pham/${card.productId}`}
                    stars={card.star}
                    producer={card.producerName}
                    place={card.commune}
                    {...(card.demo ? { mark: words.sample[language] } : {})}
                    {...(card.hasPhoto ? { photo: `/c/${card.verifyCode}/anh` } : {})}
                  />
                ))}
              </ul>
            )}
            <Pager page={asked.page} pages={pages} hrefFor={(page) => addressOf(asked, { page })} />
          </section>
        </div>
      </form>
    </Page>
  )
}

function CatalogueFilters({ asked, stars, sectors, communes }: Route.ComponentProps['loaderData']) {
  const language = useLanguage()
  return (
    <Filters title={words.filterTitle[language]}>
      <Checks
        name="sao"
        label={words.stars[language]}
        defaultValues={asked.stars.map(String)}
        choices={[5, 4, 3].map((star) => ({ value: String(star), label: <Stars count={star} />, count: stars[star] ?? 0 }))}
      />
      {sectors.length === 0 ? null : (
        <Checks
          name="nhom"
          label={words.sector[language]}
          defaultValues={asked.sectors}
          choices={sectors.map(([sector, count]) => ({ value: sector, label: sector, count }))}
        />
      )}
      <Select
        name="xa"
        label={words.commune[language]}
        empty={words.allCommunes[language]}
        choices={communes}
        defaultValue={asked.commune}
      />
      <Select
        name="sx"
        label={words.order[language]}
        empty={false}
        defaultValue={orderWord(asked.order)}
        choices={[
          { value: 'sao', label: words.byStar[language] },
          { value: 'moi', label: words.byNewest[language] },
          { value: 'ten', label: words.byName[language] },
        ]}
      />
    </Filters>
  )
}

function appliedFilters(asked: Asked, communes: { value: string; label: string }[], language: 'vi' | 'en'): AppliedFilter[] {
  const commune = communes.find((entry) => entry.value === asked.commune)
  return [
    ...(asked.q === '' ? [] : [{ label: `“${asked.q}”`, href: addressOf(asked, { q: '' }) }]),
    ...asked.stars.map((star) => ({
      label: starWords(star, language),
      href: addressOf(asked, { stars: asked.stars.filter((other) => other !== star) }),
    })),
    ...asked.sectors.map((sector) => ({
      label: sector,
      href: addressOf(asked, { sectors: asked.sectors.filter((other) => other !== sector) }),
    })),
    ...(commune ? [{ label: commune.label, href: addressOf(asked, { commune: '' }) }] : []),
  ]
}
