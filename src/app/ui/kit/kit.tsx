// Every component in every state, for those who build pages. Open in a demo; elsewhere the address does not exist.
import { data } from 'react-router'
import { Page } from '../page.tsx'
import { FormsSection } from './forms-section.tsx'
import { ListsSection } from './lists-section.tsx'
import { MarksSection } from './marks-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { ScoringSection } from './scoring-section.tsx'

export function loader() {
  if (process.env['OCOP_DEMO'] === '0') throw data(null, { status: 404 })
  return null
}

export default function Kit() {
  return (
    <Page
      title="Bộ thành phần giao diện"
      eyebrow="Trang mẫu cho người làm phần mềm"
      lead="Mọi trạng thái có hình, có chữ, có màu. Ngôi sao và sản phẩm là hai thứ sáng nhất trên trang."
      crumbs={[{ href: '/', label: 'Trang chủ' }]}
    >
      <div className="stack-l">
        <MarksSection />
        <FormsSection />
        <ScoringSection />
        <ReadingSection />
        <ListsSection />
      </div>
    </Page>
  )
}
