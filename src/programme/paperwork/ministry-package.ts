/** The zip sent to the ministry for a product of 90 points and more: papers in order, a manifest with hashes, what is missing and why. */
import { type ZipPackage, zipPackage } from '#/platform/documents/zip.ts'
import type { PaperRegulation } from './paper.ts'

/** `title` as the regulation's list names it; `folder` groups the files of the product dossier. */
export type PackedPaper = { title: string; name: string; bytes: Uint8Array; folder?: string | undefined }

export type MinistryPackageData = {
  createdAt: string
  dossierCode: string
  product: string
  producer: string
  regulation: PaperRegulation
  papers: readonly PackedPaper[]
  missing: readonly { paper: string; reason: string }[]
  demo?: boolean | undefined
}

export const MANIFEST_NAME = '00-danh-muc.json'

/**
 * Files are numbered in the order given ("01 - …"). The manifest comes first and holds, per file, its title, path, original name, size and SHA-256,
 * and the missing papers with reasons. The same data give the same bytes and so the same `sha256`.
 */
export function packForMinistry(data: MinistryPackageData): ZipPackage & { name: string } {
  const digits = String(data.papers.length).length < 2 ? 2 : String(data.papers.length).length
  const files = data.papers.map((paper, index) => ({
    name: `${String(index + 1).padStart(digits, '0')} - ${paper.name}`,
    bytes: paper.bytes,
    ...(paper.folder ? { folder: paper.folder } : {}),
  }))
  const made = zipPackage(files, {
    name: MANIFEST_NAME,
    write: (listed) =>
      `${JSON.stringify(
        {
          hoSo: data.dossierCode,
          sanPham: data.product,
          chuThe: data.producer,
          lapLuc: data.createdAt,
          ...(data.demo ? { ghiChu: 'Dữ liệu trình diễn' } : {}),
          quyDinh: { ma: data.regulation.id, ten: data.regulation.title, sha256: data.regulation.contentHash },
          thanhPhan: listed.map((file, index) => ({
            thuTu: index + 1,
            ten: data.papers[index]?.title,
            tep: file.path,
            tenGoc: data.papers[index]?.name,
            soByte: file.size,
            sha256: file.sha256,
          })),
          conThieu: data.missing.map((one) => ({ ten: one.paper, lyDo: one.reason })),
        },
        null,
        2,
      )}\n`,
  })
  return { ...made, name: `Hồ sơ trình bộ - ${data.dossierCode}.zip` }
}
