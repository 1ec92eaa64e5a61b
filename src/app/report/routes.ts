import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('bao-cao', 'report/reports.page.tsx'),
  route('bao-cao.xlsx', 'report/reports.xlsx.ts'),
  route('bao-cao/dot', 'report/calls.page.tsx'),
  route('bao-cao/dot.xlsx', 'report/calls.xlsx.ts'),
  route('bao-cao/dot/them', 'report/call-new.page.tsx'),
  route('bao-cao/dot/:id', 'report/call.page.tsx'),
  route('bao-cao/dot/:id/tong-hop.xlsx', 'report/call.xlsx.ts'),
  route('bao-cao/mau', 'report/forms.page.tsx'),
  route('bao-cao/mau/:id', 'report/form.page.tsx'),
  route('bao-cao/:id', 'report/report.page.tsx'),
  route('bao-cao/:id/nhap', 'report/fill.page.tsx'),
  route('bao-cao/:id/nhap.xlsx', 'report/fill.xlsx.ts'),
  route('bao-cao/:id/dong/:row', 'report/row.page.tsx'),
  route('bao-cao/:id/tra-lai', 'report/send-back.page.tsx'),
  route('bao-cao/:id/bang.xlsx', 'report/report.xlsx.ts'),
  route('bao-cao/:id/du-thao.pdf', 'report/draft.pdf.ts'),
] satisfies RouteConfigEntry[]
