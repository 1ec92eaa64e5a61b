// The areas of the programme office: what stands on its first page and in the second row of the head. One line each; a page that is not ready has none.
import type { Area, NavItem } from '../navigation.ts'
import { isAt } from '../navigation.ts'
import type { Language, Text } from '../ui/language.ts'

/** What belongs together: the heads of the first page; the second row of the head shows one of them. */
const groups = {
  plan: { vi: 'Kế hoạch và kết quả', en: 'Plans and results' },
  activity: { vi: 'Hoạt động và sổ sách', en: 'Activities and registers' },
  money: { vi: 'Kinh phí', en: 'Money' },
} satisfies Record<string, Text>
type Group = keyof typeof groups

type Section = {
  href: string
  group: Group
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
    group: 'plan',
    label: { vi: 'Bảng số liệu', en: 'Dashboard' },
    what: {
      vi: 'Sản phẩm theo sao, nhóm, xã; chủ thể; giấy chứng nhận sắp hết hạn; đợt; kinh phí.',
      en: 'Products by star, group and commune; producers; certificates ending; rounds; money.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/chi-tieu',
    group: 'plan',
    label: { vi: 'Chỉ tiêu', en: 'Targets' },
    what: {
      vi: 'Chỉ tiêu của từng kế hoạch: thực hiện, tiến độ, dự báo đến hạn; danh mục chỉ số với công thức, số liệu theo xã, từng dòng phía sau.',
      en: 'The targets of each plan: done, progress, forecast; the indicators with formula, figures by commune, the rows behind.',
    },
    areas: ['office', 'advisor', 'leader', 'body', 'commune'],
  },
  {
    href: '/ke-hoach',
    group: 'plan',
    label: { vi: 'Kế hoạch', en: 'Plans' },
    what: {
      vi: 'Kế hoạch OCOP của các cấp: chỉ tiêu, nhiệm vụ, kinh phí, danh mục sản phẩm; ban hành, điều chỉnh.',
      en: 'OCOP plans of every level: targets, tasks, money, products; issued and adjusted.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'body'],
  },
  {
    href: '/nhiem-vu',
    group: 'plan',
    label: { vi: 'Nhiệm vụ', en: 'Work' },
    what: {
      vi: 'Việc các kế hoạch giao cho từng đơn vị: báo cáo tiến độ, hạn, bảng theo dõi.',
      en: 'What plans give to each body: progress, due days, the board.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'body'],
  },
  {
    href: '/bao-cao',
    group: 'plan',
    label: { vi: 'Báo cáo', en: 'Reports' },
    what: {
      vi: 'Đợt báo cáo 6 tháng, năm, đột xuất; số liệu tính từ hồ sơ, khóa khi duyệt; danh sách chậm hạn.',
      en: 'Half-year, yearly and ad hoc reports: computed, locked when approved; the late list.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'body'],
  },
  {
    href: '/khen-thuong',
    group: 'plan',
    label: { vi: 'Khen thưởng', en: 'Commendation' },
    what: {
      vi: 'Tập thể, cá nhân được đề nghị trong báo cáo: chọn, trình, quyết định khen thưởng.',
      en: 'Units and persons proposed in reports: chosen, submitted, commended by decision.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/tinh/y-tuong',
    group: 'activity',
    label: { vi: 'Ý tưởng', en: 'Ideas' },
    what: { vi: 'Đợt đăng ký ý tưởng, lựa chọn, danh sách gửi cấp trên.', en: 'Calls for ideas, selection, lists sent up.' },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/tinh/phuong-an',
    group: 'activity',
    label: { vi: 'Phương án', en: 'Business plans' },
    what: {
      vi: 'Phương án sản xuất kinh doanh của chủ thể: nhận, phê duyệt, theo dõi thực hiện.',
      en: 'Producers’ business plans: received, approved, followed.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/kinh-phi',
    group: 'money',
    label: { vi: 'Kinh phí', en: 'Money' },
    what: {
      vi: 'Nguồn, khoản, phân bổ, giải ngân, quyết toán; mỗi bút toán có người nhập và người duyệt.',
      en: 'Sources, lines, allocations, payments, settlements; one enters, another approves.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/ho-tro',
    group: 'money',
    label: { vi: 'Hỗ trợ', en: 'Support' },
    what: {
      vi: 'Đề nghị hỗ trợ, hợp đồng theo mốc, khoản phải thu.',
      en: 'Requests for support, contracts by milestone, receivables.',
    },
    areas: ['office', 'advisor', 'leader', 'producer'],
  },
  {
    href: '/thuong',
    group: 'money',
    label: { vi: 'Thưởng', en: 'Rewards' },
    what: {
      vi: 'Mức thưởng theo hạng sao, danh sách, quyết định, chi trả.',
      en: 'Rewards by star: policies, lists, decisions, payments.',
    },
    areas: ['office', 'advisor', 'leader', 'producer'],
  },
  {
    href: '/co-quan',
    group: 'activity',
    label: { vi: 'Cơ quan', en: 'Bodies' },
    what: {
      vi: 'Sở, phòng, hội, đơn vị có phần việc; cán bộ và giấy tờ của họ.',
      en: 'Departments, associations and others with a part; their officers and papers.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/tap-huan',
    group: 'activity',
    label: { vi: 'Tập huấn', en: 'Training' },
    what: {
      vi: 'Lớp tập huấn, tham quan học tập, tài liệu; đăng ký, điểm danh, giấy chứng nhận.',
      en: 'Courses, study tours, materials; registration, presence, certificates.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer', 'body'],
  },
  {
    href: '/xuc-tien',
    group: 'activity',
    label: { vi: 'Xúc tiến', en: 'Promotion' },
    what: {
      vi: 'Hội chợ, kết nối cung cầu, trưng bày: sản phẩm tham gia, doanh thu, hợp đồng.',
      en: 'Fairs, trade-link meetings, displays: products, revenue, contracts.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer', 'body'],
  },
  {
    href: '/lich-hoat-dong',
    group: 'activity',
    label: { vi: 'Lịch', en: 'Calendar' },
    what: {
      vi: 'Lớp tập huấn, hội chợ và các hoạt động theo tháng.',
      en: 'Courses, fairs and other events by month.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer', 'body'],
  },
  {
    href: '/diem-ban',
    group: 'activity',
    label: { vi: 'Điểm bán', en: 'Points of sale' },
    what: {
      vi: 'Điểm giới thiệu và bán sản phẩm: tiêu chí, sản phẩm đang bán, báo cáo hằng tháng.',
      en: 'Points of presentation and sale: criteria, products, monthly reports.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer', 'body'],
  },
  {
    href: '/hau-kiem',
    group: 'activity',
    label: { vi: 'Kiểm tra', en: 'Inspections' },
    what: {
      vi: 'Kế hoạch kiểm tra theo rủi ro, đoàn, biên bản, vi phạm và việc xử lý; quyền sử dụng biểu trưng.',
      en: 'Plans by risk, teams, records, violations and what became of them; the right to use the mark.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'body'],
  },
  {
    href: '/hau-kiem-cua-toi',
    group: 'activity',
    label: { vi: 'Kiểm tra', en: 'Inspections' },
    what: {
      vi: 'Biên bản chờ ký, vi phạm phải khắc phục, quyền sử dụng biểu trưng.',
      en: 'Records to sign, violations to remedy, the right to use the mark.',
    },
    areas: ['producer'],
  },
  {
    href: '/tinh/phan-anh',
    group: 'activity',
    label: { vi: 'Phản ánh', en: 'Reports of misuse' },
    what: {
      vi: 'Phản ánh của người dân về việc dùng sao OCOP, chất lượng, nhãn: xem xét, gộp vụ việc, trả lời.',
      en: 'What the public reports on stars, quality, labels: looked into, joined, answered.',
    },
    areas: ['office', 'advisor', 'leader'],
  },
  {
    href: '/so-theo-doi',
    group: 'activity',
    label: { vi: 'Sổ theo dõi', en: 'Registers' },
    what: {
      vi: 'Kênh bán, liên kết, vùng nguyên liệu, tư vấn, nông thôn mới, làng nghề, truyền thông, mô hình, văn bản và chính sách.',
      en: 'Channels, links, material areas, consultants, new countryside, craft villages, communication, models, texts and policies.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer'],
  },
  {
    href: '/lo-san-xuat',
    group: 'activity',
    label: { vi: 'Lô sản xuất', en: 'Batches' },
    what: {
      vi: 'Lô của từng sản phẩm: nguyên liệu, công đoạn, tem; công bố với mã QR, đính chính, thu hồi.',
      en: 'Batches of products: materials, steps, stamps; published with a QR code, corrected, recalled.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer'],
  },
  {
    href: '/so-lieu-nam',
    group: 'activity',
    label: { vi: 'Số liệu năm', en: 'Yearly figures' },
    what: {
      vi: 'Lao động, doanh thu, sản lượng mỗi năm của chủ thể: khai, kiểm tra, ai chưa nộp.',
      en: 'Workers, revenue and output of producers, year by year: told, checked, who is late.',
    },
    areas: ['office', 'advisor', 'leader', 'commune', 'producer'],
  },
]

type Shown = { href: string; label: string; what: string }

const ownOf = (areas: readonly Area[]): Section[] => sections.filter((section) => section.areas.some((area) => areas.includes(area)))

/** What a person of these areas finds on the first page, by group. */
export function sectionsFor(areas: readonly Area[], language: Language): { title: string; sections: Shown[] }[] {
  const own = ownOf(areas)
  return (Object.keys(groups) as Group[])
    .map((group) => ({
      title: groups[group][language],
      sections: own
        .filter((section) => section.group === group)
        .map((section) => ({ href: section.href, label: section.label[language], what: section.what[language] })),
    }))
    .filter((group) => group.sections.length > 0)
}

/** The second row of the head: the areas of the group this page belongs to; none elsewhere. */
export function secondRow(areas: readonly Area[], path: string, language: Language): NavItem[] {
  const own = ownOf(areas)
  const group = own.find((section) => isAt(section.href, path))?.group
  return own.filter((section) => section.group === group).map(({ href, label }) => ({ href, label: label[language] }))
}
