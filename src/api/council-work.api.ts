// What a council is set up for and what goes out in its name: composition, substitutes, presentations, invitations, rules, reports.
import { z } from '@hono/zod-openapi'
import { setComposition } from '#/programme/council/composition.actions.ts'
import {
  issueCouncilReport,
  issueCouncilRules,
  saveCouncilReport,
  saveCouncilRulesText,
} from '#/programme/council/council-paper.actions.ts'
import { issueInvitation, openInvitation } from '#/programme/council/invitation.actions.ts'
import { setPresentation } from '#/programme/council/presentation.actions.ts'
import { nameSubstitute, withdrawSubstitute } from '#/programme/council/substitute.actions.ts'
import { deed, type Endpoint } from './endpoint.ts'
import { id, made, newVersion, reason, version } from './schemas.ts'

const tag = 'council'
const issuing = z.strictObject({ number: z.string(), date: z.string(), signer: z.string() })
const draft = z.strictObject({ text: z.string(), version })
const documentId = z.object({ documentId: id })

export const councilWorkEndpoints: Endpoint[] = [
  deed('put', '/councils/{councilId}/composition', {
    tag,
    title: { vi: 'Thành phần bắt buộc của Hội đồng', en: 'Required composition of a council' },
    body: z.strictObject({
      regulationId: z.string(),
      sizeMin: z.string().default(''),
      sizeMax: z.string().default(''),
      mandatory: z.array(z.string()).max(20).default([]),
      chairDelegation: z.string().default(''),
      version,
    }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: read, ...input } }) => ({
      version: await setComposition(ctx, params.councilId, input, read),
    }),
  }),
  deed('put', '/councils/{councilId}/rules-paper', {
    tag,
    title: { vi: 'Dự thảo văn bản quy chế', en: 'Draft the rules as a paper' },
    body: draft,
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveCouncilRulesText(ctx, params.councilId, body) }),
  }),
  deed('post', '/councils/{councilId}/rules-paper/issue', {
    tag,
    title: { vi: 'Ban hành quy chế', en: 'Issue the rules' },
    body: issuing,
    answer: documentId,
    run: async (ctx, { params, body }) => ({ documentId: await issueCouncilRules(ctx, params.councilId, body) }),
  }),
  deed('post', '/meetings/{meetingId}/invitation', {
    tag,
    title: { vi: 'Phát hành giấy mời', en: 'Issue the invitation' },
    about: {
      vi: 'Khi đã có giấy mời, bản mới thay bản cũ và cần ghi lý do.',
      en: 'Where one stands, the new paper replaces it and needs a reason.',
    },
    body: z.strictObject({
      number: z.string(),
      date: z.string(),
      signer: z.string(),
      signerPost: z.string(),
      content: z.string(),
      guests: z.string().default(''),
      reason: z.string().optional(),
    }),
    answer: documentId,
    run: async (ctx, { params, body }) => ({ documentId: await issueInvitation(ctx, params.meetingId, body) }),
  }),
  deed('post', '/meetings/{meetingId}/invitation/open', {
    tag,
    title: { vi: 'Mở giấy mời của tôi', en: 'Open my invitation' },
    answer: documentId,
    run: async (ctx, { params }) => ({ documentId: await openInvitation(ctx, params.meetingId) }),
  }),
  deed('post', '/meetings/{meetingId}/substitutes', {
    tag,
    title: { vi: 'Cử người dự thay', en: 'Name a substitute' },
    body: z.strictObject({
      memberId: z.string(),
      accountId: z.string(),
      bodyId: z.string().default(''),
      post: z.string(),
      mandateNumber: z.string(),
      mandateDate: z.string(),
    }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await nameSubstitute(ctx, params.meetingId, body) }),
  }),
  deed('post', '/meetings/{meetingId}/substitutes/{memberId}/withdraw', {
    tag,
    title: { vi: 'Thôi dự thay', en: 'Take a substitute back' },
    body: reason,
    run: (ctx, { params, body }) => withdrawSubstitute(ctx, params.meetingId, params.memberId, body.reason),
  }),
  deed('put', '/items/{itemId}/presentation', {
    tag,
    title: { vi: 'Giờ chủ thể trình bày', en: 'When the producer presents' },
    body: z.strictObject({ from: z.string(), to: z.string() }),
    run: (ctx, { params, body }) => setPresentation(ctx, params.itemId, body),
  }),
  deed('put', '/meetings/{meetingId}/report', {
    tag,
    title: { vi: 'Dự thảo báo cáo của Hội đồng', en: 'Draft the report of the council' },
    body: draft,
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveCouncilReport(ctx, params.meetingId, body) }),
  }),
  deed('post', '/meetings/{meetingId}/report/issue', {
    tag,
    title: { vi: 'Ban hành báo cáo của Hội đồng', en: 'Issue the report of the council' },
    body: issuing,
    answer: documentId,
    run: async (ctx, { params, body }) => ({ documentId: await issueCouncilReport(ctx, params.meetingId, body) }),
  }),
]
