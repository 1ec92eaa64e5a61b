import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { startDossier } from '#/programme/dossier/dossier.actions.ts'
import { dossierKinds, openKinds, setsUnder } from '#/programme/dossier/open.kind.ts'
import { finalStates, stateWords, type DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { versionFrom } from '#/programme/fields.ts'
import { cycleOf } from '#/programme/idea/return.ts'
import { addPhoto, editProduct, removePhoto } from '#/programme/product/product.actions.ts'
import { ownProduct } from '#/programme/product/product.store.ts'
import { setOf } from '#/programme/product/set-finder.ts'
import { found } from '#/programme/refuse.ts'
import { CycleStrip } from '../idea/cycle-strip.tsx'
import { words as ideaWords } from '../idea/idea.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { State } from '../ui/state.tsx'
import { incomingPhotos, textsOf } from './incoming.server.ts'
import { startWords, words as laterWords } from './later.messages.ts'
import { packsOf, ProductFields } from './product-fields.tsx'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/product.page'

export const loader = pageLoader(async ({ db, actor, services, params, url, lang, now }) => {
  const product = found(await ownProduct(db, actor, params['id'] ?? ''))
  const { regulation } = services.regulations.get(product.regulationId)
  const set = product.setNo === null ? undefined : setOf(regulation, product.setNo)
  const dossier = await db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .where('productId', '=', product.id)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const state = dossier?.state as DossierState | undefined
  const today = plainDateOf(now)
  const pack = services.regulations.forDay(today)
  const open = await openKinds(db, product, pack, today)
  const sets = await setsUnder(services.regulations, product, pack)
  return {
    id: product.id,
    version: product.version,
    name: product.name,
    description: product.description,
    packs: product.packs.map(({ name, netContent, barcode }) => ({ name, netContent, barcode })),
    photos: product.photos.map((photo) => ({ id: photo.id, caption: photo.caption })),
    setNo: product.setNo,
    setTitle: set?.title[lang] ?? null,
    regulation: regulation.number,
    dossier: dossier && state ? { id: dossier.id, state } : null,
    mayStart: state === undefined || finalStates.includes(state),
    sets:
      sets.length > 1
        ? sets.map((one) => ({ value: String(one), label: `${one}. ${setOf(pack.regulation, one)?.title[lang] ?? ''}` }))
        : [],
    startsUnder: { regulation: pack.regulation.number, set: sets.length === 1 ? (sets[0] ?? 0) : (product.setNo ?? 0) },
    kinds: dossierKinds.filter((kind) => open.kinds[kind].open),
    held: open.held ? { star: open.held.star, until: formatDate(open.held.lastValidOn), over: open.held.lastValidOn < today } : null,
    window:
      open.window === null
        ? null
        : {
            from: open.window.from === null ? '' : formatDate(open.window.from),
            to: formatDate(open.window.to),
            late: open.window.lateTo === null ? null : formatDate(open.window.lateTo),
          },
    cycle: await cycleOf(db, product.id),
    saved: url.searchParams.has('da-luu'),
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'start')
    return saved(`/ho-so/${await act((ctx) => startDossier(ctx, id, texts['kind'] || 'first', texts['setNo']))}`)
  if (texts['deed']?.startsWith('removePhoto:')) {
    await act((ctx) => removePhoto(ctx, id, texts['deed']?.slice('removePhoto:'.length) ?? ''))
    return saved(`/san-pham-cua-toi/${id}#anh`)
  }
  if (texts['deed'] === 'photos') {
    const photos = await incomingPhotos(page, form, 'photos')
    for (const photo of photos) await act((ctx) => addPhoto(ctx, id, photo))
    return saved(`/san-pham-cua-toi/${id}#anh`)
  }
  const version = await act((ctx) => editProduct(ctx, id, { ...texts, packs: packsOf(texts) }, versionFrom(form.get('_version'))))
  return saved(`/san-pham-cua-toi/${id}?da-luu`, version)
})

export default function ProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, photos, setNo, setTitle, dossier, held } = loaderData
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const ofPhotos = refusal?.values['deed'] === 'photos'
  return (
    <Page title={name} crumbs={[{ href: '/san-pham-cua-toi', label: words.products[language] }]} layout="measure">
      {loaderData.saved ? (
        <Notice kind="good" announce>
          {words.saved[language]}
        </Notice>
      ) : null}
      <CycleStrip cycle={loaderData.cycle} productId={id} />
      {refusal && refusal.values['deed'] === 'start' ? (
        <Notice kind="bad" title={refusal.summary} announce>
          <p>{refusal.next}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          {
            label: words.set[language],
            value: setNo === null ? words.noSet[language] : `${setNo}. ${setTitle ?? ''}`,
            action: {
              href: `/san-pham-cua-toi/${id}/bo-san-pham?q=${encodeURIComponent(name)}`,
              label: setNo === null ? words.findSet[language] : words.changeSet[language],
            },
          },
          ...(held === null
            ? []
            : [
                {
                  label: laterWords.held[language],
                  value: fill((held.over ? laterWords.heldOver : laterWords.heldText)[language], { star: held.star, until: held.until }),
                },
              ]),
          ...(loaderData.window === null
            ? []
            : [
                {
                  label: laterWords.window[language],
                  value: fill((loaderData.window.late === null ? laterWords.windowText : laterWords.windowLate)[language], {
                    ...loaderData.window,
                    late: loaderData.window.late ?? '',
                  }),
                },
              ]),
          ...(dossier === null
            ? []
            : [
                {
                  label: words.currentDossier[language],
                  value: <State kind={stateWords[dossier.state].mark}>{stateWords[dossier.state][language]}</State>,
                  action: { href: `/ho-so/${dossier.id}`, label: words.view[language] },
                },
              ]),
        ]}
      />
      {loaderData.cycle.comesBackFrom === null ? null : (
        <p>
          <ButtonLink kind="quiet" href={`/ho-so/${loaderData.cycle.comesBackFrom}/dang-ky-lai`}>
            {ideaWords.again[language]}
          </ButtonLink>
        </p>
      )}
      {loaderData.mayStart && setNo !== null
        ? loaderData.kinds.map((kind) => (
            <Form key={kind} className="stack" scope={kind}>
              <input type="hidden" name="kind" value={kind} />
              <p className="hint">
                {kind === 'first'
                  ? fill(words.startLead[language], loaderData.startsUnder)
                  : kind === 'upgrade'
                    ? laterWords.upgradeLead[language]
                    : laterWords.renewalLead[language]}
              </p>
              {loaderData.sets.length > 0 ? <Select name="setNo" label={laterWords.chooseSet[language]} choices={loaderData.sets} /> : null}
              <div>
                <Button name="deed" value="start" kind={kind === 'upgrade' ? 'quiet' : 'primary'}>
                  {startWords[kind][language]}
                </Button>
              </div>
            </Form>
          ))
        : null}
      {setNo === null ? (
        <p>
          <ButtonLink href={`/san-pham-cua-toi/${id}/bo-san-pham?q=${encodeURIComponent(name)}`}>{words.findSet[language]}</ButtonLink>
        </p>
      ) : null}
      <Form refusal={ofPhotos || refusal?.values['deed'] === 'start' ? undefined : refusal} version={loaderData.version}>
        <ErrorSummary />
        <input type="hidden" name="setNo" value={setNo ?? ''} />
        <ProductFields name={name} description={loaderData.description} packs={loaderData.packs} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
      <section className="stack" id="anh" aria-labelledby="anh-tieu-de">
        <h2 id="anh-tieu-de">{words.photos[language]}</h2>
        {photos.length === 0 ? <p className="hint">{words.noPhotos[language]}</p> : null}
        <ul className="evidences">
          {photos.map((photo, index) => (
            <li className="evidence" key={photo.id}>
              <img className="thumb" src={`/tep/anh/${photo.id}`} width={56} height={74} alt={`${name}, ${index + 1}`} loading="lazy" />
              <form method="post" className="do">
                <Button kind="danger" small name="deed" value={`removePhoto:${photo.id}`}>
                  {words.remove[language]}
                  <span className="vh"> {index + 1}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
        <Form refusal={ofPhotos ? refusal : undefined} upload>
          <input type="hidden" name="deed" value="photos" />
          <FileField
            name="photos"
            label={words.addPhotos[language]}
            hint={words.photosHint[language]}
            accept="image/jpeg,image/png,image/webp"
            multiple
            resumable
          />
          <div>
            <Button kind="quiet" icon="camera">
              {words.addPhotos[language]}
            </Button>
          </div>
        </Form>
      </section>
    </Page>
  )
}
