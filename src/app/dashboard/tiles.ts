/**
 * The 34 provinces as tiles, laid by hand roughly where they lie (column, row): Nghị quyết 202/2025/QH15. Two tiles stand in the sea for the
 * special zones Hoàng Sa (thành phố Đà Nẵng) and Trường Sa (tỉnh Khánh Hòa): they carry their names and lead to their province.
 */
export type Tile = { code: string; short: string; column: number; row: number }

export const tiles: readonly Tile[] = [
  { code: '12', short: 'Lai Châu', column: 0, row: 0 },
  { code: '15', short: 'Lào Cai', column: 1, row: 0 },
  { code: '08', short: 'Tuyên Quang', column: 2, row: 0 },
  { code: '04', short: 'Cao Bằng', column: 3, row: 0 },
  { code: '11', short: 'Điện Biên', column: 0, row: 1 },
  { code: '14', short: 'Sơn La', column: 1, row: 1 },
  { code: '25', short: 'Phú Thọ', column: 2, row: 1 },
  { code: '19', short: 'Thái Nguyên', column: 3, row: 1 },
  { code: '20', short: 'Lạng Sơn', column: 4, row: 1 },
  { code: '01', short: 'Hà Nội', column: 2, row: 2 },
  { code: '24', short: 'Bắc Ninh', column: 3, row: 2 },
  { code: '22', short: 'Quảng Ninh', column: 4, row: 2 },
  { code: '37', short: 'Ninh Bình', column: 2, row: 3 },
  { code: '33', short: 'Hưng Yên', column: 3, row: 3 },
  { code: '31', short: 'Hải Phòng', column: 4, row: 3 },
  { code: '38', short: 'Thanh Hóa', column: 2, row: 4 },
  { code: '40', short: 'Nghệ An', column: 2, row: 5 },
  { code: '42', short: 'Hà Tĩnh', column: 2, row: 6 },
  { code: '44', short: 'Quảng Trị', column: 3, row: 7 },
  { code: '46', short: 'Huế', column: 3, row: 8 },
  { code: '48', short: 'Đà Nẵng', column: 3, row: 9 },
  { code: '51', short: 'Quảng Ngãi', column: 3, row: 10 },
  { code: '52', short: 'Gia Lai', column: 3, row: 11 },
  { code: '66', short: 'Đắk Lắk', column: 3, row: 12 },
  { code: '68', short: 'Lâm Đồng', column: 2, row: 13 },
  { code: '56', short: 'Khánh Hòa', column: 3, row: 13 },
  { code: '80', short: 'Tây Ninh', column: 0, row: 14 },
  { code: '75', short: 'Đồng Nai', column: 1, row: 14 },
  { code: '79', short: 'TP. HCM', column: 2, row: 14 },
  { code: '91', short: 'An Giang', column: 0, row: 15 },
  { code: '82', short: 'Đồng Tháp', column: 1, row: 15 },
  { code: '86', short: 'Vĩnh Long', column: 2, row: 15 },
  { code: '96', short: 'Cà Mau', column: 0, row: 16 },
  { code: '92', short: 'Cần Thơ', column: 1, row: 16 },
]

export const islands: readonly Tile[] = [
  { code: '48', short: 'Hoàng Sa', column: 5, row: 9 },
  { code: '56', short: 'Trường Sa', column: 5, row: 13 },
]
