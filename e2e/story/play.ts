// Plays the acts of a story, one after the other, in one site with one browser session per person.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { makeWorld } from '#/testing/world.ts'
import { openBrowser } from '../browser.ts'
import { openSite, type Site } from '../site.ts'
import { openStage, type Stage } from './stage.ts'

/** Each act stands on the one before; on a busy machine one may take minutes. */
const PATIENCE = 300_000

export type Act = (title: string, play: (stage: Stage) => Promise<void>) => void

/**
 * Opens the stage for the acts of a file and returns what registers one. After one that failed the others have nothing to stand on and say so.
 * `now`: where the site's clock begins.
 */
export function story(options: { now?: string } = {}): Act {
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

  return (title, play) =>
    test(
      title,
      async () => {
        if (broken !== '') throw new Error(`not played: "${broken}" failed`)
        broken = title
        await play(stage)
        broken = ''
      },
      PATIENCE,
    )
}
