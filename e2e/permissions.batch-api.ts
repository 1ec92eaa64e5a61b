// The API's rows of batches. A verb takes its line from the pages' table: one right, two doors.
import { batchInput } from '#/programme/batch/batch.fixture.ts'
import { batchPageRows, batchReadRows } from './permissions.batch.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

function door(verb: string, path: string, page: string, at: (given: Given) => string, json?: unknown): Row {
  const row = batchPageRows.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const send = { method: verb, ...(json === undefined ? {} : { json }) }
  return press(`${verb} ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
  })
}

function see(path: string, page: string, at: (given: Given) => string): Row {
  const row = batchReadRows.find((one) => one.verb === page)
  if (!row) throw new Error(`no page row for ${page}`)
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, row.allowed.join(' '))
}

const one = '/batches/{batchId}'
const at =
  (which: 'draft' | 'published', tail = '') =>
  (given: Given) =>
    `/batches/${given.batch[which]}${tail}`

export const batchApiRows: Row[] = [
  see('/traces/{code}', 'see the trace of a batch', (given) => `/traces/${given.batch.code}`),
  see('/batches', 'see /lo-san-xuat', () => '/batches'),
  see(one, 'see a batch', at('published')),
  door('POST', '/products/{productId}/batches', 'addBatch', (given) => `/products/${given.batch.product}/batches`, {
    ...batchInput,
    number: 'API',
  }),
  door('PUT', one, 'changeBatch', at('draft'), { version: 1, fields: { ...batchInput, number: 'Khác' } }),
  door('POST', `${one}/publish`, 'publishBatch', at('draft', '/publish')),
  door('POST', `${one}/correct`, 'correctBatch', at('published', '/correct'), { correction: 'Sai ngày.' }),
  door('POST', `${one}/recall`, 'recallBatch', at('published', '/recall'), { reason: 'Nhiễm bẩn.' }),
]
