// Anyone, on a phone: the code on the label, today and after its last day; the same for a program; the catalogue by words without accents.
import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { fact, fill, textOf, type Stage } from './stage.ts'

export default async function anyoneChecks(stage: Stage): Promise<void> {
  const { page, look, context } = await stage.stranger()
  const here = `/c/${fact(stage, 'code')}`
  const json = async () =>
    (await (await context.request.get(here, { headers: { accept: 'application/json' } })).json()) as { status: unknown }
  const statusNow = async () => JSON.stringify((await json()).status)

  await page.goto(here)
  const text = await textOf(page)
  assert.match(text, /Đang có hiệu lực/)
  assert.match(text, /Nước mắm cốt nhĩ Vạn Triều/)
  assert.match(text, /500 ml/)
  assert.match(text, /12\/10\/2029/)
  assert.equal(await page.locator('script').count(), 0)
  assert.ok(gzipSync(await page.content()).length < 15 * 1024)
  assert.match(await statusNow(), /valid/)
  await look('07-valid')

  await page.goto('/')
  await look('07-home')
  await page.goto('/danh-muc')
  await fill(page, { q: 'nuoc mam van trieu' })
  await page.locator('main form button').first().click()
  await page.waitForURL(/q=/)
  assert.match(await textOf(page), /Nước mắm cốt nhĩ Vạn Triều/)
  await look('07-catalogue')
  await page.locator('main a[href^="/san-pham/"]').first().click()
  await page.waitForURL(/san-pham\//)
  await look('07-product')
  await page.goto('/danh-muc?q=xyz+khong+co')
  assert.match(await textOf(page), /Không có sản phẩm nào khớp/)

  await page.goto('/kiem-tra')
  await fill(page, { ma: fact(stage, 'code').toLowerCase() })
  await look('07-check')
  await page.locator('main form button').first().click()
  await page.waitForURL((url) => url.pathname === here)

  // The last valid day counts, in the time of Vietnam. The phone may keep the page for a minute of real time, so it asks again.
  stage.wait('2029-10-12T16:59:00Z')
  await page.reload()
  assert.match(await textOf(page), /Đang có hiệu lực/)
  stage.wait('2029-10-12T17:01:00Z')
  await page.reload()
  assert.match(await textOf(page), /Đã hết hạn/)
  assert.match(await statusNow(), /expired/)
  await look('07-expired')
  await page.goto('/danh-muc?q=nuoc+mam+van+trieu')
  assert.match(await textOf(page), /Không có sản phẩm nào khớp/, 'an expired product is not in the catalogue')

  const unknown = await page.goto('/c/22222222222222222')
  assert.equal(unknown?.status(), 404)
  await look('07-unknown')
}
