import { index, route, type RouteConfigEntry } from '@react-router/dev/routes'

// /c/:code is not here: the front answers it by itself (verify.http.ts).
export default [
  index('public/home.tsx'),
  route('danh-muc', 'public/catalogue.tsx'),
  route('san-pham/:id', 'public/product.tsx'),
  route('kiem-tra', 'public/check.tsx'),
] satisfies RouteConfigEntry[]
