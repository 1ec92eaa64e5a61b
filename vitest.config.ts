import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest files, longest first: begun last, one of them would run alone at the end. */
const longest = ['permissions', 'story', 'leaks-programme', 'programme', 'leaks'].map((name) => `e2e/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = (file: TestSpecification): number => {
      const at = longest.findIndex((name) => file.moduleId.endsWith(name))
      return at === -1 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

const common = {
  pool: 'forks',
  // The builds of the libraries that the server runs with.
  env: { NODE_ENV: 'production' },
  // Opening and closing the embedded engine many times in one process can abort Node 24 where it frees the engine's code
  // ("jit_page_->allocations_.erase", nodejs/node 64500): a test process keeps that code until it ends.
  execArgv: ['--no-wasm-code-gc', '--no-flush-liftoff-code'] as string[],
  testTimeout: 60_000,
  hookTimeout: 180_000,
  teardownTimeout: 10_000,
} as const

export default defineConfig({
  test: {
    globalSetup: ['src/testing/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    projects: [
      // One process for many files: the code is read and the engine started once. Files share nothing else (src/testing/services.ts).
      { test: { ...common, name: 'src', include: ['src/**/*.test.ts'], isolate: false, provide: { sharedWorker: true } } },
      { test: { ...common, name: 'e2e', include: ['e2e/**/*.test.ts', 'scripts/**/*.test.ts'], provide: { sharedWorker: false } } },
    ],
  },
})
