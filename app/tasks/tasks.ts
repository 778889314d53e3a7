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
}

/** Runs one task of the queue. @throws RangeError for a payload that is not the task's. */
function runTask<Name extends TaskName>(task: Name, payload: unknown): Promise<void> {
  return handlers[task](readPayload(task, payload))
}

/** Every task as the queue calls it, by the name under which it is promised. */
export const tasks = Object.fromEntries(
  Object.keys(handlers)
    .filter(isTask)
    .map((name) => [name, async (payload: unknown) => runTask(name, payload)]),
)
