import { route } from '@react-router/dev/routes'

/** Pages of closing an item; spread into the council's routes. */
export const closingRoutes = [
  route('hoi-dong/ky-hop/:meetingId/chot', 'council/closing-list.page.tsx'),
  route('hoi-dong/ho-so/:itemId/dong', 'council/closing.page.tsx'),
  route('hoi-dong/ho-so/:itemId/bieu-quyet', 'council/closing-vote.page.tsx'),
  route('hoi-dong/ho-so/:itemId/ket-qua', 'council/closing-result.page.tsx'),
  route('hoi-dong/ho-so/:itemId/so-sanh', 'council/comparison.page.tsx'),
  route('hoi-dong/ho-so/:itemId/ket-qua/du-lieu.json', 'council/closing-data.ts'),
]
