// The demo province's accounts: one per role, listed on the sign-in page in demo mode only. Names are invented.
export const DEMO_PASSWORD = 'ocop-thu-2026'

export type DemoAccount = { key: string; username: string; name: string; role: { vi: string; en: string } }

export const demoAccounts: readonly DemoAccount[] = [
  {
    key: 'producer',
    username: 'chuthe',
    name: 'Nguyễn Thị Hạnh',
    role: { vi: 'Chủ thể: HTX Nước mắm Vạn Triều', en: 'Producer: Van Trieu fish sauce co-operative' },
  },
  { key: 'communeOfficer', username: 'canboxa', name: 'Lê Văn Toàn', role: { vi: 'Cán bộ phường Sầm Sơn', en: 'Officer of Sam Son ward' } },
  {
    key: 'communeLeader',
    username: 'lanhdaoxa',
    name: 'Cao Thị Bình',
    role: { vi: 'Chủ tịch UBND phường Sầm Sơn', en: 'Chair of Sam Son ward' },
  },
  { key: 'office', username: 'vanphong', name: 'Phạm Quốc Hưng', role: { vi: 'Cơ quan OCOP cấp tỉnh', en: 'Provincial OCOP office' } },
  { key: 'advisor', username: 'totuvan', name: 'Đỗ Minh Châu', role: { vi: 'Tổ tư vấn', en: 'Advisory team' } },
  { key: 'chair', username: 'chutich', name: 'Trịnh Văn Khải', role: { vi: 'Chủ tịch Hội đồng', en: 'Council chair' } },
  {
    key: 'member',
    username: 'thanhvien',
    name: 'Đỗ Kim Ngân',
    role: { vi: 'Thành viên Hội đồng (Sở Y tế)', en: 'Council member (Health)' },
  },
  { key: 'secretary', username: 'thuky', name: 'Mai Thị Lan', role: { vi: 'Thư ký Hội đồng', en: 'Council secretary' } },
  { key: 'leader', username: 'lanhdaotinh', name: 'Hoàng Đức Long', role: { vi: 'Lãnh đạo UBND tỉnh', en: 'Provincial leader' } },
  { key: 'clerk', username: 'vanthu', name: 'Vũ Thị Hòa', role: { vi: 'Văn thư', en: 'Clerk' } },
  {
    key: 'bodyOfficer',
    username: 'congthuong',
    name: 'Lưu Đình Sáng',
    role: { vi: 'Cán bộ Sở Công Thương', en: 'Officer of the department of industry and trade' },
  },
  { key: 'admin', username: 'quantri', name: 'Ngô Quang Vinh', role: { vi: 'Quản trị hệ thống', en: 'Administrator' } },
  {
    key: 'secondAdmin',
    username: 'quantri2',
    name: 'Đinh Thị Nhàn',
    role: { vi: 'Quản trị thứ hai, xác nhận bản quy định', en: 'Second administrator, confirms versions' },
  },
]
