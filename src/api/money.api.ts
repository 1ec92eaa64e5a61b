// The programme's money: sources, lines, entries; through the verbs of the pages.
import { z } from '@hono/zod-openapi'
import { paperFile } from '#/programme/document/incoming.ts'
import {
  addEntryPapers,
  approveEntry,
  enterMoney,
  refuseEntry,
  removeEntryPaper,
  takeBackEntry,
  type TypedKind,
} from '#/programme/money/entry.actions.ts'
import { entryFor, entrySorts, listEntries } from '#/programme/money/entry.store.ts'
import { addLine, addSource, changeLine, endLine, endSource, openPlanLines } from '#/programme/money/line.actions.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { lineFor, listSources, sourceSorts, yearOverview } from '#/programme/money/money.store.ts'
import { entryKinds, entryStates, sourceKinds } from '#/programme/money/money.ts'
import { planMoney } from '#/programme/money/plan-money.store.ts'
import { must } from '#/programme/refuse.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { filesOf } from './files.ts'
import { day, id, made, newVersion, reason, record, search, typed, typedFields, upload, version } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'money'
const typedKinds = entryKinds.filter((kind): kind is TypedKind => kind !== 'transferIn')
const dong = {
  vi: 'Số tiền là số đồng nguyên. Bút toán chỉ tính khi người khác đã duyệt.',
  en: 'Amounts are whole đồng. An entry counts once another person approved it.',
}

function mustReadMoney(actor: Actor): void {
  must(readsMoney(actor, actor.authority))
}

export const moneyEndpoints: Endpoint[] = [
  list('/money/sources', {
    tag,
    title: { vi: 'Nguồn kinh phí của cơ quan', en: 'Sources of the desk' },
    query: z.strictObject({
      q: search,
      kind: z.enum(sourceKinds).optional(),
      open: z.stringbool().optional(),
      sort: z.enum(sourceSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadMoney(actor)
      const { q, kind, open, sort } = query
      return listWindow(paging, (page, perPage) =>
        listSources(db, actor, { search: q ?? '', kind: kind ?? null, open: open ?? null, sort: sort ?? 'name', page, perPage }),
      )
    },
  }),
  deed('post', '/money/sources', {
    tag,
    title: { vi: 'Thêm nguồn kinh phí', en: 'Add a source' },
    body: typedFields('kind', 'name'),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addSource(ctx, body) }),
  }),
  deed('post', '/money/sources/{sourceId}/end', {
    tag,
    title: { vi: 'Khóa nguồn kinh phí', en: 'End a source' },
    run: (ctx, { params }) => endSource(ctx, params.sourceId),
  }),
  read('/money/years/{year}', {
    tag,
    title: { vi: 'Kinh phí một năm theo khoản, theo nguồn', en: 'A year by line and by source' },
    about: dong,
    answer: record,
    run: async ({ db, actor }, { params }) => {
      mustReadMoney(actor)
      const year = Number(params.year)
      return yearOverview(db, actor, Number.isInteger(year) && year >= 0 && year <= 9999 ? year : 0)
    },
  }),
  deed('post', '/money/lines', {
    tag,
    title: { vi: 'Thêm khoản kinh phí', en: 'Add a line' },
    body: typedFields('title', 'year', 'itemCategory', 'planned'),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addLine(ctx, body) }),
  }),
  read('/money/lines/{lineId}', {
    tag,
    title: { vi: 'Một khoản kinh phí', en: 'A line with its figures' },
    answer: record,
    run: async ({ db, actor }, { params }) => lineFor(db, actor, params.lineId),
  }),
  deed('put', '/money/lines/{lineId}', {
    tag,
    title: { vi: 'Sửa khoản kinh phí', en: 'Change a line' },
    body: typedFields('title', 'year', 'itemCategory', 'planned').extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await changeLine(ctx, params.lineId, input, seen) }),
  }),
  deed('post', '/money/lines/{lineId}/end', {
    tag,
    title: { vi: 'Khóa khoản kinh phí', en: 'End a line' },
    run: (ctx, { params }) => endLine(ctx, params.lineId, { ended: true }),
  }),
  deed('post', '/money/lines/{lineId}/reopen', {
    tag,
    title: { vi: 'Mở lại khoản kinh phí', en: 'Open a line again' },
    run: (ctx, { params }) => endLine(ctx, params.lineId, { ended: false }),
  }),
  read('/money/plans/{familyId}', {
    tag,
    title: { vi: 'Kinh phí của một kế hoạch và các khoản mở theo kế hoạch', en: 'Money of a plan and the lines opened for it' },
    answer: record,
    run: async ({ db, actor }, { params }) => planMoney(db, actor, params.familyId),
  }),
  deed('post', '/money/plans/{familyId}/lines', {
    tag,
    title: { vi: 'Mở khoản theo kế hoạch', en: 'Open lines from a plan' },
    about: {
      vi: '`categories`: nội dung chi theo mã dòng kinh phí của kế hoạch; dòng không nêu thì chưa mở.',
      en: '`categories`: the item of each money row of the plan by its code; rows left out stay unopened.',
    },
    body: z.strictObject({ year: typed, categories: z.record(z.string().max(40), typed) }),
    answer: z.object({ lines: z.number().int() }),
    run: async (ctx, { params, body }) => ({ lines: await openPlanLines(ctx, params.familyId, body) }),
  }),
  list('/money/entries', {
    tag,
    title: { vi: 'Sổ bút toán', en: 'The journal' },
    about: dong,
    query: z.strictObject({
      q: search,
      kind: z.enum(entryKinds).optional(),
      state: z.enum(entryStates).optional(),
      lineId: id.optional(),
      sourceId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: z.enum(entrySorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadMoney(actor)
      const { q, kind, state, lineId, sourceId, from, to, sort } = query
      const asked = {
        search: q ?? '',
        year: null,
        kind: kind ?? null,
        state: state ?? null,
        lineId: lineId ?? null,
        sourceId: sourceId ?? null,
        from: from ?? null,
        to: to ?? null,
        sort: sort ?? ('recent' as const),
      }
      return listWindow(paging, (page, perPage) => listEntries(db, actor, { ...asked, page, perPage }))
    },
  }),
  deed('post', '/money/lines/{lineId}/entries', {
    tag,
    title: { vi: 'Ghi bút toán', en: 'Enter a movement' },
    about: dong,
    body: typedFields('sourceId', 'amount', 'onDay', 'decisionNumber', 'payee', 'answersId', 'note', 'toLineId', 'again').extend({
      kind: z.enum(typedKinds),
    }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body: { kind, ...input } }) => ({ id: await enterMoney(ctx, params.lineId, kind, input) }),
  }),
  read('/money/entries/{entryId}', {
    tag,
    title: { vi: 'Một bút toán', en: 'An entry' },
    answer: record,
    run: async ({ db, actor }, { params }) => entryFor(db, actor, params.entryId),
  }),
  deed('post', '/money/entries/{entryId}/approve', {
    tag,
    title: { vi: 'Duyệt bút toán', en: 'Approve an entry' },
    run: (ctx, { params }) => approveEntry(ctx, params.entryId),
  }),
  deed('post', '/money/entries/{entryId}/refuse', {
    tag,
    title: { vi: 'Không duyệt bút toán', en: 'Refuse an entry' },
    body: reason,
    run: (ctx, { params, body }) => refuseEntry(ctx, params.entryId, body),
  }),
  deed('post', '/money/entries/{entryId}/take-back', {
    tag,
    title: { vi: 'Rút lại bút toán', en: 'Take an entry back' },
    run: (ctx, { params }) => takeBackEntry(ctx, params.entryId),
  }),
  deed('post', '/money/entries/{entryId}/papers', {
    tag,
    title: { vi: 'Đính hồ sơ vào bút toán', en: 'Attach papers to an entry' },
    body: z.strictObject({ caption: typed, upload }),
    answer: z.object({ papers: z.array(id) }),
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields)).map((one) => paperFile(one.bytes, one.name, 'files'))),
    run: async (ctx, { params, body }, files) => ({ papers: await addEntryPapers(ctx, params.entryId, files, body.caption) }),
  }),
  deed('delete', '/money/entries/{entryId}/papers/{paperId}', {
    tag,
    title: { vi: 'Gỡ hồ sơ khỏi bút toán', en: 'Take a paper off an entry' },
    run: (ctx, { params }) => removeEntryPaper(ctx, params.entryId, params.paperId),
  }),
]
