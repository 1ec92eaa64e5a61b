// The province's settings and its calendar of days off.
import { z } from '@hono/zod-openapi'
import { changeSetting } from '#/programme/settings/settings.actions.ts'
import { maySet, settingRule } from '#/programme/settings/settings.ts'
import { presentSettings, settingHistory } from '#/programme/settings/settings.store.ts'
import { found, must } from '#/programme/refuse.ts'
import { deed, read, type Endpoint } from './endpoint.ts'
import { record } from './schemas.ts'

const tag = 'settings'

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
]
