// The descriptions against the tables they describe: a wrong column, a choice without words or a forgotten column fails here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testServices, type TestServices } from '#/testing/services.ts'
import { fieldOf, references } from './register.ts'
import { registerAt, registers } from './registers.ts'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())

const kept = [
  'id',
  'province_code',
  'authority',
  'unit_era',
  'ended_on',
  'version',
  'demo',
  'created_by',
  'created_at',
  'checked_by',
  'checked_on',
]
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test.each(registers.map((register) => [register.table, register] as const))(
  '%s says each column of its table once',
  async (table, register) => {
    const { rows } = await sql<{ name: string; nullable: string; generated: string }>`
    select column_name as name, is_nullable as nullable, is_generated as generated from information_schema.columns
     where table_schema = 'public' and table_name = ${snake(table)}`.execute(services.database.db)
    const own = rows.filter((row) => row.generated === 'NEVER' && !kept.includes(row.name)).map((row) => row.name)
    expect(register.fields.map((field) => snake(field.column)).toSorted()).toEqual(own.toSorted())
    for (const name of register.search) expect(rows.find((row) => row.name === snake(name))?.generated).toBe('ALWAYS')
    for (const field of register.fields) {
      const column = rows.find((row) => row.name === snake(field.column))
      // What may be empty is kept empty: null where the table takes it, else ''.
      const keepsNull = field.kind !== 'text' || field.orNull === true
      if (!field.required) expect([field.column, column?.nullable]).toEqual([field.column, keepsNull ? 'YES' : 'NO'])
      if (field.kind === 'commune' && field.day !== '') expect(fieldOf(register, field.day)?.kind).toBe('date')
    }
    expect(fieldOf(register, register.head)).toBeDefined()
    if (register.producer.writes) expect(references(register).find((field) => field.to === 'producer')?.required).toBe(true)
  },
)

test.each(
  registers.flatMap((register) => register.fields.flatMap((field) => (field.kind === 'choice' ? [[register.table, field] as const] : []))),
)('the choices of %s are those its table takes', async (table, field) => {
  const { rows } = await sql<{ rule: string }>`select pg_get_constraintdef(c.oid) as rule from pg_constraint c
      where c.conrelid = ${snake(table)}::regclass and c.contype = 'c'`.execute(services.database.db)
  const rule = rows.map((row) => row.rule).find((one) => one.includes(`(${field.column} =`)) ?? ''
  expect([...rule.matchAll(/'(\w+)'/g)].map((match) => String(match[1])).toSorted()).toEqual(Object.keys(field.choices).toSorted())
})

test('every register has an address of its own', () => {
  expect(new Set(registers.map((register) => register.slug)).size).toBe(registers.length)
  expect(() => registerAt('khong-co')).toThrow()
})
