import type { PlainKey } from '#app/locales/translate.ts'
import { TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { KindView } from '../../view.ts'
import type { SeatFields } from './kind.ts'
import type { words } from './words.ts'

/** The catalogues of the product do not have a kind that is only tested, so the compiler does not know its keys. */
function useSeatWords() {
  const { t } = useLanguage()
  return (key: keyof (typeof words)['en'], values?: Readonly<Record<string, string>>) =>
    t(`seat:${key}` as PlainKey, values)
}

/** Seats on the pages of every kind. */
export const view: KindView = {
  useTakes:
    () =>
    ({ minutes }) =>
      `${minutes} min`,
  Offered: ({ fields }) => {
    const say = useSeatWords()
    return <p>{say('workshop', { date: (fields as SeatFields).start.slice(0, 10) })}</p>
  },
  Choosing: ({ form }) => {
    const say = useSeatWords()
    return <TextField form={form} name="seats" label={say('seats')} />
  },
  useChoosingLabels: () => ({ seats: useSeatWords()('seats') }),
  Details: () => null,
  useDetailLabels: () => ({}),
  ListingFields: ({ form }) => {
    const say = useSeatWords()
    return <TextField form={form} name="seats" label={say('seats')} />
  },
  useListingLabels: () => ({ seats: useSeatWords()('seats') }),
  Times: null,
  useWorkWords: () => {
    const say = useSeatWords()
    return {
      state: (state) => say(state === 'held' ? 'held' : 'planned'),
      step: () => say('hold'),
      opens: (_, when) => say('hold.opens', { when }),
      waits: say('waits'),
    }
  },
  StepFields: ({ form }) => {
    const say = useSeatWords()
    return <TextField form={form} name="materialMinor" label={say('material')} />
  },
  Job: ({ own }) => <p data-seats={String(own)} />,
  Ordered: ({ own }) => {
    const say = useSeatWords()
    return (
      <p>
        {say('seats')}: {String(own)}
      </p>
    )
  },
}
