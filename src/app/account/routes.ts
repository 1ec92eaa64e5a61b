import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export default [
  route('dang-nhap', 'account/sign-in.page.tsx'),
  route('dang-xuat', 'account/sign-out.tsx'),
  route('tai-khoan', 'account/account.page.tsx'),
  route('tai-khoan/ban-lam-viec', 'account/desk.page.tsx'),
  route('thong-bao', 'account/notices.page.tsx'),
] satisfies RouteConfigEntry[]
