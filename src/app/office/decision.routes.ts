import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Decisions, letters, ministry packs, the register of certificates, the clerk's pages. */
export default [
  route('tinh/quyet-dinh', 'office/decisions.page.tsx'),
  route('tinh/quyet-dinh/:id', 'office/decision.page.tsx'),
  route('tinh/thong-bao/:id', 'office/letter.page.tsx'),
  route('tinh/trinh-bo/:id', 'office/pack.page.tsx'),
  route('tinh/trinh-bo/:id/tep/:pack', 'office/pack-file.ts'),
  route('tinh/chung-nhan', 'office/certificates.page.tsx'),
  route('tinh/chung-nhan/xuat', 'office/certificates-export.ts'),
  route('tinh/chung-nhan/thong-bao-het-han', 'office/expiry-letters.page.tsx'),
  route('tinh/chung-nhan/:id', 'office/certificate.page.tsx'),
  route('van-thu', 'office/clerk.page.tsx'),
  route('van-thu/so-van-ban', 'office/numbers.page.tsx'),
  route('van-thu/:id', 'office/clerk-paper.page.tsx'),
] satisfies RouteConfigEntry[]
