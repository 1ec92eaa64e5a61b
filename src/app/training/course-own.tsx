// What a producer, commune or official finds first on a course: the code, the registration, its own people.
import { formatDate } from '#/platform/text/format.ts'
import type { PersonRow } from '#/programme/training/attendance.store.ts'
import type { CourseRights } from '#/programme/training/training.policy.ts'
import { CODE_LENGTH } from '#/programme/training/training.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { Presence } from './presence.tsx'
import { words } from './training.messages.ts'

type Props = {
  course: { id: string; state: string; startsOn: string; registerUntil: string | null; seats: number | null }
  rights: CourseRights
  counts: { listed: number }
  own: readonly PersonRow[] | null
  ownIds: readonly string[]
  producers: readonly { id: string; name: string }[]
  answer: unknown
}

export function CourseOwn({ course, rights, counts, own, ownIds, producers, answer }: Props) {
  const language = useLanguage()
  const until = formatDate(course.registerUntil ?? course.startsOn)
  return (
    <>
      {rights.attend ? (
        <Panel title={words.attend[language]}>
          <p>{words.attendLead[language]}</p>
          <DeedForm deed="attend" answer={answer} label={words.attend[language]}>
            <Field name="code" label={words.code[language]} size="short" maxLength={CODE_LENGTH + 2} autoComplete="off" />
          </DeedForm>
        </Panel>
      ) : null}
      {own !== null && own.length > 0 ? (
        <section className="stack" aria-labelledby="nguoi">
          <h2 id="nguoi">{(rights.people === 'commune' ? words.communePeople : words.ownPeople)[language]}</h2>
          <ul className="stack">
            {own.map((person) => (
              <li key={person.id} className="row between">
                <div>
                  <b>{person.personName}</b>
                  {person.from === null ? null : <small className="quiet block">{person.from}</small>}
                  {course.state === 'running' || course.state === 'held' ? <Presence present={person.present} /> : null}
                  {person.certificateDocumentId !== null && (rights.people === 'own' || ownIds.includes(person.producerId ?? '')) ? (
                    <div>
                      <a className="tap" href={`/tep/van-ban/${person.certificateDocumentId}`}>
                        <Icon name="doc" />
                        {`${words.certificate[language]} ${person.certificateNumber ?? ''}`}
                      </a>
                    </div>
                  ) : null}
                </div>
                {course.state === 'open' && ownIds.includes(person.producerId ?? '') ? (
                  <form method="post">
                    <input type="hidden" name="deed" value="withdraw" />
                    <input type="hidden" name="person" value={person.id} />
                    <Button kind="danger" small>
                      {words.withdraw[language]}
                      <span className="vh"> {person.personName}</span>
                    </Button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {rights.register ? (
        <Panel title={words.register[language]}>
          <p>
            {course.seats === null
              ? fill(words.registerOpen[language], { day: until })
              : fill(words.registerSeats[language], { n: Math.max(0, course.seats - counts.listed), day: until })}
          </p>
          <DeedForm deed="register" answer={answer} label={words.register[language]}>
            {producers.length > 1 ? (
              <Select
                name="producerId"
                label={words.producer[language]}
                choices={producers.map((one) => ({ value: one.id, label: one.name }))}
              />
            ) : null}
            <Field name="personName" label={words.personName[language]} maxLength={120} autoComplete="off" />
            <Field
              name="phone"
              label={words.phone[language]}
              hint={words.phoneHint[language]}
              optional
              type="tel"
              inputMode="tel"
              maxLength={20}
              autoComplete="off"
            />
          </DeedForm>
        </Panel>
      ) : null}
    </>
  )
}
