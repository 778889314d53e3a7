import { z } from 'zod'
import { LOCALES } from '#app/kernel/locale.ts'
import { line, oneOf, paragraph } from '#app/request/form-fields.server.ts'

export const profileForm = z.object({
  name: line(120),
  about: paragraph(300),
  locale: oneOf(LOCALES),
})
