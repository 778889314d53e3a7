import { z } from 'zod'
import { oneOf } from '#app/request/form.server.ts'

export const doorForm = z.object({ act: oneOf(['open', 'refuse', 'shut']), door: z.string() })
