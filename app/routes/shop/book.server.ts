import { z } from 'zod'
import { email, line, optionalLine, paragraph } from '#app/request/form.server.ts'

/** Who books and where the work is, with the step that was asked for and the key that makes one order of one form. */
export const details = z.object({
  name: line(120),
  email,
  phone: optionalLine(40),
  line1: line(120),
  line2: optionalLine(120),
  city: line(80),
  postcode: line(20),
  notes: paragraph(1000),
  checkout: z.string().regex(/^[\w-]{16,64}$/),
  step: z.enum(['check', 'pay', 'edit']).default('check'),
})

/** First the details are read back to be checked; then the order is placed, and the customer goes on to pay. */
