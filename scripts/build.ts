// Builds the pages (React Router) and the small browser modules (src/app/enhance). Does nothing while the build is newer than its sources.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const buildDirectory = path.resolve(root, process.env['OCOP_BUILD_DIR'] ?? 'build')
const stamp = path.join(buildDirectory, 'built.json')

/** Files whose change asks for a new build. The domain (platform, regulation, programme) is not bundled, see vite.config.ts. */
function sources(): string[] {
  const pages = globSync('src/app/**/*.{ts,tsx,css}', { cwd: root }).filter((file) => !file.includes('.test.'))
  return [...pages, 'vite.config.ts', 'react-router.config.ts', 'package-lock.json', 'scripts/build.ts'].toSorted()
}

/** A digest of names, sizes and contents: a file that was only touched, or went away, is judged rightly too. */
function fingerprint(files: string[]): string {
  const hash = createHash('sha256').update(process.env['OCOP_AREAS'] ?? '')
  for (const file of files) {
    hash.update(file)
    hash.update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function isFresh(wanted: string): boolean {
  if (!existsSync(stamp) || !existsSync(path.join(buildDirectory, 'server/index.js'))) return false
  return statSync(stamp).isFile() && JSON.parse(readFileSync(stamp, 'utf8')).sources === wanted
}

function enhanceModules(): string[] {
  return globSync('src/app/enhance/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
}

async function buildEnhance(files: string[]): Promise<void> {
  if (files.length === 0) return
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: path.join(buildDirectory, 'client/assets/enhance'),
      emptyOutDir: true,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [path.basename(file, '.ts'), path.join(root, file)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        preserveEntrySignatures: false,
      },
    },
  })
}

/** Runs `react-router build` in its own process: it wants NODE_ENV=production before anything is loaded. Its output is shown only on failure. */
function buildPages(enhanceVersion: string): Promise<void> {
  const cli = path.join(root, 'node_modules/@react-router/dev/bin.cjs')
  const child = spawn(process.execPath, [cli, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', OCOP_ENHANCE_VERSION: enhanceVersion },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim() || `react-router build: exit ${code}`))))
  })
}

const files = sources()
const wanted = fingerprint(files)
if (process.argv.includes('--force') || !isFresh(wanted)) {
  const started = performance.now()
  try {
    const modules = enhanceModules()
    // What the modules share lies in a folder beside them and is bundled into them.
    await buildPages(fingerprint(files.filter((file) => file.startsWith('src/app/enhance/'))).slice(0, 10))
    await buildEnhance(modules)
    mkdirSync(buildDirectory, { recursive: true })
    writeFileSync(stamp, JSON.stringify({ sources: wanted }))
    console.log(`pages built in ${((performance.now() - started) / 1000).toFixed(1)} s → ${path.relative(root, buildDirectory)}`)
  } catch (error) {
    console.error(
      `The pages could not be built (${path.relative(root, buildDirectory)}):\n${error instanceof Error ? error.message : String(error)}`,
    )
    process.exit(1)
  }
}
