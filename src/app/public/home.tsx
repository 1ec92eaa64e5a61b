import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { keptFigures } from '#/programme/certificate/catalogue.kept.ts'
import { catalogueCards } from '#/programme/certificate/catalogue.store.ts'
import { deskName } from '#/programme/people/desk.name.ts'
import { eraOf } from '#/programme/units/units.ts'
import { publicLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { ProductCard } from '../ui/product-card.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import type { Route } from './+types/home'
import { fillIn, publicWords as words } from './public.messages.ts'
import { verifyWords } from './verify.messages.ts'

export const loader = publicLoader(async ({ db, now, services, actor }) => {
  const { provinceCode } = services.config
  const today = plainDateOf(now)
  const cards = catalogueCards(db, {
    provinceCode,
    today,
    words: '',
    namedCommunes: [],
    stars: [],
    sectors: [],
    communes: [],
    order: 'newest',
    page: 1,
    size: 4,
  })
  const [newest, figures] = await Promise.all([cards, keptFigures(db, provinceCode, today, now)])
  const province = await deskName(db, provinceCode, eraOf(today))
  return { province, newest, figures: { ...figures, byStar: Object.fromEntries(figures.byStar) }, signedIn: actor !== null }
})

export default function Home({ loaderData: { province, newest, figures, signedIn } }: Route.ComponentProps) {
  const language = useLanguage()
  const lead = fillIn(words.homeLead[language], { province: province.full, name: province.short })
  return (
    <Page title={words.homeTitle[language]} tabTitle={words.homeTab[language]} description={lead} ownHeading>
      <div className="stack-l">
        <form action="/danh-muc" method="get">
          <div className="page-head hero">
            <h1>{words.homeTitle[language]}</h1>
            <p className="lead">{lead}</p>
            <SearchBox
              label={words.searchLabel[language]}
              placeholder={words.searchPlaceholder[language]}
              hint={words.searchHint[language]}
            />
          </div>
        </form>
        <section aria-labelledby="so">
          <h2 id="so">{words.figureTitle[language]}</h2>
          <p className="lead">
            <a href="/danh-muc">
              <b className="num">{formatNumber(figures.inForce)}</b> {words.figureProducts[language]}
            </a>
            {[5, 4, 3].map((star) => (
              <span key={star}>
                {', '}
                <a href={`/danh-muc?sao=${star}`}>
                  <b className="num">{formatNumber(figures.byStar[star] ?? 0)}</b> {fillIn(words.starProducts[language], { n: star })}
                </a>
              </span>
            ))}
            {', '}
            <b className="num">{formatNumber(figures.producers)}</b> {words.figureProducers[language]},{' '}
            <b className="num">{formatNumber(figures.communes)}</b> {words.figureCommunes[language]}.
          </p>
        </section>
        {newest.length === 0 ? null : (
          <section aria-labelledby="moi">
            <div className="row between mb">
              <h2 id="moi">{words.newest[language]}</h2>
              <a className="tap" href="/danh-muc?sx=moi">
                {words.seeAll[language]}
              </a>
            </div>
            <ul className="cards">
              {newest.map((card) => (
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
          </section>
        )}
        <div className="cols cols-2">
          <Panel title={words.howTitle[language]}>
            <ol className="match">
              <li>
                <span>{words.how1[language]}</span>
              </li>
              <li>
                <span>{words.how2[language]}</span>
              </li>
              <li>
                <span>{words.how3[language]}</span>
              </li>
            </ol>
            <p className="hint">{words.source[language]}</p>
            <p className="row mt">
              <ButtonLink kind="quiet" href="/kiem-tra">
                {words.checkCode[language]}
              </ButtonLink>
              <ButtonLink kind="quiet" href="/diem-ban-ocop">
                {words.whereToBuy[language]}
              </ButtonLink>
            </p>
            <p>
              <a className="tap" href="/phan-anh">
                {verifyWords.report[language]}
              </a>
            </p>
          </Panel>
          {signedIn ? null : (
            <Panel title={words.producersTitle[language]}>
              <p>{words.producersText[language]}</p>
              <p className="mt">
                <ButtonLink href="/dang-nhap">{words.signIn[language]}</ButtonLink>
              </p>
            </Panel>
          )}
        </div>
      </div>
    </Page>
  )
}
