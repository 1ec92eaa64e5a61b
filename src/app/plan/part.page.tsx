import { versionFrom } from '#/programme/fields.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { partKinds, removePart, savePart, type PartKind } from '#/programme/programme-plan/part.actions.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { relatedPlans } from '#/programme/programme-plan/related.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { MoneyFields, ProductFields } from './annex-fields.tsx'
import { words } from './plan.messages.ts'
import { TargetFields } from './target-fields.tsx'
import { TaskFields } from './task-fields.tsx'
import type { Route } from './+types/part.page'

/** The kinds as their addresses call them. */
const kindOf: Readonly<Record<string, PartKind>> = { 'chi-tieu': 'target', 'nhiem-vu': 'task', 'kinh-phi': 'money', 'san-pham': 'product' }
const NEW = 'them'

function placeOf(params: Record<string, string | undefined>): { kind: PartKind; key: string | null } {
  const kind = found(partKinds.find((one) => one === kindOf[params['kind'] ?? '']))
  return { kind, key: params['key'] === NEW ? null : (params['key'] ?? null) }
}

export const loader = pageLoader(async ({ db, actor, params, lang }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.edit)
  const { kind, key } = placeOf(params)
  const parts = await partsOf(db, plan.id)
  const keyed = {
    target: parts.targets.find((one) => one.code === key),
    task: parts.tasks.find((one) => one.code === key),
    money: parts.money.find((one) => one.code === key),
    product: parts.products[Number(key) - 1],
  }
  if (key !== null) found(keyed[kind])
  const { parent } = kind === 'target' ? await relatedPlans(db, actor, plan) : { parent: null }
  return {
    plan,
    parts,
    kind,
    isNew: key === null,
    target: key === null ? null : (keyed.target ?? null),
    task: key === null ? null : (keyed.task ?? null),
    money: key === null ? null : (keyed.money ?? null),
    product: key === null ? null : (keyed.product ?? null),
    above: parent ? (await partsOf(db, parent.id)).targets.map(({ code, title }) => ({ code, title })) : [],
    indicators: kind === 'target' ? Object.values(indicators).map((one) => ({ value: one.id, label: one.title[lang] })) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const { kind, key } = placeOf(params)
  const version = versionFrom(form.get('_version'))
  if (form.get('deed') === 'remove' && key !== null) await act((ctx) => removePart(ctx, id, { kind, key }, version))
  else await act((ctx) => savePart(ctx, id, { kind, key }, { ...textsOf(form), sources: form.getAll('sources') }, version))
  return saved(`/ke-hoach/${id}#${params['kind'] ?? ''}`)
})

const addWords = { target: words.addTarget, task: words.addTask, money: words.addMoney, product: words.addProduct }

export default function PartPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, parts, kind, isNew, target, task, money, product, above } = loaderData
  const title = isNew
    ? addWords[kind][language]
    : `${words.change[language]}: ${target?.title ?? task?.title ?? money?.title ?? product?.productName ?? ''}`
  return (
    <Page title={title} crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]} layout="measure">
      <Form refusal={refusalOf(actionData, 'save')} version={plan.version} scope="save">
        <ErrorSummary />
        <input type="hidden" name="deed" value="save" />
        {kind === 'target' ? <TargetFields old={target} parts={parts} above={above} indicators={loaderData.indicators} /> : null}
        {kind === 'task' ? <TaskFields old={task} parts={parts} /> : null}
        {kind === 'money' ? <MoneyFields old={money} parts={parts} /> : null}
        {kind === 'product' ? <ProductFields old={product} /> : null}
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
      {isNew ? null : (
        <Form refusal={refusalOf(actionData, 'remove')} version={plan.version} scope="remove">
          <ErrorSummary />
          <input type="hidden" name="deed" value="remove" />
          <div>
            <Button kind="danger" small>
              {words.remove[language]}
            </Button>
          </div>
        </Form>
      )}
    </Page>
  )
}
