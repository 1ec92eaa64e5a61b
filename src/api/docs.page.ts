// GET /api/docs — the OpenAPI document as a page anyone can read: no script, no outside file.
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { markup, type Markup } from '#/app/public/markup.ts'
import { assetsOf, frame } from '#/app/public/verify.frame.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { reader, type Services } from '#/programme/context.ts'
import { deskName } from '#/programme/people/desk.name.ts'
import { eraOf } from '#/programme/units/units.ts'
import { docsMessages as words } from './docs.messages.ts'
import { tags } from './openapi.ts'

type Lang = 'vi' | 'en'
type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  description?: string
}
type Operation = {
  tags: string[]
  summary: string
  description?: string
  security?: unknown[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
export type Document = { info: { version: string }; paths: Record<string, Record<string, Operation>> }

export function docsRoutes(services: Services, document: () => Document, options: { buildDir?: string | undefined } = {}): Hono {
  const app = new Hono()
  const assets = assetsOf(options.buildDir ?? 'build')
  const pages = new Map<Lang, string>()
  app.get('/', async (c) => {
    const asked = c.req.query('lang')
    const lang: Lang = asked === 'en' || asked === 'vi' ? asked : getCookie(c, 'lang') === 'en' ? 'en' : 'vi'
    const province = await deskName(reader(services), services.config.provinceCode, eraOf(plainDateOf(services.clock.now())))
    const page =
      pages.get(lang) ??
      String(
        frame({
          lang,
          province,
          title: words.title[lang],
          path: '/api/docs',
          icons: [],
          assets,
          index: true,
          body: docsBody(document(), lang, services.config.baseUrl),
        }),
      )
    pages.set(lang, page)
    return c.html(page, 200, { 'Cache-Control': 'public, max-age=300', Vary: 'Cookie' })
  })
  return app
}

function docsBody(document: Document, lang: Lang, baseUrl: string): Markup {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = Object.entries(tags)
    .map(([name, title]) => ({ name, title: title[lang], rows: operations.filter((row) => row.operation.tags.includes(name)) }))
    .filter((group) => group.rows.length > 0)
  return markup`<div class="stack">
    <h1>${words.title[lang]}</h1>
    <p class="lead">${words.lead[lang]}<a href="/api/v1/openapi.json">openapi.json</a></p>
    <h2>${words.start[lang]}</h2>
    <p>${words.startText[lang]}</p>
    <h2>${words.rules[lang]}</h2>
    <ul>
      ${words.ruleList[lang].map((rule) => markup`<li>${rule}</li>`)}
    </ul>
    <h2>${words.contents[lang]}</h2>
    <ul>
      ${groups.map((group) => markup`<li><a href="#${group.name}">${group.title}</a> (${group.rows.length})</li>`)}
    </ul>
    ${groups.map(
      (group) =>
        markup`<section class="stack" aria-labelledby="${group.name}">
          <h2 id="${group.name}">${group.title}</h2>
          ${group.rows.map((row) => operationPart(row, lang, baseUrl))}
        </section>`,
    )}
  </div>`
}

function operationPart(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  lang: Lang,
  baseUrl: string,
): Markup {
  const [english, ...about] = (operation.description ?? '').split('\n\n')
  const title = lang === 'vi' ? operation.summary : (english ?? operation.summary)
  // Sentences come in pairs: Vietnamese, English.
  const more = about[lang === 'vi' ? 0 : 1] ?? ''
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  const body = Object.entries(operation.requestBody?.content ?? {})[0]
  return markup`<details class="panel">
    <summary>
      <code class="code">${method.toUpperCase()} ${path}</code>
      ${title}${operation.security ? '' : markup` <small>(${words.open[lang]})</small>`}
    </summary>
    <div class="stack">
      ${more === '' ? '' : markup`<p>${more}</p>`}
      <p><code class="code">${baseUrl}/api/v1${path}</code></p>
      ${
        query.length === 0
          ? ''
          : fieldList(
              words.query[lang],
              query.map((one) => ({ name: one.name, schema: one.schema ?? {}, required: one.required ?? false })),
              lang,
            )
      }
      ${body ? fieldList(`${words.fields[lang]} (${body[0]})`, fieldsIn(body[1].schema), lang) : ''}
      <p>${words.answers[lang]}: ${Object.keys(operation.responses).join(', ')}</p>
    </div>
  </details>`
}

type FieldLine = { name: string; schema: Schema; required: boolean }

function fieldsIn(schema: Schema): FieldLine[] {
  return Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    schema: one,
    required: schema.required?.includes(name) ?? false,
  }))
}

function fieldList(title: string, fields: readonly FieldLine[], lang: Lang): Markup {
  return markup`<h3>${title}</h3>
    <ul>
      ${fields.map(
        (field) =>
          markup`<li>
            <code class="code">${field.name}</code>
            ${typeText(field.schema)}${field.required ? markup` <b>${words.needed[lang]}</b>` : ''}${field.schema.description ? markup` · ${field.schema.description}` : ''}
          </li>`,
      )}
    </ul>`
}

function typeText(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeText))].join(' | ')
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'object')
  if (type === 'array') return `[${schema.items ? typeText(schema.items) : ''}]`
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return schema.format ? `${type} (${schema.format})` : type
}
