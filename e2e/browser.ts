// The browser that comes by npm, pages at phone and desktop width, axe on every page visited, pictures to look at.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

export const PHONE = { width: 360, height: 740 }
export const DESKTOP = { width: 1280, height: 900 }

/** CHROME_PATH overrides the packaged browser. A launch that dies under load is tried again: it says nothing about the pages. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROME_PATH']
  const options = given ? { executablePath: given } : { executablePath: await sparticuz.executablePath(), args: plainArgs() }
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.launch(options)
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

/** The package's own arguments without drawing by an emulated graphics card, and with one process per page: half the work, and a page that dies leaves the others. */
function plainArgs(): string[] {
  return [...sparticuz.args.filter((arg) => !/swiftshader|^--use-gl|^--single-process/.test(arg)), '--disable-webgl', '--disable-gpu']
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env['PICTURES']
if (pictures) mkdirSync(pictures, { recursive: true })

export type Visitor = {
  page: Page
  context: BrowserContext
  /** Checks the page now shown: WCAG 2.2 A and AA at the person's own width, no sideways scroll at phone and desktop width; keeps pictures of both when PICTURES names a folder. */
  look: (name: string) => Promise<void>
  signIn: (username: string, password: string) => Promise<void>
  close: () => Promise<void>
}

export async function visit(
  browser: Browser,
  site: { url: string },
  options: { viewport?: { width: number; height: number }; javaScript?: boolean } = {},
): Promise<Visitor> {
  const viewport = options.viewport ?? DESKTOP
  const context = await browser.newContext({
    baseURL: site.url,
    viewport,
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const fits = async (name: string, size: { width: number }): Promise<void> => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${size.width}.png`), fullPage: true })
    if (options.javaScript === false) return
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) throw new Error(`${name}: the page scrolls sideways by ${over} px at ${size.width} px`)
  }
  const look = async (name: string): Promise<void> => {
    // A press may still be on its way to the next page.
    await page.waitForLoadState()
    await page.locator('main').waitFor()
    await fits(name, viewport)
    if (options.javaScript === false) return
    const other = viewport.width === PHONE.width ? DESKTOP : PHONE
    await page.setViewportSize(other)
    await fits(name, other)
    await page.setViewportSize(viewport)
    const faults = await axeFaults(page)
    if (faults.length > 0) throw new Error(`${name} at ${viewport.width} px: ${faults.join('\n')}`)
  }
  return {
    page,
    context,
    look,
    signIn: async (username, password) => {
      await page.goto('/dang-nhap')
      await page.fill('form:has(input[type=password]) input[name=username]:not([type=hidden])', username)
      await page.fill('input[type=password]', password)
      await page.click('form:has(input[type=password]) button')
      await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    },
    close: () => context.close(),
  }
}

type AxeResult = { violations: { id: string; help: string; nodes: { html: string }[] }[] }

/**
 * axe runs through the debugger, so the page's own strict script policy stays as it is. A bar that sticks to the foot of the window
 * is let go meanwhile: what it happens to cover can be scrolled free, and would be judged too small to press.
 */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const result = await page.evaluate(async () => {
    for (const element of document.querySelectorAll<HTMLElement>('main *'))
      if (['sticky', 'fixed'].includes(getComputedStyle(element).position)) element.style.position = 'static'
    const { axe } = globalThis as unknown as { axe: { run: (scope: Document, options: unknown) => Promise<unknown> } }
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    for (const element of document.querySelectorAll<HTMLElement>('main [style]'))
      if (element.style.position === 'static') element.style.position = ''
    return found
  })
  return (result as AxeResult).violations.map(
    (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
}
