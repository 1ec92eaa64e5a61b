import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('quan-tri/tai-khoan', 'admin/accounts.page.tsx'),
  route('quan-tri/tai-khoan/them', 'admin/new-account.page.tsx'),
  route('quan-tri/tai-khoan/:id', 'admin/account.page.tsx'),
  route('quan-tri/cac-cap', 'admin/desks.page.tsx'),
  route('quan-tri/thiet-lap', 'admin/settings.page.tsx'),
  route('quan-tri/thiet-lap/:key', 'admin/setting.page.tsx'),
  route('quan-tri/ngay-nghi', 'admin/holidays.page.tsx'),
  route('quan-tri/ngay-nghi/ngay', 'admin/holiday.page.tsx'),
  route('quan-tri/ngay-nghi/nhap', 'admin/holiday-import.page.tsx'),
  route('quan-tri/nhat-ky', 'admin/ledger.page.tsx'),
  route('quan-tri/nhat-ky/tai-ve', 'admin/ledger-export.ts'),
  route('quan-tri/kiem-tra-he-thong', 'admin/doctor.page.tsx'),
] satisfies RouteConfigEntry[]
