// The six steps of the OCOP cycle (seed 000, line 53) as a quiet strip of links on a product's page.
import type { Cycle } from '#/programme/idea/return.ts'
import type { DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { stateIcon, type StateKind } from '../ui/state.tsx'
import { words } from './idea.messages.ts'

const titles = [
  { vi: 'Tuyên truyền, hướng dẫn', en: 'Guidance' },
  { vi: 'Đăng ký ý tưởng', en: 'Idea' },
  { vi: 'Phương án', en: 'Plan' },
  { vi: 'Triển khai', en: 'Carrying out' },
  { vi: 'Đánh giá, phân hạng', en: 'Assessment' },
  { vi: 'Xúc tiến thương mại', en: 'Promotion' },
]

const assessed: readonly DossierState[] = ['recognised', 'sentToMinistry']

export function CycleStrip({ cycle, productId }: { cycle: Cycle; productId: string }) {
  const language = useLanguage()
  const { idea, plan, dossier, certificateId } = cycle
  const approved = plan !== null && (plan.state === 'approved' || plan.state === 'done')
  const steps: { state: StateKind; href: string | null }[] = [
    { state: 'done', href: '/y-tuong' },
    {
      state: idea === null ? 'todo' : plan === null ? 'part' : 'done',
      href: idea === null ? `/y-tuong/them?san-pham=${productId}` : `/y-tuong/${idea.id}`,
    },
    { state: plan === null ? 'todo' : approved ? 'done' : 'part', href: plan === null ? null : `/phuong-an/${plan.id}` },
    { state: plan?.state === 'done' ? 'done' : approved ? 'part' : 'todo', href: approved ? `/phuong-an/${plan.id}#tien-do` : null },
    {
      state: dossier === null ? 'todo' : assessed.includes(dossier.state) ? 'done' : 'part',
      href: dossier === null ? null : `/ho-so/${dossier.id}`,
    },
    { state: certificateId === null ? 'todo' : 'part', href: null },
  ]
  return (
    <ol className="steps" aria-label={words.cycle[language]}>
      {steps.map((step, index) => (
        <li key={index}>
          <Icon name={stateIcon(step.state)} className={step.state === 'done' ? 'ok' : ''} />
          {step.href === null ? titles[index]?.[language] : <a href={step.href}>{titles[index]?.[language]}</a>}
        </li>
      ))}
    </ol>
  )
}
