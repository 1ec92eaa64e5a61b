import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Around the session: visits and laboratory tests, objections and their answer, what the ministry asks and answers, recalls. */
export default [
  route('tinh/ho-so/:id/kiem-tra-thuc-te', 'after/visits.page.tsx'),
  route('tinh/kiem-tra-thuc-te/:id', 'after/visit.page.tsx'),
  route('tinh/kiem-nghiem/:id', 'after/lab-test.page.tsx'),
  route('ho-so/:id/kien-nghi', 'after/own-objection.page.tsx'),
  route('tinh/kien-nghi', 'after/objections.page.tsx'),
  route('tinh/kien-nghi.xlsx', 'after/objections.xlsx.ts'),
  route('tinh/kien-nghi/:id', 'after/objection.page.tsx'),
  route('tinh/yeu-cau-cua-bo', 'after/requests.page.tsx'),
  route('tinh/yeu-cau-cua-bo.xlsx', 'after/requests.xlsx.ts'),
  route('tinh/yeu-cau-cua-bo/:id', 'after/request.page.tsx'),
  route('tinh/ho-so/:id/yeu-cau-cua-bo', 'after/request-new.page.tsx'),
  route('tinh/ho-so/:id/tra-loi-cua-bo', 'after/ministry-answer.page.tsx'),
  route('tinh/chung-nhan/:id/thu-hoi-cong-nhan', 'after/recall.page.tsx'),
] satisfies RouteConfigEntry[]
