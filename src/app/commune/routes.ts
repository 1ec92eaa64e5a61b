import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('xa/hop-viec', 'commune/inbox.page.tsx'),
  route('xa/hop-viec.csv', 'commune/inbox.csv.ts'),
  route('xa/ho-so/:id', 'commune/dossier.page.tsx'),
  route('xa/ho-so/:id/bo-sung', 'commune/supplement.page.tsx'),
  route('xa/ho-so/:id/tu-choi', 'commune/reject.page.tsx'),
  route('xa/ho-so/:id/thay-doi', 'commune/changes.page.tsx'),
  route('xa/ho-so/:id/bao-cao', 'commune/report.page.tsx'),
  route('xa/ho-so/:id/ban-hanh', 'commune/issue.page.tsx'),
  route('xa/ho-so/:id/gui-tinh', 'commune/send.page.tsx'),
  route('xa/ho-so/:id/lich-su', 'commune/history.page.tsx'),
  route('xa/ho-so/:id/rieng-tu', 'commune/private.page.tsx'),
] satisfies RouteConfigEntry[]
