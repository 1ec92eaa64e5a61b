// What a level is called on pages and papers.
import type { AssessingLevel } from '../people/authority.ts'

export const levelNames: Record<AssessingLevel, { vi: string; en: string }> = {
  district: { vi: 'cấp huyện', en: 'the district' },
  province: { vi: 'cấp tỉnh', en: 'the province' },
  central: { vi: 'cấp trung ương', en: 'the ministry' },
}
