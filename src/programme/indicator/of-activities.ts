// Indicators of what the desks organised (seed targets T04, T05, T06).
import { sql } from 'kysely'
import { z } from 'zod'
import { indicator, type Indicator } from './indicator.ts'
import { ofDesk, placed, within } from './place.sql.ts'

export const activityIndicators: readonly Indicator[] = [
  indicator({
    id: 'trainings-held',
    title: { vi: 'Lớp tập huấn đã tổ chức', en: 'Training courses held' },
    formula: {
      vi: 'Số lớp tập huấn đã tổ chức, có ngày kết thúc trong kỳ. Một lớp có người của nhiều xã được tính ở từng xã, nên các xã cộng lại có thể nhiều hơn số lớp.',
      en: 'Courses held whose last day is in the period. A course with people of several communes counts in each, so the communes may add up to more.',
    },
    kind: 'event',
    adds: 'distinct',
    unit: 'course',
    params: z.object({ topic: z.string().optional(), kind: z.enum(['training', 'studyTour', 'conference']).default('training') }),
    numerator: {
      counts: 'rows',
      rows: (frame, asked) => sql`
        select c.id::text as key, a.unit as commune_code, null::bigint as amount, c.title as label, '/tap-huan/' || c.id as href,
          'trainingCourse' as subject_kind, c.id::text as subject_id
        from training_course c
          left join lateral (
            select distinct pl.unit from training_attendance t join producer o on o.id = t.producer_id
              join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}
            where t.course_id = c.id and t.removed_at is null and t.present) a on true
        where ${ofDesk(frame, sql`c.authority`)} and c.state = 'held' and c.kind = ${asked.kind} and ${within(frame, sql`c.ends_on`)}
          and ${asked.topic === undefined ? sql`true` : sql`c.topic = ${asked.topic}`}`,
    },
    source: 'S0:83',
    registers: [{ vi: 'Sổ tập huấn', en: 'Register of training' }],
  }),
]
