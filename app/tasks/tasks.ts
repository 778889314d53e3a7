import { buildDraftTask } from './build-draft.ts'
import {
  closeVotingTask,
  expireDecisionTask,
  openVotingTask,
  remindOfSunsetTask,
  takeEffectTask,
} from './decide.ts'
import { foundRowTask } from './found-row.ts'
import { handleProcessorEventTask } from './handle-processor-event.ts'
import { refreshFiguresTask } from './refresh-figures.ts'
import { releaseHoldsTask } from './release-holds.ts'
import { sendMailTask } from './send-mail.ts'
import { sendRefundTask } from './send-refund.ts'
import { closeDoorTask } from './close-door.ts'

/** A task of the queue: it parses its payload and calls one flow. It must be safe to run twice. */
export type Task = (payload: unknown) => Promise<void>

/** Every task of the queue by its name. */
export const tasks: Readonly<Record<string, Task>> = {
  'send-mail': sendMailTask,
  'handle-processor-event': handleProcessorEventTask,
  'release-holds': releaseHoldsTask,
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
