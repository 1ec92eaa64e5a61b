import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('tinh', 'office/home.page.tsx'),
  route('tinh/dot', 'office/rounds.page.tsx'),
  route('tinh/dot/moi', 'office/round-new.page.tsx'),
  route('tinh/dot/:id', 'office/round.page.tsx'),
  route('tinh/tiep-nhan', 'office/reception.page.tsx'),
  route('tinh/tiep-nhan/:id', 'office/receive.page.tsx'),
  route('tinh/tiep-nhan/:id/bo-sung', 'office/return.page.tsx'),
  route('tinh/tiep-nhan/:id/tu-choi', 'office/reject.page.tsx'),
  route('tinh/ho-so', 'office/register.page.tsx'),
  route('tinh/ho-so.xlsx', 'office/register.xlsx.ts'),
  route('tinh/ho-so/:id', 'office/dossier.page.tsx'),
  route('tinh/ho-so/:id/to-tu-van', 'office/advisory.page.tsx'),
  route('tinh/ho-so/:id/rieng-tu', 'commune/private.page.tsx', { id: 'office/private' }),
] satisfies RouteConfigEntry[]
