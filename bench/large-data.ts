// A full register in a few set-based statements: 20,000 products of 6,000 producers with 60,000 certificates, 3,800 dossiers, a long ledger.
import { createHash } from 'node:crypto'
import type { OpenDatabase } from '#/platform/database/open.ts'
import type { Services } from '#/programme/context.ts'
import { filedDossier } from '#/programme/dossier/dossier.fixture.ts'
import { closeResult, closeScoring } from '#/programme/council/closing.actions.ts'
import { itemInSession } from '#/programme/council/closing.fixture.ts'
import { meetingInSession, votingPeople, type MeetingFixture } from '#/programme/council/council.fixture.ts'
import { actAs, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { families, forms, given, kinds, products } from './large-names.ts'
import { makeRegisters } from './large-registers.ts'

export const size = {
  producers: 6_000,
  products: 20_000,
  certificates: 60_000,
  /** Recognised ones; each has its certificate. */
  closedDossiers: 2_000,
  /** On their way, in every state from filed to the agenda; 300 of them in phường Sầm Sơn. */
  openDossiers: 1_800,
  ledger: 60_000,
  notices: 5_000,
}
/** Producers that sit in one commune, so that one inbox is long. */
const inOneCommune = 300

/** `id('product', 'g.i')`: a key computed from the kind and a number, in growing order as UUID v7 are. */
const id = (kind: keyof typeof kindDigit, number: string) =>
  `('019a0000-000${kindDigit[kind]}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const kindDigit = { producer: 1, product: 2, certificate: 3, dossier: 4, submission: 5, pack: 6, clock: 7, notice: 8, report: 9 } as const

/** The code behind the QR of certificate number n: sixteen signs of the verification alphabet. */
export function verifyCodeOf(n: number): string {
  return createHash('md5').update(`c${n}`).digest('hex').slice(0, 16).toUpperCase().replaceAll('0', 'G').replaceAll('1', 'H')
}
const verifyCode = (n: string) => `translate(upper(substr(md5('c' || ${n}), 1, 16)), '01', 'GH')`

/** Addresses' ids of one thing of each kind, for the pages that are visited. */
export type Places = {
  meetingId: string
  itemId: string
  /** In phường Sầm Sơn, with the commune; proposed to the province; taken into the round. */
  filed: string
  proposed: string
  accepted: string
  productIds: string[]
  /** Dossiers closed by the chair through both presses, and the time it took; null where a verb refused. */
  closing: { dossiers: number; members: number; ms: number } | null
}

/** The register a database was filled with before, or a new one. */
export async function largeData(services: Services): Promise<Places> {
  const kept = await services.database.db.selectFrom('setting').select('value').where('key', '=', 'bench.places').executeTakeFirst()
  return kept ? (kept.value as Places) : loadLargeData(services)
}

/** Loads everything into an empty, migrated database. The accounts are the test world's and have the test password. */
async function loadLargeData(services: Services): Promise<Places> {
  const world = await makeWorld(services)
  const template = await filedDossier(world)
  const { database } = services
  await quickly(database, 'producer', () => makeProducers(database))
  await quickly(database, 'product', () => makeProducts(database))
  await makeDossiers(database, world, template.dossierId)
  await quickly(database, 'certificate', () => makeCertificates(database))
  await makeRegisters(database)
  await quickly(database, 'audit_entry', () => makeTraces(database, world))
  // PGlite has no autovacuum worker; a register of this size was vacuumed and analysed long ago.
  await database.run('vacuum analyze certificate')
  await database.run('analyze')
  const meeting = await meetingInSession(world, [{}])
  const inState = async (state: string) => {
    const { rows } = await database.run(`select id from dossier where state = $1 and commune_code = '${SAM_SON}' order by id limit 1`, [
      state,
    ])
    return (rows[0] as { id: string }).id
  }
  const { rows } = await database.run(`select id from product where province_code = '38' order by md5(id::text) limit 40`)
  const places: Places = {
    meetingId: meeting.meetingId,
    itemId: meeting.items[0] ?? '',
    filed: await inState('filed'),
    proposed: await inState('proposed'),
    accepted: await inState('accepted'),
    productIds: (rows as { id: string }[]).map((row) => row.id),
    closing: await closeDossiers(world, meeting, 10),
  }
  await database.run(`insert into setting (authority, key, value, updated_at) values ('38', 'bench.places', $1, now())`, [
    JSON.stringify(places),
  ])
  return places
}

/** The chair closes scoring and result of dossiers whose sheets are all final. Making the sheets is not counted. */
async function closeDossiers(world: World, meeting: MeetingFixture, count: number): Promise<Places['closing']> {
  let ms = 0
  for (let index = 0; index < count; index++) {
    const { itemId } = await itemInSession(world, meeting)
    const started = performance.now()
    try {
      await actAs(world, 'seat1', (ctx) => closeScoring(ctx, itemId))
      await actAs(world, 'seat1', (ctx) => closeResult(ctx, itemId))
    } catch (error) {
      console.error('closing refused:', error)
      return null
    }
    ms += performance.now() - started
  }
  return { dossiers: count, members: votingPeople.length, ms }
}

/** Fills a table without its search indexes and foreign key checks, then puts them back: a tenth of the time. */
async function quickly({ run }: OpenDatabase, table: string, fill: () => Promise<void>): Promise<void> {
  const { rows } = await run(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = 'public' and i.tablename = $1 and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`,
    [table],
  )
  const indexes = rows as { name: string; definition: string }[]
  for (const { name } of indexes) await run(`drop index ${name}`)
  await run(`alter table ${table} disable trigger all`)
  await fill()
  await run(`alter table ${table} enable trigger all`)
  for (const { definition } of indexes) await run(definition)
}

async function makeProducers({ run }: OpenDatabase): Promise<void> {
  await run(
    `with place as (
       select province_code, code, name, row_number() over (order by province_code <> '38', code) - 1 as n from unit where era = 'e2025' and level = 'commune'
     ), words as (select $1::jsonb as family, $2::jsonb as given, $3::jsonb as form)
     insert into producer (id, province_code, unit_era, commune_code, address_line, name, legal_form, tax_code, head_name, head_post, phone, workers_total,
       workers_local, history, structure, created_at, updated_at)
     select ${id('producer', 'g.i')}, p.province_code, 'e2025', p.code, 'Thôn ' || (1 + g.i % 9), f.form ->> 1 || ' ' ||
         case when f.form ->> 0 = 'productionHousehold' then h.head else p.name || ' ' || (w.given ->> (g.i * 7 % jsonb_array_length(w.given))) end,
       f.form ->> 0, (2800000000 + g.i)::text, h.head, 'Chủ cơ sở', '09' || lpad(g.i::text, 8, '0'), 4 + g.i % 40, 3 + g.i % 30,
       repeat('Cơ sở làm nghề từ đời ông cha, nay bán ra nhiều tỉnh. ', 6), repeat('Tổ sản xuất, tổ bán hàng. ', 3),
       now() - interval '3 years', now() - interval '3 years'
     from words w cross join generate_series(1, ${size.producers}) as g(i)
     cross join lateral (select w.form -> (g.i % jsonb_array_length(w.form)) as form) f
     cross join lateral (select (w.family ->> (g.i % jsonb_array_length(w.family))) || ' ' || (w.given ->> (g.i * 11 % jsonb_array_length(w.given))) as head) h
     join place p on p.n = case when g.i <= ${inOneCommune} then (select n from place where code = '${SAM_SON}')
                                when g.i % 10 = 0 then 166 + g.i % 600 else g.i % 166 end`,
    [JSON.stringify(families), JSON.stringify(given), JSON.stringify(forms)],
  )
}

async function makeProducts({ run }: OpenDatabase): Promise<void> {
  await run(
    `with words as (select $1::jsonb as product, $2::jsonb as kind, $3::jsonb as given)
     insert into product (id, province_code, producer_id, name, description, regulation_id, set_no, serial_no, created_at, updated_at)
     select ${id('product', 'g.i')}, o.province_code, o.id,
       (w.product ->> (g.i % jsonb_array_length(w.product))) || ' ' || (w.kind ->> (g.i * 13 % jsonb_array_length(w.kind))) || ' ' ||
         (w.given ->> (g.i * 17 % jsonb_array_length(w.given))) || ' ' || (w.given ->> (g.i * 5 % jsonb_array_length(w.given))),
       repeat('Làm từ nguyên liệu của địa phương theo cách truyền thống, đóng gói kín. ', 3), 'qd-26-2026', 1 + g.i % 26, g.i,
       now() - interval '3 years', now() - interval '3 years'
     from words w cross join generate_series(1, ${size.products}) as g(i)
     join producer o on o.id = ${id('producer', `1 + (g.i - 1) % ${size.producers}`)}`,
    [JSON.stringify(products), JSON.stringify(kinds), JSON.stringify(given)],
  )
  await run(`insert into product_pack (id, product_id, name, net_content, ordinal)
    select ${id('pack', 'g.i * 2 + k.k')}, ${id('product', 'g.i')}, 'Chai thủy tinh', (250 * k.k) || ' ml', k.k
    from generate_series(1, ${size.products}) as g(i) cross join generate_series(1, 2) as k(k)`)
}

/** Copies of one dossier that was filed through the real code, so that snapshots and answers have their true size. */
async function makeDossiers({ run }: OpenDatabase, world: World, templateId: string): Promise<void> {
  const roundId = '019a0000-000a-7000-8000-000000000001'
  const { current } = world.services.regulations
  await run(
    `insert into round (id, authority, year, ordinal, name, regulation_id, regulation_hash, opens_on, proposals_due_on, closes_on, state, created_at)
     values ($1, '38', extract(year from current_date)::int, 9, 'Đợt đo', $2, $3, current_date - 60, current_date + 20, current_date + 90, 'open', now())`,
    [roundId, current.id, current.hash],
  )
  const numbers = `(select i, case when i <= ${size.closedDossiers} then i else 12000 + i - ${size.closedDossiers} end as product_no
    from generate_series(1, ${size.closedDossiers + size.openDossiers}) as i)`
  const states = `array['filed', 'filed', 'communeSupplement', 'reported', 'proposed', 'accepted', 'accepted', 'onAgenda', 'provinceSupplement']`
  await run(
    `insert into dossier (id, province_code, authority, unit_era, commune_code, producer_id, product_id, kind, regulation_id, regulation_hash, set_no, state, round_id, cases,
       registration, report, slip_number, filed_at, proposed_at, accepted_at, created_at, updated_at)
     select ${id('dossier', 'n.i')}, o.province_code, o.province_code, o.unit_era, o.commune_code, o.id, p.id, 'first', t.regulation_id, t.regulation_hash, t.set_no, s.state,
       case when s.state in ('accepted', 'onAgenda') then $1::uuid end, t.cases, t.registration, t.report, n.i || '/PĐK',
       now() - (n.i % 50) * interval '1 day', case when s.state not in ('filed', 'communeSupplement', 'reported') then now() - (n.i % 9) * interval '1 day' end,
       case when s.state in ('accepted', 'onAgenda', 'recognised') then now() end, now() - interval '90 days', now() - (n.i % 40) * interval '1 day'
     from dossier t cross join ${numbers} n join product p on p.id = ${id('product', 'n.product_no')} join producer o on o.id = p.producer_id
     cross join lateral (select case when n.i <= ${size.closedDossiers} then 'recognised' else (${states})[1 + n.i % 9] end as state) s
     where t.id = $2`,
    [roundId, templateId],
  )
  await run(
    `insert into dossier_submission (id, dossier_id, ordinal, format, snapshot, snapshot_hash, regulation_hash, receipt_number, filed_by, filed_at)
     select ${id('submission', 'n.i')}, d.id, 1, t.format, t.snapshot || jsonb_build_object(
         'product', t.snapshot -> 'product' || jsonb_build_object('id', d.product_id, 'name', p.name),
         'producer', t.snapshot -> 'producer' || jsonb_build_object('id', o.id, 'name', o.name, 'communeCode', o.commune_code)),
       t.snapshot_hash, t.regulation_hash, n.i || '/TN', t.filed_by, d.filed_at
     from dossier_submission t cross join ${numbers} n join dossier d on d.id = ${id('dossier', 'n.i')}
     join product p on p.id = d.product_id join producer o on o.id = d.producer_id
     where t.dossier_id = $1`,
    [templateId],
  )
  const open = `d.id >= ${id('dossier', `${size.closedDossiers + 1}`)} and d.id <> $1`
  await run(
    `insert into dossier_answer (dossier_id, criterion, option, description, updated_at)
     select d.id, a.criterion, a.option, a.description, d.updated_at from dossier d, dossier_answer a where a.dossier_id = $1 and ${open}`,
    [templateId],
  )
  await run(
    `insert into dossier_clock (id, dossier_id, kind, days, day_kind, started_at, due_on, stopped_at, outcome)
     select ('019a0000-0007' || substr(d.id::text, 14))::uuid, d.id, c.kind, c.days, c.day_kind, d.filed_at, (d.filed_at + interval '21 days')::date,
       case when d.state in ('filed', 'communeSupplement') then null else d.filed_at + interval '9 days' end,
       case when d.state in ('filed', 'communeSupplement') then null else 'done' end
     from dossier d, dossier_clock c where c.dossier_id = $1 and ${open}`,
    [templateId],
  )
}

async function makeCertificates({ run }: OpenDatabase): Promise<void> {
  // Three for each product: two that ended, the newest nearly always in force.
  await run(
    `insert into certificate (id, province_code, commune_code, verify_code, product_code, product_id, producer_id, dossier_id, regulation_id, set_no, sector, star,
       issued_on, last_valid_on, state, state_ground, state_decision, state_decision_on, replaced_by, product_name, producer_name, format, snapshot, created_at)
     select ${id('certificate', 'n.n')}, p.province_code, o.commune_code, ${verifyCode('n.n')},
       concat_ws('-', p.province_code, o.commune_code, p.serial_no, extract(year from n.issued)::int), p.id, o.id,
       case when k.k = 3 and g.i <= ${size.closedDossiers} then ${id('dossier', 'g.i')} end,
       'qd-26-2026', p.set_no, (array['Thực phẩm', 'Thực phẩm', 'Thực phẩm', 'Đồ uống', 'Dược liệu và sản phẩm từ dược liệu', 'Hàng thủ công mỹ nghệ',
         'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch'])[1 + g.i % 7],
       case when g.i % 23 = 0 then 5 when g.i % 3 = 0 then 4 else 3 end, n.issued, (n.issued + interval '36 months')::date, n.state,
       case when n.state = 'withdrawn' then 'c' end, case when n.state = 'withdrawn' then '88/QĐ-UBND' end, case when n.state = 'withdrawn' then current_date - 5 end,
       case when n.state = 'replaced' then ${id('certificate', 'n.n + 1')} end, p.name, o.name, 1,
       jsonb_build_object('format', 1, 'packs', jsonb_build_array(jsonb_build_object('name', 'Chai thủy tinh', 'netContent', '250 ml'),
           jsonb_build_object('name', 'Chai thủy tinh', 'netContent', '500 ml')), 'photoCaption', '',
         'place', jsonb_build_object('commune', lower(left(u.full_name, 1)) || substr(u.full_name, 2), 'province', 'tỉnh Thanh Hóa',
           'oldNames', jsonb_build_array('Trước 01/7/2025: xã ' || u.name || ', huyện cũ')),
         'decision', jsonb_build_object('number', (100 + g.i % 900) || '/QĐ-UBND', 'date', n.issued, 'issuer', 'Chủ tịch UBND tỉnh Thanh Hóa'),
         'regulation', jsonb_build_object('id', 'qd-26-2026', 'hash', repeat('f', 64), 'number', 'Quyết định số 26/2026/QĐ-TTg', 'title', 'Bộ tiêu chí OCOP'),
         'set', jsonb_build_object('no', p.set_no, 'title', 'Tương, nước mắm, gia vị dạng lỏng khác', 'sector', 'Thực phẩm', 'group', 'Gia vị'), 'months', 36),
       now()
     from generate_series(1, ${size.products}) as g(i) cross join generate_series(1, 3) as k(k)
     join product p on p.id = ${id('product', 'g.i')} join producer o on o.id = p.producer_id
     join unit u on u.era = o.unit_era and u.code = o.commune_code
     cross join lateral (select (g.i - 1) * 3 + k.k as n, current_date - 30 - g.i * 7 % 700 - (3 - k.k) * 1100 as issued,
       case when k.k < 3 then 'replaced' when g.i % 31 = 0 then 'withdrawn' else 'valid' end as state) n`,
  )
}

/** The ledger's rows carry no true chain: `audit verify` would say so. */
async function makeTraces({ run }: OpenDatabase, world: World): Promise<void> {
  await run(
    `insert into audit_entry (province_code, seq, at, account_id, actor_name, verb, subject_kind, subject_id, dossier_id, payload, prev_hash, hash)
     select '38', h.seq + i, now() - (${size.ledger} - i) * interval '1 minute', $1, 'Đỗ Minh Tuấn',
       (array['dossier.saved', 'dossier.filed', 'paper.added', 'session.opened', 'sheet.saved', 'commune.checked'])[1 + i % 6], 'dossier',
       d.id::text, d.id, jsonb_build_object('ordinal', i), md5(i::text) || md5(i::text), md5((i + 1)::text) || md5((i + 1)::text)
     from audit_head h cross join generate_series(1, ${size.ledger}) as i
     join dossier d on d.id = ${id('dossier', `1 + i % ${size.closedDossiers}`)} where h.province_code = '38'`,
    [world.accounts.office],
  )
  await run(`update audit_head set seq = seq + ${size.ledger} where province_code = '38'`)
  for (const account of [world.accounts.office, world.accounts.producer, world.accounts.communeOfficer]) {
    await run(
      `insert into notice (id, account_id, kind, dedupe, subject_kind, subject_id, link, params, created_at, seen_at)
       select gen_random_uuid(), $1, 'dossier.filed', 'bench-' || i, 'dossier', 'x', '/ho-so', '{}', now() - i * interval '1 hour',
         case when i > 40 then now() end
       from generate_series(1, ${size.notices}) as i`,
      [account],
    )
  }
}
