import type { Io } from '#/regulation/input.cli.ts'

type Command = { readonly usage: string; readonly run: (args: readonly string[], io: Io) => Promise<number> }

/** Each command is imported only when it is asked for, so that `score` opens no database. */
const commands: Readonly<Record<string, Command>> = {
  regulation: {
    usage: 'regulation list | check [ID] | form ID SET [--json]',
    run: async (args, io) => (await import('#/regulation/regulation.cli.ts')).regulationCommand(args, io),
  },
  score: {
    usage: 'score FILE',
    run: async (args, io) => (await import('#/regulation/score.cli.ts')).scoreCommand(args, io),
  },
  council: {
    usage: 'council FILE',
    run: async (args, io) => (await import('#/regulation/council.cli.ts')).councilCommand(args, io),
  },
}

const io: Io = { out: (text) => void process.stdout.write(`${text}\n`), err: (text) => void process.stderr.write(`${text}\n`) }

const [name, ...args] = process.argv.slice(2)
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) {
  process.exitCode = await command.run(args, io)
} else {
  const lines = Object.values(commands).map((entry) => `  ocop ${entry.usage}`)
  const asked = name === undefined || name === 'help' || name === '--help'
  const head = asked ? 'Cách dùng / Usage:' : `Không có lệnh / unknown command: "${name}". Cách dùng / Usage:`
  ;(asked && name !== undefined ? io.out : io.err)([head, ...lines].join('\n'))
  process.exitCode = asked && name !== undefined ? 0 : 2
}
