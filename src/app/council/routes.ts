import { route, type RouteConfigEntry } from '@react-router/dev/routes'
import { closingRoutes } from './closing.routes.ts'

export default [
  route('hoi-dong/ky-hop', 'council/meetings.page.tsx'),
  route('hoi-dong/ky-hop/:meetingId', 'council/meeting.page.tsx'),
  route('hoi-dong/ky-hop/:meetingId/giay-moi', 'council/invitation.page.tsx'),
  route('hoi-dong/ky-hop/:meetingId/bao-cao', 'council/report.page.tsx'),
  route('hoi-dong/ky-hop/:meetingId/y-kien', 'council/opinion.page.tsx'),
  route('hoi-dong/ky-hop/:meetingId/in', 'council/meeting-print.page.tsx'),
  route('hoi-dong/muc/:itemId', 'council/item.page.tsx'),
  route('hoi-dong/muc/:itemId/hoan-tat', 'council/finalise.page.tsx'),
  route('hoi-dong/muc/:itemId/phieu-bang-van-ban', 'council/first-ballots.page.tsx'),
  ...closingRoutes,
] satisfies RouteConfigEntry[]
