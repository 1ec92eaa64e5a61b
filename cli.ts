import type { Io } from '#/regulation/input.cli.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import type { Opened } from '#/programme/open.ts'

type Command = { readonly usage: string; readonly run: (args: readonly string[], io: Io) => Promise<number> }

/** Each command is imported only when it is asked for, so that `score` opens no database. */
const commands: Readonly<Record<string, Command>> = {
  regulation: {
    usage: 'regulation list | check [ID | --published] | form ID SET | wording ID FILE [--reason TEXT | --check] [--json]',
    run: async (args, io) => {
      const stored = args[0] === 'wording' || args[0] === 'check' ? await import('#/programme/regulation-revision/regulation.cli.ts') : null
      if (stored?.needsServices(args)) return withServices((services) => stored.storedRegulationCommand(args, io, services))
      return (await import('#/regulation/regulation.cli.ts')).regulationCommand(args, io)
    },
  },
  score: {
    usage: 'score FILE',
    run: async (args, io) => (await import('#/regulation/score.cli.ts')).scoreCommand(args, io),
  },
  council: {
    usage: 'council FILE',
    run: async (args, io) => (await import('#/regulation/council.cli.ts')).councilCommand(args, io),
  },
  doctor: {
    usage: 'doctor [--quick]',
    run: async (args, io) => {
      const { doctorCommand } = await import('#/programme/doctor/doctor.cli.ts')
      return withServices((services) => doctorCommand(args, io, services))
    },
  },
  audit: {
    usage: 'audit verify',
    run: async (args, io) => {
      const { auditCommand } = await import('#/programme/doctor/doctor.cli.ts')
      return withServices((services) => auditCommand(args, io, services))
    },
  },
  backup: {
    usage: 'backup DIR',
    run: async (args, io) => {
      const { backupCommand } = await import('#/platform/backup/backup.cli.ts')
      return withServices((services) => backupCommand(args, io, services, { version: services.config.version, now: services.clock.now() }))
    },
  },
  restore: {
    usage: 'restore DIR [--force]',
    run: async (args, io) => {
      const { restoreCommand } = await import('#/platform/backup/backup.cli.ts')
      return withServices((services) => restoreCommand(args, io, services))
    },
  },
  import: {
    usage: 'import certificates FILE.csv|FILE.xlsx [--check]',
    run: async (args, io) => {
      const { importCommand } = await import('#/programme/import/import.cli.ts')
      return withServices((services) => importCommand(args, io, services))
    },
  },
  plan: {
    usage: 'plan check FILE.yaml… | load FILE.yaml|ID [--desk AUTHORITY]',
    run: async (args, io) => {
      const { planCheck, planLoad } = await import('#/programme/programme-plan/plan.cli.ts')
      return args[0] === 'check' ? planCheck(args.slice(1), io) : withServices((services) => planLoad(args, io, services))
    },
  },
  user: {
    usage: 'user add --username … --name … --role … [--commune CODE] [--producer TAXCODE] [--password-stdin]',
    run: async (args, io) => {
      const { userCommand } = await import('#/programme/people/user.cli.ts')
      const { readPassword, readAll } = await import('#/platform/text/terminal.ts')
      const ask = process.stdin.isTTY ? () => readPassword('Mật khẩu (để trống: tự sinh) / password (empty: made for you): ') : null
      return withServices((services) => userCommand(args, io, services, { stdin: readAll, ask }))
    },
  },
}

/** Opens the house of DATA_DIR or DATABASE_URL for one command and closes it whatever happens. */
async function withServices(work: (services: Opened) => Promise<number>): Promise<number> {
  const { openServices } = await import('#/programme/open.ts')
  const services = await openServices(process.env, { baseUrl: process.env['BASE_URL'] ?? 'http://127.0.0.1:3000' })
  try {
    return await work(services)
  } finally {
    await services.close()
  }
}

/** What went wrong, for a person at a terminal: refusals in both languages with their fields, wrong arguments by name. */
function faultText(error: unknown): string {
  if (isAppError(error)) {
    const fields = Object.entries(error.fields).map(([name, text]) => `  ${name}: ${text.vi} / ${text.en}`)
    return [`${error.say('vi')} ${error.next('vi')}`, `${error.say('en')} ${error.next('en')}`, ...fields].join('\n')
  }
  return error instanceof Error ? error.message : String(error)
}

const io: Io = { out: (text) => void process.stdout.write(`${text}\n`), err: (text) => void process.stderr.write(`${text}\n`) }

const [name, ...args] = process.argv.slice(2)
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) {
  process.exitCode = await command.run(args, io).catch((error: unknown) => {
    io.err(faultText(error))
    return 2
  })
} else {
  const lines = Object.values(commands).map((entry) => `  ocop ${entry.usage}`)
  const asked = name === undefined || name === 'help' || name === '--help'
  const head = asked ? 'Cách dùng / Usage:' : `Không có lệnh / unknown command: "${name}". Cách dùng / Usage:`
  ;(asked && name !== undefined ? io.out : io.err)([head, ...lines].join('\n'))
  process.exitCode = asked && name !== undefined ? 0 : 2
}
