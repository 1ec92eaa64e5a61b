import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Around the session: visits and laboratory tests of the office, objections of the producer and their answer. */
export default [
  route('tinh/ho-so/:id/kiem-tra-thuc-te', 'after/visits.page.tsx'),
  route('tinh/kiem-tra-thuc-te/:id', 'after/visit.page.tsx'),
  route('tinh/kiem-nghiem/:id', 'after/lab-test.page.tsx'),
  route('ho-so/:id/kien-nghi', 'after/own-objection.page.tsx'),
  route('tinh/kien-nghi/:id', 'after/objection.page.tsx'),
] satisfies RouteConfigEntry[]
