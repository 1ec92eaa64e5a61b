// Files of past recognitions for tests: real decisions, invented products and producers.
import { columns, type Cells } from './columns.ts'

export const sample: Cells = {
  id: 'T1',
  product: 'Nước mắm Vạn Triều',
  producer: 'Hợp tác xã Vạn Triều',
  commune: 'phường Quảng Cư',
  district: 'Sầm Sơn',
  province: 'Thanh Hóa',
  new_commune_code: '',
  new_commune: '',
  new_province_code: '',
  new_province: '',
  star: '4',
  score: '',
  year: '2021',
  round: '',
  decision_no: '590/QĐ-UBND',
  decision_date: '2021-03-01',
  authority: 'UBND tỉnh Thanh Hóa',
  status: 'recognised',
  group6_inferred: 'Thực phẩm',
  verification: 'press',
  source: 'https://bao.example/1',
}

export function csvOf(
  rows: readonly Partial<Cells>[],
  options: { bom?: boolean; delimiter?: ',' | ';'; head?: readonly string[] } = {},
): Uint8Array {
  const { bom = false, delimiter = ',', head = columns } = options
  const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = rows.map((row) => columns.map((column) => quoted({ ...sample, ...row }[column])).join(delimiter))
  return new TextEncoder().encode(`${bom ? '\ufeff' : ''}${[head.join(delimiter), ...lines].join('\r\n')}\r\n`)
}

/** `count` rows of many producers and decisions, every one new. */
export function manyRows(count: number): Partial<Cells>[] {
  const kinds = ['Mật ong', 'Trà', 'Gạo nếp', 'Mắm tôm', 'Rượu', 'Nấm khô', 'Bánh gai', 'Chè lam', 'Tinh bột nghệ', 'Dưa lưới']
  return Array.from({ length: count }, (_, index) => ({
    id: `N${index}`,
    product: `${kinds[index % kinds.length]} số ${index}`,
    producer: `Hợp tác xã ${Math.floor(index / 10)} ${['An', 'Bình', 'Cát', 'Dương'][index % 4]}`,
    decision_no: `${100 + (index % 60)}/QĐ-UBND`,
    source: `https://bao.example/${index % 60}`,
  }))
}
