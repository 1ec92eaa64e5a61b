import path from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const source = path.join(root, 'src')

/**
 * Keeps everything outside the pages out of the server bundle: domain modules are imported at run time by Node, which strips their types.
 * So server.ts and the pages share one copy of every module (one requestContext, one AppError class), and a page build takes seconds.
 * The specifier `#/…` is resolved by package.json, so the build folder must lie inside the project.
 */
function sharedModules(): Plugin {
  return {
    name: 'ocop:shared-modules',
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (this.environment.name !== 'ssr' || importer === undefined) return null
      const inSource = specifier.startsWith('#/')
        ? specifier.slice(2)
        : specifier.startsWith('.')
          ? path.relative(source, path.resolve(path.dirname(importer), specifier))
          : null
      if (inSource === null || !isShared(inSource)) return null
      return { id: `#/${inSource}`, external: true }
    },
  }
}

function isShared(file: string): boolean {
  return file === 'app/request.ts' || (!file.startsWith('..') && !file.startsWith('app/') && file.endsWith('.ts'))
}

/** The pages ship no script, so the client half of every route is left empty: only its styles and fonts are wanted. */
function noClientCode(): Plugin {
  return {
    name: 'ocop:no-client-code',
    enforce: 'post',
    transform(_code, id) {
      if (this.environment.name !== 'client') return null
      return id.includes('?__react-router-build-client-route') ? { code: 'export {}', map: null } : null
    },
  }
}

export default defineConfig({
  // vitest reads this file too; the tests need none of the page machinery.
  plugins: process.env['VITEST'] ? [] : [sharedModules(), noClientCode(), reactRouter()],
  define: { __ENHANCE_VERSION__: JSON.stringify(process.env['OCOP_ENHANCE_VERSION'] ?? 'dev') },
  build: {
    assetsInlineLimit: 0, // nothing as data: URL, the style policy forbids it
    reportCompressedSize: false,
    target: 'es2022',
    cssTarget: ['chrome87', 'firefox86', 'safari14'],
  },
  logLevel: 'warn',
})
