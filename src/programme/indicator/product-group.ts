/**
 * The six groups of products under the names each regulation gives them. A plan of one time reads the groups of its own pack and of the others.
 * Interpretation: "vải, may mặc" and "lưu niệm - nội thất - trang trí" of QĐ 1048/2019 are handicraft in QĐ 148/2023 and 26/2026 (seed S1:91, X12);
 * the ornamental group is new in QĐ 148/2023.
 */
export const productGroups = {
  food: ['Thực phẩm'],
  drink: ['Đồ uống'],
  medicinal: ['Dược liệu và sản phẩm từ dược liệu', 'Thảo dược'],
  craft: ['Hàng thủ công mỹ nghệ', 'Vải, may mặc', 'Lưu niệm - nội thất - trang trí'],
  ornamental: ['Sinh vật cảnh'],
  tourism: ['Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch', 'Dịch vụ du lịch nông thôn, bán hàng'],
} as const satisfies Record<string, readonly string[]>

export type ProductGroup = keyof typeof productGroups
export const productGroupIds = Object.keys(productGroups) as [ProductGroup, ...ProductGroup[]]

/** The group a printed sector belongs to; null for a name no pack prints. */
export function productGroupOf(sector: string): ProductGroup | null {
  return productGroupIds.find((id) => (productGroups[id] as readonly string[]).includes(sector)) ?? null
}
