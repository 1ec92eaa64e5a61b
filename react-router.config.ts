import type { Config } from '@react-router/dev/config'

/** `OCOP_BUILD_DIR` lets two checkouts or two people build side by side; it must lie inside the project (see vite.config.ts). */
export default {
  ssr: true,
  appDirectory: 'src/app',
  buildDirectory: process.env['OCOP_BUILD_DIR'] ?? 'build',
} satisfies Config
