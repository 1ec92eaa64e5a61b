import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { MANIFEST_NAME, packForMinistry } from './ministry-package.ts'

const paper = (title: string, name: string) => ({ title, name, bytes: new TextEncoder().encode(title) })
const data = {
  createdAt: '2026-12-25T01:00:00Z',
  dossierCode: 'HS-38-16531-0007-2026',
  product: 'Nước mắm thượng hạng Lạch Bạng',
  producer: 'Công ty CP Nước mắm Lạch Bạng',
  regulation: { id: 'qd-26-2026', title: 'Quyết định số 26/2026/QĐ-TTg', contentHash: 'ab'.repeat(32) },
  papers: [
    paper('Văn bản đề nghị', 'cong-van.pdf'),
    paper('Báo cáo của Tổ tư vấn', '../../bao cao?.pdf'),
    paper('Báo cáo của Hội đồng', MANIFEST_NAME),
  ],
  missing: [{ paper: 'Phiếu kiểm nghiệm bổ sung', reason: 'đang chờ kết quả' }],
}

test('the package lists its papers in order with hashes that match, and names what is missing with the reason', () => {
  const made = packForMinistry(data)
  const files = unzipSync(made.bytes)
  const manifest = JSON.parse(strFromU8(files[MANIFEST_NAME] ?? new Uint8Array())) as {
    thanhPhan: { tep: string; ten: string; sha256: string }[]
    conThieu: unknown[]
  }
  expect(manifest.thanhPhan.map((one) => one.ten)).toEqual(['Văn bản đề nghị', 'Báo cáo của Tổ tư vấn', 'Báo cáo của Hội đồng'])
  expect(manifest.thanhPhan.map((one) => one.tep)).toEqual(['01 - cong-van.pdf', '02 - ..-..-bao cao-.pdf', '03 - 00-danh-muc.json'])
  for (const one of manifest.thanhPhan) expect(strFromU8(files[one.tep] ?? new Uint8Array())).toBe(one.ten)
  expect(manifest.conThieu).toEqual([{ ten: 'Phiếu kiểm nghiệm bổ sung', lyDo: 'đang chờ kết quả' }])
})

test('packing twice gives the same hash; another paper another one', () => {
  expect(packForMinistry(data).sha256).toBe(packForMinistry(data).sha256)
  expect(packForMinistry({ ...data, papers: data.papers.slice(1) }).sha256).not.toBe(packForMinistry(data).sha256)
})
