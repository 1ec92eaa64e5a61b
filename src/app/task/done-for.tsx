// Courses and events held, or to be held, for the task of a plan.
import type { Activity } from '#/programme/promotion/activity.store.ts'
import { activityHref, ActivityState, activityWhat } from '../promotion/activity.tsx'
import { daysText } from '../training/course-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './task.messages.ts'

/** `task`: as the address of a new course or event names it. `adds`: the office, which may add one from here. Nothing where there is neither. */
export function DoneFor({ activities, adds, task }: { activities: readonly Activity[]; adds: boolean; task: string }) {
  const language = useLanguage()
  if (activities.length === 0 && !adds) return null
  return (
    <section className="stack" aria-labelledby="hoat-dong">
      <h2 id="hoat-dong">{words.doneFor[language]}</h2>
      {activities.length === 0 ? <p className="hint">{words.noneDoneFor[language]}</p> : null}
      <ul className="stack">
        {activities.map((one) => (
          <li key={one.id} className="row between">
            <div>
              <a className="tap" href={activityHref(one)}>
                {one.title}
              </a>
              <small className="quiet block">{`${activityWhat(one, language)} · ${daysText(one)}`}</small>
            </div>
            <ActivityState of={one} />
          </li>
        ))}
      </ul>
      {adds ? (
        <p className="row no-print">
          <ButtonLink kind="quiet" small href={`/tap-huan/them?nhiem-vu=${task}`}>
            {words.addCourse[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" small href={`/xuc-tien/them?nhiem-vu=${task}`}>
            {words.addEvent[language]}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}
