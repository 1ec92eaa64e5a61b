// The province's settings and its calendar of days off.
import { z } from '@hono/zod-openapi'
import { defaultHolidays } from '#/platform/calendar/default-holidays.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { changeCalendar, mayKeepCalendar, movedByEdit, readHoliday } from '#/programme/settings/calendar.actions.ts'
import { markOf } from '#/programme/settings/deadlines.ts'
import { kindWords, yearOf } from '#/programme/settings/holidays.ts'
import { named, ownHolidays } from '#/programme/settings/holidays.store.ts'
import { changeSetting } from '#/programme/settings/settings.actions.ts'
import { maySet, settingRule } from '#/programme/settings/settings.ts'
import { presentSettings, settingHistory } from '#/programme/settings/settings.store.ts'
import { found, must } from '#/programme/refuse.ts'
import { calendarOf } from '#/programme/reference.ts'
import { deed, read, type Endpoint } from './endpoint.ts'
import { id, record, typedFields } from './schemas.ts'

const tag = 'settings'
const edit = {
  set: z
    .array(typedFields('date', 'kind', 'name', 'source'))
    .max(200)
    .default([]),
  remove: z.array(z.iso.date()).max(200).default([]),
}

export const settingEndpoints: Endpoint[] = [
  read('/settings', {
    tag,
    title: { vi: 'Các thiết lập của tỉnh và căn cứ', en: 'The province’s settings and what they stand on' },
    answer: record,
    run: async ({ db, actor }) => {
      must(maySet(actor, actor.provinceCode))
      const present = await presentSettings(db, actor.provinceCode)
      return {
        items: present.map(({ rule: { key, title, meaning, source, effect, takes, fallback }, value, isSet, since, by }) => ({
          key,
          title,
          meaning,
          source,
          effect,
          takes,
          fallback,
          value,
          isSet,
          since,
          by,
        })),
      }
    },
  }),
  read('/settings/{key}', {
    tag,
    title: { vi: 'Một thiết lập với các lần sửa', en: 'A setting with its changes' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      must(maySet(actor, actor.provinceCode))
      const rule = found(settingRule(params.key))
      const present = found((await presentSettings(db, actor.provinceCode)).find((one) => one.rule.key === rule.key))
      return { key: rule.key, title: rule.title, value: present.value, changes: await settingHistory(db, actor.provinceCode, rule.key) }
    },
  }),
  deed('put', '/settings/{key}', {
    tag,
    title: { vi: 'Sửa một thiết lập, có lý do', en: 'Change a setting, with a reason' },
    body: z.strictObject({ value: z.union([z.string(), z.number()]), reason: z.string() }),
    run: (ctx, { params, body }) => changeSetting(ctx, params.key, body),
  }),
  read('/calendar', {
    tag,
    title: { vi: 'Lịch ngày nghỉ của một năm', en: 'The days off of a year' },
    query: z.strictObject({ year: z.coerce.number().int().min(2020).max(2060).optional() }),
    answer: record,
    run: async ({ db, now }, { query }) => {
      const calendar = await calendarOf(db)
      const year = query.year ?? Number(plainDateOf(now).slice(0, 4))
      return {
        year,
        kinds: kindWords,
        from: calendar.from,
        until: calendar.until,
        items: yearOf(year, defaultHolidays(), await ownHolidays(db)),
      }
    },
  }),
  deed('post', '/calendar/preview', {
    tag,
    title: { vi: 'Các hạn đã giao sẽ lùi nếu sửa lịch như vậy', en: 'The promised days an edit would move' },
    about: { vi: 'Không lưu gì. `seen` gửi lại khi sửa thật.', en: 'Saves nothing. Send `seen` back with the edit.' },
    body: z.strictObject(edit),
    answer: record,
    run: async (ctx, { body }) => {
      must(mayKeepCalendar(ctx.actor, ctx.config.provinceCode))
      const moved = await movedByEdit(ctx.tx, { set: body.set.map(readHoliday), remove: body.remove })
      return { seen: markOf(moved), items: (await named(ctx.tx, moved)).map(({ period: _period, ...shown }) => shown) }
    },
  }),
  deed('post', '/calendar', {
    tag,
    title: { vi: 'Thêm, sửa, bỏ ngày nghỉ, có lý do', en: 'Add, change or remove days off, with a reason' },
    about: {
      vi: 'Hạn trong `move` (subjectId) được lùi, hạn khác giữ nguyên.',
      en: 'The days named in `move` (subjectId) become later, the others stay.',
    },
    body: z.strictObject({ ...edit, reason: z.string(), seen: z.string().max(40).default(''), move: z.array(id).max(5000).default([]) }),
    answer: z.object({ moved: z.number().int() }),
    run: (ctx, { body: { set, remove, ...confirmed } }) => changeCalendar(ctx, { set: set.map(readHoliday), remove }, confirmed),
  }),
]
