// Every background job of the programme. Nouns export their own; this is the list pg-boss is started with.
import { join } from 'node:path'
import type { JobDefinition } from '#/platform/jobs/jobs.ts'
import { removeExpiredUploads } from '#/platform/uploads/resumable.ts'
import { LAPSE_JOB, lapseSupplements } from './commune/lapse.job.ts'
import type { Services } from './context.ts'
import { OPINION_JOB, remindOpinions } from './council/opinion.job.ts'
import { EXAMINE_JOB, examineNightly } from './doctor/examine.actions.ts'
import { IMPORT_JOB } from './import/import.actions.ts'
import { importJob } from './import/run.ts'
import { EXPIRY_JOB, remindExpiry } from './dossier/reminder.job.ts'
import { remindSupport, SUPPORT_JOB } from './support/remind.job.ts'
import { INSPECTION_JOB, remindInspections } from './inspection/remind.job.ts'
import { LAB_LATE_JOB, remindLateTests } from './lab-test/late.job.ts'
import { OBJECTION_JOB, remindObjections } from './objection/answer.job.ts'
import { REPORT_LATE_JOB, tellLateReports } from './public-report/late.job.ts'
import { remindProducerYears, YEAR_JOB } from './producer-year/reminder.job.ts'
import { remindTasks, TASK_JOB } from './task/remind.job.ts'
import { askPointMonths, POINT_MONTHS_JOB } from './sales-point/month.job.ts'
import { COURSE_BEGINS_JOB, remindCourses } from './training/begins.job.ts'
import { computeJob, REPORT_JOB } from './report/compute.actions.ts'
import { remindReports, REPORT_REMIND_JOB } from './report/remind.job.ts'
import { REMIND_JOB, remindUnfiled } from './dossier/unfiled.ts'

export function jobDefinitions(services: Services): JobDefinition[] {
  return [
    // Shortly after midnight in Vietnam: the last day of a request is then over.
    { name: LAPSE_JOB, schedule: '10 0 * * *', handler: async () => void (await lapseSupplements(services)) },
    // On demand: a confirmed file of past recognitions; delivered twice or after a cut, it goes on where it stopped.
    { name: IMPORT_JOB, handler: (data) => importJob(services, data) },
    // In the morning, when a producer can still do something about it.
    { name: REMIND_JOB, schedule: '0 7 * * *', handler: async () => void (await remindUnfiled(services)) },
    { name: EXPIRY_JOB, schedule: '15 7 * * *', handler: async () => void (await remindExpiry(services)) },
    // Laboratory results that did not come by their day; each told once.
    { name: LAB_LATE_JOB, schedule: '15 7 * * *', handler: async () => void (await remindLateTests(services)) },
    // Months that are over: asked of each running point, and told where they are late.
    { name: POINT_MONTHS_JOB, schedule: '20 6 * * *', handler: async () => void (await askPointMonths(services)) },
    { name: COURSE_BEGINS_JOB, schedule: '15 7 * * *', handler: async () => void (await remindCourses(services)) },
    // Ballots not sent and re-assessments not concluded, some days before their last one.
    { name: OPINION_JOB, schedule: '15 7 * * *', handler: async () => void (await remindOpinions(services)) },
    // Objections whose last day to answer is near.
    { name: OBJECTION_JOB, schedule: '15 7 * * *', handler: async () => void (await remindObjections(services)) },
    // Reports from the public that were not answered by their day.
    { name: REPORT_LATE_JOB, schedule: '15 7 * * *', handler: async () => void (await tellLateReports(services)) },
    // Yearly figures: begins the collection of the year before, reminds who owes them, before the day and once it has passed.
    { name: YEAR_JOB, schedule: '15 7 * * *', handler: async () => void (await remindProducerYears(services)) },
    // Milestones of support and money to come back: a week before their day, and once it has passed.
    { name: SUPPORT_JOB, schedule: '20 7 * * *', handler: async () => void (await remindSupport(services)) },
    // Remedies of violations, samples and proposed withdrawals: before their day, and once it has passed.
    { name: INSPECTION_JOB, schedule: '25 7 * * *', handler: async () => void (await remindInspections(services)) },
    // Work of plans: before and on its day, then when it is late.
    { name: TASK_JOB, schedule: '20 7 * * *', handler: async () => void (await remindTasks(services)) },
    // On demand: the figures of one report; delivered twice or after a cut, it begins again and ends once.
    { name: REPORT_JOB, handler: (data) => computeJob(services, data) },
    // Reports that are soon due, or late; each told once for each due day.
    { name: REPORT_REMIND_JOB, schedule: '15 7 * * *', handler: async () => void (await remindReports(services)) },
    // In the quiet of the night, so that the page in the morning tells of no later than yesterday.
    { name: EXAMINE_JOB, schedule: '30 2 * * *', handler: () => examineNightly(services) },
    // Uploads nobody finished; they lie on this machine's disk (architecture.md, Growing).
    {
      name: 'sweep-uploads',
      schedule: '30 3 * * *',
      handler: async () => void (await removeExpiredUploads(join(services.config.dataDir, 'uploads'), services.clock.now())),
    },
  ]
}
