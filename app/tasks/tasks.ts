import { buildDraftJob } from './build-draft.ts'
import {
  closeVotingJob,
  letLapseJob,
  openVotingJob,
  remindOfSunsetJob,
  takeEffectJob,
} from './decide.ts'
import { foundRowJob } from './found-row.ts'
import { hearProcessorEventJob } from './hear-processor-event.ts'
import { refreshFiguresJob } from './refresh-figures.ts'
import { releaseHoldsJob } from './release-holds.ts'
import { sendMailJob } from './send-mail.ts'
import { sendRefundJob } from './send-refund.ts'
import { shutDoorJob } from './shut-door.ts'

/** A promised piece of work: it parses what it was promised with and calls one flow. Safe to run twice. */
export type Task = (payload: unknown) => Promise<void>

/** Every task of the queue by the name it is promised under. */
export const tasks: Readonly<Record<string, Task>> = {
  'send-mail': sendMailJob,
  'hear-processor-event': hearProcessorEventJob,
  'release-holds': releaseHoldsJob,
  'send-refund': sendRefundJob,
  'refresh-figures': refreshFiguresJob,
  'open-voting': openVotingJob,
  'close-voting': closeVotingJob,
  'take-effect': takeEffectJob,
  'let-lapse': letLapseJob,
  'remind-of-sunset': remindOfSunsetJob,
  'shut-door': shutDoorJob,
  'found-row': foundRowJob,
  'build-draft': buildDraftJob,
}
