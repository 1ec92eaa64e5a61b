// The page behind the QR code: a verdict read in one glance, then what to compare with the thing in hand, then the certificate's facts.
import { formatDate } from '#/platform/text/format.ts'
import type { PublicCertificate, PublicStatus } from '#/programme/certificate/public-status.ts'
import type { DeskName } from '#/programme/people/desk.name.ts'
import { gatherOldNames } from '#/programme/units/old-names.ts'
import { printedVerifyCode } from '#/programme/certificate/verify-code.ts'
import type { IconName } from '../ui/drawings.ts'
import type { Language } from '../ui/language.ts'
import { markup, trusted, type Markup } from './markup.ts'
import { frame, frameTitle, icon, type Assets } from './verify.frame.ts'
import { fillIn, verifyWords as words } from './verify.messages.ts'

/** Stands where the time of the look-up goes; text put into markup is escaped and so can never hold it. */
const TIME_MARK = '<!--time-->'

export type VerifyPage = {
  certificate: PublicCertificate
  status: PublicStatus
  today: string
  lang: Language
  /** Where the public reaches us. */
  baseUrl: string
  /** Words of the ground of a withdrawal, in the reader's language. */
  ground: string | null
}

/** What one page says, in the order it stands in the frame: the time of the look-up goes between `before` and `after`. */
export type VerifyParts = { title: string; before: string; after: string }

type Seal = 'valid' | 'ended' | 'withdrawn'
const sealOf: Record<PublicStatus['kind'], Seal> = {
  valid: 'valid',
  expired: 'ended',
  replaced: 'ended',
  notYet: 'ended',
  withdrawn: 'withdrawn',
}

/** The icons of the pages that show this seal: one frame serves them all. */
export const iconsOf = (kind: PublicStatus['kind']): readonly IconName[] => [
  `seal-${sealOf[kind]}`,
  'done',
  'part',
  'todo',
  'doc',
  'hourglass',
  'info',
  'next',
  'stop',
]

export function verifyPage(page: VerifyPage): VerifyParts {
  const { certificate, status, lang } = page
  const { word } = verdictWords(status, lang)
  const title = `${certificate.productName}: ${word.toLowerCase()}, ${fillIn(words.stars[lang], { n: certificate.star })} OCOP`
  const body = markup`<div class="verify">
      ${verdict(page)}${photo(page)}
      <div class="main stack-l">${ended(page)}${inHand(page)}${facts(page)}</div>
      <div class="side stack">${course(page)}${qr(page)}</div>
    </div>`
  const [before = '', after = ''] = String(body).split(TIME_MARK)
  return { title: String(frameTitle({ title, index: status.kind === 'valid' && !certificate.demo })), before, after }
}

/** The verdict in words, for the page's title and head and for the JSON. */
export function verdictWords(status: PublicStatus, lang: Language): { word: string; detail: string } {
  switch (status.kind) {
    case 'valid':
      if (status.reviewSince !== undefined)
        return {
          word: words.underReview[lang],
          detail: fillIn(words.underReviewSince[lang], { date: formatDate(status.reviewSince), until: formatDate(status.until) }),
        }
      return { word: words.valid[lang], detail: fillIn(words.validUntil[lang], { date: formatDate(status.until) }) }
    case 'expired':
      return { word: words.expired[lang], detail: fillIn(words.expiredSince[lang], { date: formatDate(status.on), days: status.daysAgo }) }
    case 'withdrawn':
      return {
        word: (status.annulled ? words.annulled : words.withdrawn)[lang],
        detail:
          status.decision !== null && status.decidedOn !== null
            ? fillIn((status.annulled ? words.annulledBy : words.withdrawnBy)[lang], {
                number: status.decision,
                date: formatDate(status.decidedOn),
              })
            : words.withdrawnPlain[lang],
      }
    case 'replaced':
      return { word: words.replaced[lang], detail: words.replacedBy[lang] }
    case 'notYet':
      return { word: words.notYet[lang], detail: fillIn(words.notYetFrom[lang], { date: formatDate(status.from) }) }
  }
}

function verdict({ certificate, status, lang, today }: VerifyPage): Markup {
  const seal = sealOf[status.kind]
  const { word, detail } = verdictWords(status, lang)
  const { place } = certificate.snapshot
  const [checked = '', on = ''] = words.checkedAt[lang].split('{time}')
  return markup`<section class="verdict verdict-${seal}" aria-label="${words.result[lang]}">
    <p class="verdict-word">${icon(`seal-${seal}`, 'seal')}<strong>${word}</strong><span>${detail}</span></p>
    <div class="verdict-body">
      ${certificate.demo ? markup`<p class="hint strong">${words.demo[lang]}</p>` : ''}
      <h1>${certificate.productName}</h1>
      <p>${stars(certificate.star, status.kind !== 'valid', lang)}</p>
      <p class="who">${certificate.producerName}<br /><span class="quiet">${place.commune}, ${place.province}</span></p>
      <p class="hint">${checked}${trusted(TIME_MARK)}${fillIn(on, { date: formatDate(today) })}</p>
    </div>
  </section>`
}

const drawnStars = new Map<string, Markup>()

function stars(count: number, was: boolean, lang: Language): Markup {
  const key = `${count}${was}${lang}`
  let drawn = drawnStars.get(key)
  if (!drawn) {
    const shapes = Array.from({ length: was ? count : 5 }, (_, index) => icon('star', index < count ? 'star' : 'star star-off'))
    drawn = markup`<span class="stars stars-l${was ? ' stars-was' : ''}"
      >${shapes}<b>${fillIn((was ? words.wasStars : words.stars)[lang], { n: count })}</b></span
    >`
    drawnStars.set(key, drawn)
  }
  return drawn
}

function photo({ certificate, status, lang }: VerifyPage): Markup | string {
  if (!certificate.hasPhoto) return ''
  const alt = certificate.snapshot.photoCaption || `${words.photoNote[lang]}: ${certificate.productName}`
  return markup`<figure>
    <img
      class="photo${status.kind === 'valid' ? '' : ' photo-ended'}"
      src="/c/${certificate.verifyCode}/anh"
      width="800"
      height="600"
      alt="${alt}"
    />
    <figcaption class="hint">${words.photoNote[lang]}</figcaption>
  </figure>`
}

/** What a reader must know first when the stars no longer hold. */
function ended({ certificate, status, lang, ground }: VerifyPage): Markup | string {
  if (status.kind === 'valid' || status.kind === 'notYet') return ''
  const note = status.kind === 'withdrawn' ? words.withdrawnNote[lang] : words.expiredNote[lang]
  const replacement = status.kind === 'replaced' ? status.by : null
  const [href, label] = replacement ? [`/c/${replacement}`, words.openNew[lang]] : ['/danh-muc', words.findValid[lang]]
  return markup`<div class="notice ${status.kind === 'withdrawn' ? 'notice-bad' : 'notice-warn'}">
    ${icon(status.kind === 'withdrawn' ? 'stop' : 'info')}
    <div>
      <p><b>${fillIn(words.noLonger[lang], { n: certificate.star })}</b></p>
      ${ground === null ? '' : markup`<p>${words.ground[lang]}: ${ground}.</p>`}
      <p>${note}</p>
      <p class="no-print"><a class="tap" href="${href}">${label}${icon('next')}</a></p>
    </div>
  </div>`
}

function inHand({ certificate, status, lang }: VerifyPage): Markup | string {
  if (status.kind !== 'valid') return ''
  const packs = certificate.snapshot.packs.map((pack) => [pack.name, pack.netContent].filter((part) => part !== '').join(' '))
  const listed = packs.map((pack, index) => markup`${index === 0 ? '' : ` ${words.or[lang]} `}<b>${pack}</b>`)
  return markup`<section class="panel">
    <h2>${words.inHand[lang]}</h2>
    <ol class="match">
      <li>
        <span>${words.nameIs[lang]} <b>${certificate.productName}</b>. ${words.nameRest[lang]}</span>
      </li>
      ${packs.length === 0 ? '' : markup`<li><span>${words.packsAre[lang]} ${listed}. ${words.packsRest[lang]}</span></li>`}
      <li>
        <span>${words.codeIs[lang]} <b class="code">${certificate.productCode}</b></span>
      </li>
    </ol>
    <p class="hint">${words.differs[lang]}</p>
  </section>`
}

function facts({ certificate, status, lang }: VerifyPage): Markup {
  const { decision, place, regulation, set, months } = certificate.snapshot
  const row = (label: string, value: Markup | string, notes: readonly string[] = []) =>
    markup`<div>
      <dt>${label}</dt>
      <dd>${value}${notes.map((note) => markup`<small>${note}</small>`)}</dd>
    </div>`
  const oldCode = certificate.productCode.split('-').length === 5
  return markup`<section>
    <h2 class="mb">${words.certificate[lang]}</h2>
    <dl class="facts">
      ${row((status.kind === 'valid' ? words.rank : words.rankWas)[lang], markup`<b>${fillIn(words.stars[lang], { n: certificate.star })}</b> OCOP`)}
      ${row(words.productCode[lang], markup`<span class="code">${certificate.productCode}</span>`, oldCode ? [words.oldCodeNote[lang]] : [])}
      ${row(words.decision[lang], fillIn(words.decisionText[lang], { number: decision.number, date: formatDate(decision.date) }), [decision.issuer])}
      ${row(words.issuedOn[lang], formatDate(certificate.issuedOn))}
      ${row(words.lastDay[lang], formatDate(certificate.lastValidOn), [fillIn(words.monthsNote[lang], { n: months })])}
      ${row(words.producer[lang], certificate.producerName)}
      ${row(words.place[lang], `${place.commune}, ${place.province}`, [
        ...nowNames(certificate.placeToday, lang),
        ...gatherOldNames(place.oldNames),
      ])}
      ${set === null ? '' : row(words.group[lang], `${set.sector}, ${set.group}`, [fillIn(words.set[lang], { no: set.no, title: set.title })])}
      ${row(words.regulation[lang], regulation.number)}
    </dl>
    <p><a class="tap" href="/san-pham/${certificate.productId}">${words.productPage[lang]}${icon('next')}</a></p>
  </section>`
}

/** The certificate keeps the unit of its day: what that is today stands beside it. */
const nowNames = (names: readonly string[], lang: Language): string[] =>
  names.length === 0 ? [] : [fillIn((names.length === 1 ? words.placeNow : words.placeSplit)[lang], { names: names.join('; ') })]

function course({ certificate, status, lang, today }: VerifyPage): Markup {
  const { decision } = certificate.snapshot
  const step = (shape: IconName, when: string, title: string, date: string, iso: string, note = '') =>
    markup`<li${when === '' ? '' : trusted(` class="${when}"`)}>${icon(shape)}<b>${title}</b><time datetime="${iso}">${date}</time>${note === '' ? '' : markup`<span class="hint">${note}</span>`}</li>`
  const recognised = step(
    'done',
    '',
    fillIn(words.recognised[lang], { n: certificate.star }),
    formatDate(certificate.issuedOn),
    certificate.issuedOn,
    fillIn(words.decisionText[lang], { number: decision.number, date: formatDate(decision.date) }),
  )
  const { word, detail } = verdictWords(status, lang)
  const now =
    status.kind === 'valid'
      ? step('part', 'now', word, fillIn(words.today[lang], { date: formatDate(today) }), today)
      : step(
          status.kind === 'withdrawn' ? 'stop' : 'hourglass',
          'now',
          word,
          fillIn(words.today[lang], { date: formatDate(today) }),
          today,
          detail,
        )
  const ahead =
    status.kind === 'valid'
      ? [
          step(
            'todo',
            'todo',
            words.renewalOpens[lang],
            fillIn(words.fromTo[lang], { from: formatDate(status.renewal.from), to: formatDate(status.renewal.to) }),
            status.renewal.from,
          ),
          step('todo', 'todo', words.ends[lang], formatDate(status.until), status.until),
        ]
      : []
  return markup`<section class="panel">
    <h2>${words.course[lang]}</h2>
    <ol class="timeline mt">
      ${recognised}${now}${ahead}
    </ol>
  </section>`
}

/** Pixels kept free for the QR code until it is drawn; the style sheet fits it to its column. */
const QR_SIDE = 104

function qr({ certificate, lang, baseUrl }: VerifyPage): Markup {
  const host = baseUrl.replace(/^https?:\/\//, '')
  return markup`<section class="panel panel-wash qr">
      <img src="/c/${certificate.verifyCode}/qr.svg" width="${QR_SIDE}" height="${QR_SIDE}" alt="${words.qrLabel[lang]}" loading="lazy" />
      <div>
        <p>${words.qrText[lang]} <b>${host}</b>; ${words.qrRest[lang]}</p>
        <p>${words.verifyCode[lang]}: <span class="code">${printedVerifyCode(certificate.verifyCode)}</span></p>
      </div>
    </section>
    <p class="no-print"><a class="tap" href="/phan-anh?ma=${certificate.verifyCode}">${icon('info')}${words.report[lang]}</a></p>
    <p class="no-print"><a class="tap" href="/c/${certificate.verifyCode}.json">${icon('doc')}${words.json[lang]}</a></p>`
}

/** What to do about a code that is not in the register. `typed` is shown back, cut and escaped. */
export function unknownPage(page: { typed: string; lang: Language; province: DeskName; assets: Assets }): Markup {
  const { typed, lang, province, assets } = page
  return frame({
    lang,
    province,
    title: `${words.unknown[lang]} · OCOP ${province.short}`,
    path: '/kiem-tra',
    icons: ['seal-unknown'],
    assets,
    index: false,
    body: markup`<div class="verify">
      <section class="verdict verdict-unknown" aria-label="${words.result[lang]}">
        <p class="verdict-word">
          ${icon('seal-unknown', 'seal')}<strong>${words.unknown[lang]}</strong><span>${words.unknownDetail[lang]}</span>
        </p>
        <div class="verdict-body"><h1 class="h3">${fillIn(words.unknownLead[lang], { code: typed })}</h1></div>
      </section>
      <section class="panel">
        <h2>${words.whatToDo[lang]}</h2>
        <ol class="match">
          <li><span>${words.doScan[lang]}</span></li>
          <li><span>${words.doType[lang]}</span></li>
          <li><span>${words.doReport[lang]}</span></li>
        </ol>
        <p class="mt"><a class="btn" href="/kiem-tra">${words.typeAgain[lang]}</a></p>
        <p><a class="tap" href="/phan-anh">${words.report[lang]}</a></p>
      </section>
    </div>`,
  })
}
