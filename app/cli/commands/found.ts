import { provisionCoOp } from '#app/flows/founding/provision-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { isPlainKey, translator } from '#app/locales/translate.ts'
import { originOf } from '#app/paths.server.ts'
import { readFields } from '#app/request/form.server.ts'
import { provisionForm } from '#app/routes/console/founding/provision-form.server.ts'
import { blueprints } from '#tenants/blueprints/all.ts'
import { COUNTRIES } from '#tenants/countries.ts'
import { withDatabase } from '../database.ts'
import { type Command, CommandFailed, type Arguments, UsageError } from './command.ts'
import { say, sentenceOf, TERMINAL } from './terminal.ts'

const ready = blueprints.filter(({ state }) => state === 'ready').map(({ key }) => key)

/** The form's fields by the option that fills each. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  slug: 'slug',
  country: 'country',
  city: 'city',
  'time-zone': 'timeZone',
  blueprint: 'blueprint',
  colour: 'colour',
  colour2: 'colour2',
  'founder-name': 'founder',
  'founder-email': 'email',
  invite: 'others',
}

/** Founds a co-op as the console does, with the same checks and the same flow. */
export const found: Command = {
  name: 'found',
  about: 'Founds a co-op for a group, and sends its first founder a letter.',
  details: `Blueprints: ${ready.join(', ')}. Countries: ${COUNTRIES.map(({ country }) => country).join(', ')}.`,
  options: {
    name: { value: 'name', about: 'What it is called', required: true },
    country: { value: 'code', about: 'Where it is: two letters', required: true },
    'founder-name': { value: 'name', about: 'Who founds it', required: true },
    'founder-email': { value: 'address', about: 'Where the letter goes', required: true },
    slug: { value: 'word', about: 'Its address; made from its name otherwise' },
    city: { value: 'city', about: 'Its town' },
    'time-zone': {
      value: 'name',
      about: 'Its clocks, like Europe/Madrid; the country’s otherwise',
    },
    blueprint: { value: 'key', about: 'What kind of work; home-services otherwise' },
    colour: { value: '#rrggbb', about: 'Its first colour' },
    colour2: { value: '#rrggbb', about: 'Its second colour' },
    invite: {
      value: 'address',
      about: 'A founding member to invite; may be given again',
      many: true,
    },
  },
  run: async (args) => {
    const provision = readProvision(args)
    return withDatabase(async () => {
      const founded = await provisionCoOp(provision, { by: TERMINAL, at: systemClock() })
      if (!founded.ok) throw new CommandFailed(sentenceOf(founded.refusal))
      const { name, slug } = founded.value
      say(`${name} is founded: ${originOf(slug)}`)
      say(
        `${provision.founder.email} can sign in, or gets a letter with a link to choose a password.`,
      )
      return 0
    })
  },
}

function readProvision(args: Arguments) {
  const fields = new URLSearchParams()
  for (const [option, field] of Object.entries(FIELDS)) {
    const values = args.all(option)
    if (values.length > 0) fields.set(field, values.join(' '))
  }
  const read = readFields(fields, provisionForm)
  if (read.ok) return read.value
  const [[field, key] = ['', '']] = Object.entries(read.form.errors)
  const option = Object.keys(FIELDS).find((name) => FIELDS[name] === field) ?? field
  throw new UsageError(`--${option}: ${isPlainKey(key) ? translator('en')(key) : key}`)
}
