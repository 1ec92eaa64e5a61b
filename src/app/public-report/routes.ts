import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Reports from the public: anyone files one and reads its answer by a code; the office looks into them; a holder reads what it is told. */
export default [
  route('phan-anh', 'public-report/send.page.tsx'),
  route('phan-anh/:code', 'public-report/answer.page.tsx'),
  route('tinh/phan-anh', 'public-report/reports.page.tsx'),
  route('tinh/phan-anh.xlsx', 'public-report/reports.xlsx.ts'),
  route('tinh/phan-anh/vu-viec/:id', 'public-report/case.page.tsx'),
  route('tinh/phan-anh/:id', 'public-report/report.page.tsx'),
  route('thong-bao-phan-anh/:id', 'public-report/message.page.tsx'),
] satisfies RouteConfigEntry[]
