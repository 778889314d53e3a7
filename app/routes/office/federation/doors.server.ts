import { z } from 'zod'
import type { DoorId } from '#app/kernel/ids.ts'
import { oneOf, sentId } from '#app/request/form-fields.server.ts'

export const doorForm = z.object({ act: oneOf(['open', 'refuse', 'shut']), door: sentId<DoorId>() })
