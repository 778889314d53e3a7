import { setTimeout as wait } from 'node:timers/promises'
import { isUnavailable } from '#app/kernel/unavailable.ts'
import { type Handlers, isTask, readPayload, type TaskName } from '#app/queue/payloads.ts'
import { buildDraftTask } from './build-draft.ts'
import {
  closeVotingTask,
  expireDecisionTask,
  openVotingTask,
  remindOfSunsetTask,
  takeEffectTask,
} from './decide.ts'
import { finishItemTask } from './finish-item.ts'
import { foundRowTask } from './found-row.ts'
import { handleProcessorEventTask } from './handle-processor-event.ts'
import { refreshFiguresTask } from './refresh-figures.ts'
import { releaseHoldsTask } from './release-holds.ts'
import { sweepTask } from './sweep.ts'
import { sendMailTask } from './send-mail.ts'
import { sendRefundTask } from './send-refund.ts'
import { closeDoorTask } from './close-door.ts'
import { writeAccountLetterTask } from './write-account-letter.ts'

/** The handler of each task. It calls one flow and is safe to run twice. */
const handlers: Handlers = {
  'send-mail': sendMailTask,
  'write-account-letter': writeAccountLetterTask,
  'handle-processor-event': handleProcessorEventTask,
  'release-holds': releaseHoldsTask,
  'finish-item': finishItemTask,
  'send-refund': sendRefundTask,
  'refresh-figures': refreshFiguresTask,
  'open-voting': openVotingTask,
  'close-voting': closeVotingTask,
  'take-effect': takeEffectTask,
  'expire-decision': expireDecisionTask,
  'remind-of-sunset': remindOfSunsetTask,
  'close-door': closeDoorTask,
  'found-row': foundRowTask,
  'build-draft': buildDraftTask,
  sweep: sweepTask,
}

/** Runs one task of the queue. @throws RangeError for a payload that is not the task's. */
function runTask<Name extends TaskName>(task: Name, payload: unknown): Promise<void> {
  return handlers[task](readPayload(task, payload))
}

/** How long a task waits before it tries again in its own attempt, in milliseconds. */
const PAUSES = [500, 1000, 2000, 4000]

/**
 * Runs a task, and runs it again after a pause when something could not be reached. An outage of seconds so uses up no
 * attempt of the job, after which the queue would wait longer each time.
 */
async function outlast(run: () => Promise<void>): Promise<void> {
  for (const pause of PAUSES) {
    try {
      return await run()
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault
    }
    await wait(pause)
  }
  return run()
}

/** Every task as the queue calls it, by the name under which it is promised. */
export const tasks = Object.fromEntries(
  Object.keys(handlers)
    .filter(isTask)
    .map((name) => [name, (payload: unknown) => outlast(() => runTask(name, payload))]),
)
