import { type ChildProcess, fork } from 'node:child_process'
import { type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Picture, PictureRefusal, PictureUse } from '../picture.ts'

export type PictureOutcome = Outcome<Picture, PictureRefusal>

/** What a line of pictures keeps to. */
type LineLimits = {
  /** The program that decodes, as a path from the project's folder. */
  readonly program: string
  /** The longest time that one picture may take. */
  readonly longestMs: number
  /** The time without a picture after which the program ends, and gives its memory back. */
  readonly idleMs: number
  /** The most pictures that wait or are decoded, of everybody and of those without an account. */
  readonly places: { readonly all: number; readonly strangers: number }
}

export type Sender = 'member' | 'stranger'

/**
 * A line of pictures, which one program of its own decodes one after the other. However dear a picture is, the server
 * goes on with its pages: the program has a lower priority, no secrets, and is killed when a picture takes too long.
 */
export class PictureLine {
  readonly #limits: LineLimits
  readonly #waiting = { member: 0, stranger: 0 }
  #last: Promise<unknown> = Promise.resolve()
  #program: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(limits: LineLimits) {
    this.#limits = limits
  }

  /** Decodes a picture when its turn comes. Refuses it at once when the line is full. */
  decode(bytes: Uint8Array, use: PictureUse, sender: Sender): Promise<PictureOutcome> {
    const { all, strangers } = this.#limits.places
    const { member, stranger } = this.#waiting
    if (member + stranger >= all || (sender === 'stranger' && stranger >= strangers))
      return Promise.resolve(refused('pictures-busy'))
    this.#waiting[sender] += 1
    const turn = this.#last.then(() => this.#decodeNow(bytes, use))
    this.#last = turn.catch(() => {})
    return turn.finally(() => (this.#waiting[sender] -= 1))
  }

  async #decodeNow(bytes: Uint8Array, use: PictureUse): Promise<PictureOutcome> {
    clearTimeout(this.#idle)
    this.#program ??= await this.#start()
    const program = this.#program
    hold(program)
    const outcome = await answerOf(program, { bytes, use }, this.#limits.longestMs)
    if (outcome) {
      letGo(program)
      this.#idle = setTimeout(() => this.#end(), this.#limits.idleMs).unref()
      return outcome
    }
    const tooSlow = program.exitCode === null && program.signalCode === null
    this.#end()
    return refused(tooSlow ? 'picture-too-slow' : 'picture-unreadable')
  }

  async #start(): Promise<ChildProcess> {
    const program = await start(this.#limits.program)
    program.once('exit', () => {
      if (this.#program === program) this.#program = undefined
    })
    return program
  }

  #end(): void {
    this.#program?.kill('SIGKILL')
    this.#program = undefined
  }
}

/** A program that decodes keeps the server from ending, and one that waits does not. */
function hold(program: ChildProcess): void {
  program.ref()
  program.channel?.ref()
}

function letGo(program: ChildProcess): void {
  program.unref()
  program.channel?.unref()
}

/**
 * Starts a program and waits until it is ready. It is told nothing of the environment, because it reads strangers' files.
 * @throws Error if it ends before that.
 */
function start(file: string): Promise<ChildProcess> {
  const program = fork(file, {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { NODE_ENV: 'production' },
  })
  return new Promise((ready, failed) => {
    program.once('message', () => ready(program))
    program.on('error', failed)
    program.once('exit', (code) => failed(new Error(`${file} ended (${code ?? 'killed'}).`)))
  })
}

/** Returns what the program answers; undefined when it ends, or takes longer than it may. */
function answerOf(
  program: ChildProcess,
  upload: { readonly bytes: Uint8Array; readonly use: PictureUse },
  longestMs: number,
): Promise<PictureOutcome | undefined> {
  return new Promise((answered) => {
    const settle = (outcome?: PictureOutcome) => {
      clearTimeout(late)
      program.off('message', settle).off('exit', ended)
      answered(outcome)
    }
    const ended = () => settle()
    const late = setTimeout(ended, longestMs)
    program.once('message', settle).once('exit', ended)
    if (program.exitCode !== null || program.signalCode !== null) return ended()
    program.send(upload, (fault) => fault && ended())
  })
}
