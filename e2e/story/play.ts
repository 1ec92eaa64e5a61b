// Plays the acts of a story, one after the other, in one site with one browser session per person.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { makeWorld } from '#/testing/world.ts'
import { openBrowser } from '../browser.ts'
import { openSite, type Site } from '../site.ts'
import { openStage, type Stage } from './stage.ts'

/** Each act stands on the one before; on a busy machine one may take minutes. */
const PATIENCE = 300_000

/** Acts by title, in their order; after one that failed the others have nothing to stand on and say so. `now`: where the site's clock begins. */
export function play(acts: Readonly<Record<string, (stage: Stage) => Promise<void>>>, options: { now?: string } = {}): void {
  let site: Site
  let browser: Browser
  let stage: Stage
  let broken = ''

  beforeAll(async () => {
    site = await openSite(options)
    const world = await makeWorld(site.services)
    browser = await openBrowser()
    stage = openStage(site, world, browser)
  }, PATIENCE)

  afterAll(async () => {
    // The sessions go with the browser.
    await browser?.close().catch(() => {}) // a browser already gone says nothing about the pages
    await site?.close()
  })

  for (const [title, act] of Object.entries(acts))
    test(
      title,
      async () => {
        if (broken !== '') throw new Error(`not played: "${broken}" failed`)
        broken = title
        await act(stage)
        broken = ''
      },
      PATIENCE,
    )
}
