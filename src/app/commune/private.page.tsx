// Sensitive facts about the head of a producer, opened by a press that the ledger keeps. Shared by the commune's and the office's areas.
import { readProducerPrivate } from '#/programme/producer/producer.actions.ts'
import { sexLabels } from '#/programme/producer/producer.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { Route } from './+types/private.page'

const words = {
  title: { vi: 'Thông tin riêng của người đại diện', en: 'Private facts of the representative' },
  why: {
    vi: 'Giới tính, dân tộc, khuyết tật là dữ liệu cá nhân nhạy cảm (Luật 91/2025/QH15). Chỉ mở khi cần đối chiếu tiêu chí 3.2; mỗi lần mở được ghi vào nhật ký.',
    en: 'Sex, ethnicity and disability are sensitive personal data (Law 91/2025/QH15). Open them only to check criterion 3.2; each opening is written in the ledger.',
  },
  open: { vi: 'Mở thông tin, ghi nhật ký', en: 'Open, and log it' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  disability: { vi: 'Khuyết tật', en: 'Disability' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  unsaid: { vi: 'không khai', en: 'not said' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
}

export const loader = pageLoader(async ({ actor, url }) => {
  must(hasRole(actor, 'communeOfficer', 'communeLeader', 'office'))
  return { back: url.pathname.replace(/\/rieng-tu$/, '') }
})

export const action = pageAction(async ({ act, params }) => ({ person: await act((ctx) => readProducerPrivate(ctx, params['id'] ?? '')) }))

export default function PrivateFacts({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const person = actionData && 'person' in actionData ? actionData.person : null
  return (
    <Page title={words.title[language]} crumbs={[{ href: loaderData.back, label: words.dossier[language] }]} layout="measure">
      {person === null ? (
        <form method="post" className="stack">
          <Notice>{words.why[language]}</Notice>
          <div>
            <Button icon="lock">{words.open[language]}</Button>
          </div>
        </form>
      ) : (
        <Facts
          facts={[
            { label: words.sex[language], value: person.headSex ? sexLabels[person.headSex][language] : words.unsaid[language] },
            { label: words.ethnicity[language], value: person.headEthnicity ?? words.unsaid[language] },
            {
              label: words.disability[language],
              value: person.headDisability === null ? words.unsaid[language] : words[person.headDisability ? 'yes' : 'no'][language],
            },
          ]}
        />
      )}
    </Page>
  )
}
