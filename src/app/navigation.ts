// What stands in the head of every page, by role.
import type { AssessingLevel } from '#/programme/people/authority.ts'
import type { IconName } from './ui/drawings.ts'
import type { Language, Text } from './ui/language.ts'

/** Where a person works. One person may hold several. */
export type Area = 'producer' | 'commune' | 'office' | 'advisor' | 'clerk' | 'body' | 'member' | 'leader' | 'admin'

/** The little the frame needs to know of the signed-in person. */
export type Visitor = {
  name: string
  areas: readonly Area[]
  unseen: number
  /** Of the desk where the person works. */
  level: AssessingLevel
}

/** `onPhone`: stays in the head of a phone, the rest moves to the foot. `inFoot`: only ever in the foot, where the head has no room left. */
export type NavItem = { href: string; label: string; icon?: IconName; onPhone?: boolean; exact?: boolean; inFoot?: boolean }

/** `levels`: answers only desks of these. */
type Entry = Omit<NavItem, 'label'> & { label: Text; levels?: readonly AssessingLevel[] }

/** The first page of the programme office; what a person finds there is in programme/sections.ts. */
const programme: Entry = { href: '/chuong-trinh', label: { vi: 'Chương trình', en: 'Programme' } }

const byArea: Record<Area, readonly Entry[]> = {
  producer: [
    { href: '/ho-so', label: { vi: 'Hồ sơ', en: 'Dossiers' } },
    { href: '/y-tuong', label: { vi: 'Ý tưởng', en: 'Ideas' } },
    { href: '/kho-giay-to', label: { vi: 'Kho giấy tờ', en: 'Papers' } },
    { href: '/san-pham-cua-toi', label: { vi: 'Sản phẩm', en: 'Products' } },
    programme,
  ],
  commune: [
    { href: '/xa/hop-viec', label: { vi: 'Hộp việc', en: 'Inbox' } },
    { href: '/xa/y-tuong', label: { vi: 'Ý tưởng', en: 'Ideas' } },
    programme,
  ],
  office: [
    { href: '/tinh', label: { vi: 'Tổng quan', en: 'Overview' }, exact: true },
    programme,
    { href: '/tinh/tiep-nhan', label: { vi: 'Tiếp nhận', en: 'Receiving' } },
    { href: '/tinh/ho-so', label: { vi: 'Hồ sơ', en: 'Dossiers' } },
    { href: '/tinh/dot', label: { vi: 'Đợt', en: 'Rounds' } },
    { href: '/tinh/hoi-dong', label: { vi: 'Hội đồng', en: 'Council' } },
    { href: '/tinh/quyet-dinh', label: { vi: 'Quyết định', en: 'Decisions' } },
    { href: '/tinh/chung-nhan', label: { vi: 'Chứng nhận', en: 'Certificates' }, levels: ['district', 'province'] },
    { href: '/van-thu/so-van-ban', label: { vi: 'Sổ văn bản', en: 'Register' }, inFoot: true },
    { href: '/quan-tri/thiet-lap', label: { vi: 'Thiết lập', en: 'Settings' }, inFoot: true, levels: ['province'] },
  ],
  advisor: [{ href: '/tinh/ho-so', label: { vi: 'Hồ sơ tư vấn', en: 'Dossiers' } }, programme],
  clerk: [
    { href: '/van-thu', label: { vi: 'Bản ký', en: 'Signed copies' }, exact: true },
    { href: '/van-thu/so-van-ban', label: { vi: 'Sổ văn bản', en: 'Register' } },
  ],
  body: [{ href: '/nhiem-vu', label: { vi: 'Việc của tôi', en: 'My work' } }, programme],
  member: [{ href: '/hoi-dong/ky-hop', label: { vi: 'Kỳ họp', en: 'Meetings' } }],
  leader: [
    { href: '/tong-quan', label: { vi: 'Tổng quan', en: 'Overview' } },
    { href: '/lanh-dao/ky-ban-hanh', label: { vi: 'Ký ban hành', en: 'To issue' } },
    programme,
  ],
  admin: [
    { href: '/quan-tri/tai-khoan', label: { vi: 'Tài khoản', en: 'Accounts' } },
    { href: '/quan-tri/thiet-lap', label: { vi: 'Thiết lập', en: 'Settings' } },
    { href: '/quan-tri/quy-dinh', label: { vi: 'Bộ quy định', en: 'Regulations' } },
    { href: '/nhap-lieu', label: { vi: 'Nhập dữ liệu cũ', en: 'Past records' } },
    { href: '/quan-tri/nhat-ky', label: { vi: 'Nhật ký', en: 'Audit log' } },
    { href: '/quan-tri/kiem-tra-he-thong', label: { vi: 'Kiểm tra hệ thống', en: 'System check' } },
  ],
}

const everyone: readonly Entry[] = [
  { href: '/danh-muc', label: { vi: 'Danh mục', en: 'Catalogue' }, icon: 'search', onPhone: true },
  { href: '/kiem-tra', label: { vi: 'Kiểm tra mã', en: 'Check a code' } },
  { href: '/diem-ban-ocop', label: { vi: 'Nơi mua', en: 'Where to buy' } },
]

const signIn: Entry = { href: '/dang-nhap', label: { vi: 'Đăng nhập', en: 'Sign in' }, icon: 'user' }

/** Entries of the head for a visitor, in the order of the areas given; a stranger gets the public ones. */
export function navFor(visitor: Visitor | null, language: Language): NavItem[] {
  const all = visitor === null ? [...everyone, signIn] : visitor.areas.flatMap((area) => byArea[area])
  // Areas of one person share the first page of the programme.
  const entries = all.filter((entry, index) => all.findIndex((other) => other.href === entry.href) === index)
  return entries
    .filter((entry) => !entry.levels || (visitor !== null && entry.levels.includes(visitor.level)))
    .map(({ levels: _who, ...entry }) => ({ ...entry, label: entry.label[language] }))
}

/** Public entries for the foot of signed-in pages. */
export function publicNav(language: Language): NavItem[] {
  return everyone.map((entry) => ({ ...entry, label: entry.label[language] }))
}

/** True when `path` is the entry's page or lies under it; `exact` for a page that others only seem to lie under. */
export function isAt(href: string, path: string, exact = false): boolean {
  return path === href || (!exact && path.startsWith(`${href}/`))
}
