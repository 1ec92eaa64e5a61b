import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Batches: the producer keeps and publishes them, desk and commune read, anyone opens one by the code on its label. */
export default [
  route('lo/:code', 'batch/public.page.tsx'),
  route('lo/:code/qr.svg', 'batch/qr.svg.ts'),
  route('lo-san-xuat', 'batch/batches.page.tsx'),
  route('lo-san-xuat.xlsx', 'batch/batches.xlsx.ts'),
  route('lo-san-xuat/them', 'batch/batch-new.page.tsx'),
  route('lo-san-xuat/:id', 'batch/batch.page.tsx'),
  route('lo-san-xuat/:id/sua', 'batch/batch-edit.page.tsx'),
  route('lo-san-xuat/:id/tem.pdf', 'batch/labels.pdf.ts'),
] satisfies RouteConfigEntry[]
