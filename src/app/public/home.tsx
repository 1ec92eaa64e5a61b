import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'

const text = {
  vi: {
    title: 'Chương trình OCOP tỉnh Thanh Hóa',
    lead: 'Tra cứu sản phẩm đã được công nhận, kiểm tra giấy chứng nhận, nộp hồ sơ đánh giá, phân hạng.',
    catalogue: 'Danh mục sản phẩm',
    check: 'Kiểm tra mã',
  },
  en: {
    title: 'OCOP programme of Thanh Hoa province',
    lead: 'Look up recognised products, check a certificate, file a dossier for assessment.',
    catalogue: 'Product catalogue',
    check: 'Check a code',
  },
}

export default function Home() {
  const say = text[useLanguage()]
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="row">
        <ButtonLink href="/danh-muc">{say.catalogue}</ButtonLink>
        <ButtonLink href="/kiem-tra" kind="quiet">
          {say.check}
        </ButtonLink>
      </div>
    </Page>
  )
}
