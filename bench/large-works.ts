// Plans and their work of the whole country: 34 provinces, five yearly plans each, work of 100 communes and ten bodies, set-based.
import type { OpenDatabase } from '#/platform/database/open.ts'
import { SAM_SON } from '#/testing/world.ts'

/** Of one plan: tasks of every commune due twice, tasks of three bodies due every quarter. */
const tasks = { commune: 20, body: 20 }
const communes = 100

/** About 720,000 works. `unit` was filled before; the bodies are made here. */
export async function makeWorks({ run }: OpenDatabase): Promise<void> {
  await run(`create temporary table place as
    select province_code, code, name, row_number() over (partition by province_code order by code <> '${SAM_SON}', code) as n
    from unit where era = 'e2025' and level = 'commune'`)
  await run(`
    insert into body (id, province_code, authority, kind, name, short_name, created_at)
    select gen_random_uuid(), u.code, u.code, 'department', 'Sở số ' || i, 'Sở ' || i, now()
    from unit u, generate_series(1, 10) i where u.era = 'e2025' and u.level = 'province'`)
  await run(`
    insert into programme_plan (id, family_id, province_code, authority, unit_era, kind, title, starts_on, ends_on, state, number, issued_on, content, created_at,
      updated_at)
    select gen_random_uuid(), gen_random_uuid(), u.code, u.code, 'e2025', 'year', 'Kế hoạch OCOP năm ' || y || ' ' || u.full_name, make_date(y, 1, 1),
      make_date(y, 12, 31), 'issued', i || '/KH-UBND', make_date(y, 1, 5), '{}', now(), now()
    from unit u, generate_series(0, 4) i, lateral (select extract(year from current_date)::int - i as y) years
    where u.era = 'e2025' and u.level = 'province'`)
  await run(`
    insert into programme_task (id, plan_id, code, ordinal, title, precision, starts_on, due_on, recurrence)
    select gen_random_uuid(), p.id, 'N' || i, i, case when i <= ${tasks.commune} then 'Rà soát, báo cáo sản phẩm tiềm năng số ' else 'Hướng dẫn chuyên môn số ' end || i,
      'year', p.starts_on, p.ends_on, case when i <= ${tasks.commune} then 'halfYear' else 'quarterly' end
    from programme_plan p, generate_series(1, ${tasks.commune + tasks.body}) i`)
  await run(`
    insert into task_instance (id, family_id, task_code, task_id, authority, ordinal, starts_on, due_on)
    select gen_random_uuid(), p.family_id, t.code, t.id, p.authority, k, p.starts_on, (p.starts_on + k * case when t.recurrence = 'halfYear' then 182 else 91 end)::date
    from programme_task t join programme_plan p on p.id = t.plan_id, generate_series(1, case when t.recurrence = 'halfYear' then 2 else 4 end) k`)
  // Nine of ten of what is past its day are done; of the rest every second was never reported.
  const state = `case when i.due_on < current_date and n % 10 > 0 then 'done' when n % 2 = 0 then 'open' else 'doing' end`
  const columns = 'id, instance_id, authority, part, body_name, body_id, commune_code, state, due_on, reported_at'
  await run(`
    insert into task_work (${columns})
    select gen_random_uuid(), i.id, i.authority, 'lead', 'UBND ' || c.name, null, c.code, ${state}, i.due_on, case when n % 2 = 1 then now() end
    from task_instance i join programme_task t on t.id = i.task_id join place c on c.province_code = i.authority and c.n <= ${communes}
    where t.recurrence = 'halfYear'`)
  await run(`
    insert into task_work (${columns})
    select gen_random_uuid(), i.id, i.authority, 'lead', b.name, b.id, null, ${state.replaceAll('n %', 'b.n %')}, i.due_on, case when b.n % 2 = 1 then now() end
    from task_instance i join programme_task t on t.id = i.task_id
      join (select id, name, authority, row_number() over (partition by authority order by id) as n from body where kind = 'department') b
        on b.authority = i.authority and b.n % 3 = i.ordinal % 3
    where t.recurrence = 'quarterly'`)
  await run('analyze')
}
