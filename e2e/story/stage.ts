// What the acts of the story share: the site, its people, one browser session per person, and what was learned on the way.
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { DESKTOP, PHONE, visit, type Visitor } from '../browser.ts'
import { wordText } from '../crawl.ts'
import type { Site } from '../site.ts'
import type { Ctx } from '#/programme/context.ts'
import { jobDefinitions } from '#/programme/jobs.ts'
import { actAs, TEST_PASSWORD, type Person, type World } from '#/testing/world.ts'

export type Stage = {
  url: string
  browser: Browser
  world: World
  /** One verb by one person without a page: for the third and fourth time something is done that pages have shown already. */
  verb: <T>(person: Person, run: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Moves the site's clock, as a night between two days does. */
  wait: (iso: string) => void
  /** Does the work that presses have left for later, as the program does in the background. */
  jobs: () => Promise<void>
  /** Addresses and codes one act leaves for the next, by name. */
  facts: Record<string, string>
  /** The signed-in browser of a person, at the width that person works with. */
  as: (person: Person) => Promise<Visitor>
  /** Someone without an account, on a phone. */
  stranger: () => Promise<Visitor>
}

/** A producer and a commune work on phones, the others at desks. */
const onPhones: readonly Person[] = ['producer', 'communeOfficer', 'communeLeader', 'otherCommuneOfficer', 'otherCommuneLeader']

export function openStage(site: Pick<Site, 'url' | 'services'>, world: World, browser: Browser): Stage {
  const visitors = new Map<string, Promise<Visitor>>()
  const once = (name: string, open: () => Promise<Visitor>): Promise<Visitor> => {
    const opened = visitors.get(name) ?? open()
    visitors.set(name, opened)
    return opened
  }
  return {
    url: site.url,
    browser,
    world,
    verb: (person, run) => actAs(world, person, run),
    wait: (iso) => site.services.clock.set(iso),
    jobs: async () => {
      const definitions = jobDefinitions(site.services)
      for (const { name, data } of site.services.jobs.held.splice(0)) await definitions.find((job) => job.name === name)?.handler(data)
    },
    facts: {},
    as: (person) =>
      once(person, async () => {
        const visitor = await visit(browser, site, { viewport: onPhones.includes(person) ? PHONE : DESKTOP })
        await visitor.signIn(person.toLowerCase(), TEST_PASSWORD)
        return visitor
      }),
    stranger: () => once('', () => visit(browser, site, { viewport: PHONE })),
  }
}

/** The last id in an address that is a fact. */
export function idIn(stage: Stage, name: string): string {
  const id = fact(stage, name)
    .match(/[0-9a-f-]{36}/g)
    ?.at(-1)
  if (id === undefined) throw new Error(`"${name}" has no id`)
  return id
}

/** A fact an earlier act left. */
export function fact(stage: Stage, name: string): string {
  const value = stage.facts[name]
  if (value === undefined) throw new Error(`no act has left "${name}"`)
  return value
}

/** Presses a button by its words and waits for the page that follows. */
export async function press(page: Page, name: string | RegExp, within = 'main'): Promise<void> {
  // A file field answers to its words as a button too: only what submits is meant.
  const button = page.locator(within).locator('button').filter({ hasText: name }).first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** Follows a link by its words. */
export async function follow(page: Page, name: string | RegExp, within = 'main'): Promise<void> {
  const link = page.locator(within).getByRole('link', { name }).first()
  await Promise.all([page.waitForEvent('load'), link.click()])
}

/** Fills boxes by field name; a select takes its value. */
export async function fill(page: Page, values: Readonly<Record<string, string>>, form = 'main'): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`${form} [name="${name}"]:not([type=hidden])`).first()
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Marks a radio or a check box through its label, as a finger does. */
export async function mark(page: Page, name: string, value: string, within = 'main'): Promise<void> {
  const box = page.locator(`${within} input[name="${name}"][value="${value}"]`).first()
  const id = await box.getAttribute('id')
  const label = id === null ? null : page.locator(`label[for="${id}"]`)
  if (label !== null && (await label.count()) > 0) await label.first().click()
  else await box.check()
}

export async function textOf(page: Page, selector = 'main'): Promise<string> {
  return (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ')
}

export type Opened = { bytes: Uint8Array; type: string }

/** Opens the file a link leads to, with the person's session. */
export async function open(visitor: Visitor, href: string): Promise<Opened> {
  const answer = await visitor.context.request.get(href)
  if (answer.status() !== 200) throw new Error(`${href} answered ${answer.status()}`)
  return { bytes: new Uint8Array(await answer.body()), type: answer.headers()['content-type'] ?? '' }
}

/** The address of the link with these words on the page now shown. */
export async function hrefOf(page: Page, name: string | RegExp, within = 'main'): Promise<string> {
  const href = await page.locator(within).getByRole('link', { name }).first().getAttribute('href')
  if (href === null) throw new Error(`the link ${String(name)} leads nowhere`)
  return href
}

/** The text of a PDF: throws when the bytes are none. */
export async function pdfText(opened: Opened): Promise<string> {
  if (new TextDecoder().decode(opened.bytes.subarray(0, 5)) !== '%PDF-') throw new Error(`not a PDF: ${opened.type}`)
  const { text } = await extractText(await getDocumentProxy(opened.bytes.slice()), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

/** The words of a Word file: throws when the bytes are none. */
export function wordTextOf(opened: Opened): string {
  if (!opened.type.includes('wordprocessingml')) throw new Error(`not a Word file: ${opened.type}`)
  return wordText(opened.bytes).normalize('NFC').replace(/\s+/g, ' ')
}
