import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { declareConflict } from '#/programme/council/conflict.actions.ts'
import { itemFor, type ItemView } from '#/programme/council/item.view.ts'
import { openPack } from '#/programme/council/meeting.actions.ts'
import { changeBallot } from '#/programme/council/opinion.actions.ts'
import { saveSheet, startSheet } from '#/programme/council/sheet.actions.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { fill, words } from './council-pages.messages.ts'
import { modelOf } from './item-model.ts'
import { Scoring } from './item-scoring.tsx'
import { Steps } from './item-steps.tsx'
import { criterionAfter } from './sheet-model.ts'
import type { Route } from './+types/item.page'

export const loader = pageLoader(async ({ db, services, actor, params, now, url }) => ({
  view: await itemFor(db, services.regulations, actor, params['itemId'] ?? '', now),
  asked: url.searchParams.get('tc'),
}))

export const action = pageAction(async ({ act, form, params, db, services, actor, now }) => {
  const itemId = params['itemId'] ?? ''
  const here = `/hoi-dong/muc/${itemId}`
  const verb = form.get('_do')
  if (verb === 'none' || verb === 'conflict') {
    await act((ctx) =>
      declareConflict(ctx, itemId, {
        conflicted: verb === 'conflict' ? 'yes' : 'no',
        cause: form.get('cause'),
        detail: form.get('detail'),
      }),
    )
    return redirect(here, 303)
  }
  if (verb === 'open') {
    await act((ctx) => openPack(ctx, itemId))
    return redirect(here, 303)
  }
  if (verb === 'change') {
    await act((ctx) => changeBallot(ctx, itemId))
    return redirect(here, 303)
  }
  if (verb === 'start') {
    await act((ctx) => startSheet(ctx, itemId))
    return redirect(here, 303)
  }
  if (!form.has('_version')) throw new AppError('badRequest', { reason: '_do' })
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && /^[cnr]\./.test(name)) fields[name] = value
  const saved = await act((ctx) =>
    saveSheet(ctx, itemId, { version: Number(form.get('_version')), fields, comment: String(form.get('comment') ?? '') }),
  )
  const headers = { 'X-Version': String(saved.version) }
  const go = String(form.get('_go') ?? '')
  if (go === 'check') return redirect(`${here}/hoan-tat`, { status: 303, headers })
  const current = String(form.get('_tc') ?? '')
  let next: string | null = go === '' ? current : go
  if (go === '+') {
    const view = await itemFor(db, services.regulations, actor, itemId, now)
    next = view.kind === 'item' ? criterionAfter(modelOf(view), current) : null
  }
  return redirect(next === null || next === '' ? here : `${here}?tc=${encodeURIComponent(next)}#dang-cham`, { status: 303, headers })
})

export default function ItemPage({ loaderData: { view, asked } }: Route.ComponentProps) {
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  if (view.kind === 'recused') return <Recused view={view} />
  if (view.own?.sheet.state === 'draft' && view.mine.mayScore && view.pack) return <Scoring view={view} asked={asked} refusal={refusal} />
  return <Steps view={view} refusal={refusal} />
}

function Recused({ view }: { view: Extract<ItemView, { kind: 'recused' }> }) {
  const language = useLanguage()
  const title = fill(words.recused[language], { n: view.ordinal })
  return (
    <Page title={title} layout="measure" crumbs={[{ href: `/hoi-dong/ky-hop/${view.meetingId}`, label: words.agenda[language] }]}>
      <Notice>
        <p>{words.recusedLead[language]}</p>
      </Notice>
    </Page>
  )
}
