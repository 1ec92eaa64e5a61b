import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('tinh/hoi-dong', 'office/councils.page.tsx'),
  route('tinh/hoi-dong/:councilId', 'office/council.page.tsx'),
  route('tinh/hoi-dong/:councilId/quy-che', 'office/council-rules.page.tsx'),
  route('tinh/hoi-dong/:councilId/thanh-phan', 'office/council-composition.page.tsx'),
  route('tinh/hoi-dong/:councilId/van-ban-quy-che', 'office/council-rules-paper.page.tsx'),
  route('tinh/hoi-dong/:councilId/ky-hop/:meetingId/chuan-bi', 'office/council-session.page.tsx'),
  route('tinh/hoi-dong/:councilId/ky-hop/:meetingId', 'office/council-meeting.page.tsx'),
  route('tinh/hoi-dong/:councilId/ky-hop/:meetingId/xung-dot', 'office/council-conflicts.page.tsx'),
] satisfies RouteConfigEntry[]
