import { z } from 'zod'
import { email } from '#app/request/form.server.ts'

export const membersForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite'), email }),
  z.object({ act: z.literal('withdraw'), id: z.string() }),
])
