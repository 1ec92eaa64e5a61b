// The areas of the programme office: what stands on its first page and in the second row of the head. One line each; a page that is not ready has none.
import type { Area, NavItem } from '../navigation.ts'
import { isAt } from '../navigation.ts'
import type { Language, Text } from '../ui/language.ts'

type Section = {
  href: string
  label: Text
  /** What is done there, for the first page. */
  what: Text
  areas: readonly Area[]
}

/** The first page of the programme office. */
export const HUB = '/chuong-trinh'

const sections: readonly Section[] = [
  {
    href: '/tong-quan',
    label: { vi: 'Bảng số liệu', en: 'Dashboard' },
    what: {
      vi: 'Sản phẩm theo sao, nhóm, xã; chủ thể; giấy chứng nhận sắp hết hạn; đợt; kinh phí.',
      en: 'Products by star, group and commune; producers; certificates ending; rounds; money.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/chi-tieu/danh-sach',
    label: { vi: 'Chỉ số', en: 'Indicators' },
    what: {
      vi: 'Mọi con số của Chương trình: công thức, số liệu đến ngày chọn, theo xã, từng dòng phía sau.',
      en: 'Every figure of the programme: formula, value to a chosen day, by commune, the rows behind.',
    },
    areas: ['office', 'advisor', 'leader', 'body', 'commune'],
  },
  {
    href: '/ke-hoach',
    label: { vi: 'Kế hoạch', en: 'Plans' },
    what: {
      vi: 'Kế hoạch OCOP của các cấp: chỉ tiêu, nhiệm vụ, kinh phí, danh mục sản phẩm; ban hành, điều chỉnh.',
      en: 'OCOP plans of every level: targets, tasks, money, products; issued and adjusted.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'body'],
  },
  {
    href: '/nhiem-vu',
    label: { vi: 'Nhiệm vụ', en: 'Work' },
    what: {
      vi: 'Việc các kế hoạch giao cho từng đơn vị: báo cáo tiến độ, hạn, bảng theo dõi.',
      en: 'What plans give to each body: progress, due days, the board.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'body'],
  },
  {
    href: '/tinh/y-tuong',
    label: { vi: 'Ý tưởng', en: 'Ideas' },
    what: { vi: 'Đợt đăng ký ý tưởng, lựa chọn, danh sách gửi cấp trên.', en: 'Calls for ideas, selection, lists sent up.' },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/tinh/phuong-an',
    label: { vi: 'Phương án', en: 'Business plans' },
    what: {
      vi: 'Phương án sản xuất kinh doanh của chủ thể: nhận, phê duyệt, theo dõi thực hiện.',
      en: 'Producers’ business plans: received, approved, followed.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/kinh-phi',
    label: { vi: 'Kinh phí', en: 'Money' },
    what: {
      vi: 'Nguồn, khoản, phân bổ, giải ngân, quyết toán; mỗi bút toán có người nhập và người duyệt.',
      en: 'Sources, lines, allocations, payments, settlements; one enters, another approves.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/ho-tro',
    label: { vi: 'Hỗ trợ', en: 'Support' },
    what: {
      vi: 'Đề nghị hỗ trợ, hợp đồng theo mốc, khoản phải thu.',
      en: 'Requests for support, contracts by milestone, receivables.',
    },
    areas: ['office', 'advisor', 'leader', 'producer'],
  },
  {
    href: '/thuong',
    label: { vi: 'Thưởng', en: 'Rewards' },
    what: {
      vi: 'Mức thưởng theo hạng sao, danh sách, quyết định, chi trả.',
      en: 'Rewards by star: policies, lists, decisions, payments.',
    },
    areas: ['office', 'advisor', 'leader', 'producer'],
  },
  {
    href: '/co-quan',
    label: { vi: 'Cơ quan', en: 'Bodies' },
    what: {
      vi: 'Sở, phòng, hội, đơn vị có phần việc; cán bộ và giấy tờ của họ.',
      en: 'Departments, associations and others with a part; their officers and papers.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/so-theo-doi',
    label: { vi: 'Sổ theo dõi', en: 'Registers' },
    what: {
      vi: 'Kênh bán, liên kết, vùng nguyên liệu, tư vấn, nông thôn mới, làng nghề, truyền thông.',
      en: 'Channels, links, material areas, consultants, new countryside, craft villages, communication.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer'],
  },
  {
    href: '/so-lieu-nam',
    label: { vi: 'Số liệu năm', en: 'Yearly figures' },
    what: {
      vi: 'Lao động, doanh thu, sản lượng mỗi năm của chủ thể: khai, kiểm tra, ai chưa nộp.',
      en: 'Workers, revenue and output of producers, year by year: told, checked, who is late.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer'],
  },
]

/** What a person of these areas finds on the first page. */
export function sectionsFor(areas: readonly Area[], language: Language): { href: string; label: string; what: string }[] {
  return sections
    .filter((section) => section.areas.some((area) => areas.includes(area)))
    .map((section) => ({ href: section.href, label: section.label[language], what: section.what[language] }))
}

/** The second row of the head; none outside the programme office. */
export function secondRow(areas: readonly Area[], path: string, language: Language): NavItem[] {
  const own = sectionsFor(areas, language)
  return path === HUB || own.some((section) => isAt(section.href, path)) ? own.map(({ href, label }) => ({ href, label })) : []
}
