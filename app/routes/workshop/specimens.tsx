import type { ReactNode } from 'react'
import { writeMoney } from '#app/kernel/write-money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { DoorPicture, DoorTag } from '#app/views/federation/door.tsx'
import { MoneyText, MomentText } from '#app/ui/figures.tsx'
import {
  ErrorSummary,
  type FormState,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui/form.tsx'
import { RadioRows } from '#app/ui/radio-rows.tsx'
import type { Language } from '#app/ui/language.tsx'
import { BuildProgress } from '#app/views/founding/build-progress.tsx'
import { Arrow, Band, Cloth, Diamond, Lock, Mark } from '#app/ui/marks.tsx'
import { MonthsTable } from '#app/ui/months.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Sankey } from '#app/ui/sankey.tsx'
import { Empty, Note, PageHead } from '#app/ui/shell.tsx'
import { PriceTable, SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { splitPartsOf } from '#app/views/books/split-parts.ts'

/** One component, shown to a reader of one language. Ids begin with that language, so that two may stand on one page. */
export type Specimen = {
  readonly name: string
  readonly show: (reader: Language) => ReactNode
}

const CURRENCY = 'EUR'
const AT = '2026-03-29T08:30:00Z'
const SHARED = { workers: 6460n, coOp: 143n, federation: 68n, card: 129n }
const LOOK = 's=brightwater&c=25358a&d=f2b13c'

/** A form that came back: one field is wrong, and what was typed in the others is still there. */
function refused(locale: string): FormState {
  return {
    values: { [`${locale}-typed`]: 'amina@', [`${locale}-text`]: '١٢٣ abc' },
    errors: { [`${locale}-typed`]: 'forms:not-an-email' },
  }
}

const FORMS: readonly Specimen[] = [
  {
    name: 'ErrorSummary',
    show: ({ locale, t }) => (
      <ErrorSummary
        form={{
          values: {},
          errors: { [`${locale}-typed`]: 'forms:required', [`${locale}-text`]: 'forms:required' },
        }}
        labels={{ [`${locale}-typed`]: t('accounts:email'), [`${locale}-text`]: t('orders:name') }}
      />
    ),
  },
  {
    name: 'TextField',
    show: ({ locale, t }) => (
      <>
        <TextField
          form={undefined}
          name={`${locale}-plain`}
          label={t('orders:name')}
          hint={t('accounts:verify.head')}
          optional
        />
        <TextField
          form={refused(locale)}
          name={`${locale}-typed`}
          type="email"
          label={t('accounts:email')}
        />
      </>
    ),
  },
  {
    name: 'TextArea',
    show: ({ locale, t }) => (
      <TextArea form={refused(locale)} name={`${locale}-text`} label={t('orders:name')} rows={3} />
    ),
  },
  {
    name: 'SelectField',
    show: ({ locale, t }) => (
      <SelectField
        form={undefined}
        name={`${locale}-select`}
        label={t('common:language')}
        value={locale}
        options={LANGUAGES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
      />
    ),
  },
  {
    name: 'RadioRows',
    show: ({ locale, t, formatLocale }) => (
      <RadioRows
        form={undefined}
        name={`${locale}-radio`}
        label={t('common:language')}
        value="en"
        options={LANGUAGES.map((value) => ({
          value,
          label: t(`common:language.${value}`),
          hint: value,
          end: writeMoney({ minor: 6800n, currency: CURRENCY }, formatLocale),
        }))}
      />
    ),
  },
  { name: 'SubmitButton', show: ({ t }) => <SubmitButton>{t('accounts:sign-in')}</SubmitButton> },
  {
    name: 'SubmitButton ghost',
    show: ({ t }) => <SubmitButton ghost>{t('common:sign-out')}</SubmitButton>,
  },
]

const LANGUAGES = ['en', 'ar', 'es', 'fr'] as const

const MONEY: readonly Specimen[] = [
  { name: 'MoneyText', show: () => <MoneyText minor={123456789n} currency={CURRENCY} /> },
  { name: 'MomentText', show: () => <MomentText at={AT} style="full" timeZone="Europe/Paris" /> },
  {
    name: 'SplitBar',
    show: ({ t, formatLocale }) => (
      <SplitBar
        splitParts={splitPartsOf(SHARED, t, t('storefront:who.workers'))}
        caption={writeMoney({ minor: SHARED.workers, currency: CURRENCY }, formatLocale)}
      />
    ),
  },
  {
    name: 'SplitKey',
    show: ({ t }) => (
      <SplitKey
        splitParts={splitPartsOf(SHARED, t, t('storefront:who.workers'))}
        currency={CURRENCY}
      />
    ),
  },
  {
    name: 'PriceTable',
    show: ({ t }) => (
      <PriceTable
        rows={splitPartsOf(SHARED, t, t('storefront:who.workers')).map(({ label, minor }) => ({
          name: label,
          minor,
        }))}
        total={6800n}
        currency={CURRENCY}
        caption={t('storefront:who.workers')}
        totalLabel={t('orders:receipt.total')}
      />
    ),
  },
  {
    name: 'MonthsTable',
    show: ({ t }) => (
      <MonthsTable
        rows={[
          { month: '2026-01', all: 100_000n, part: 94_700n },
          { month: '2026-02', all: 0n, part: 0n },
        ]}
        currency={CURRENCY}
        heads={[t('orders:receipt.total'), t('storefront:who.workers')]}
      />
    ),
  },
  {
    name: 'Sankey',
    show: ({ t, formatLocale }) => (
      <Sankey
        source={t('orders:receipt.total')}
        sourceAmount={writeMoney({ minor: 6800n, currency: CURRENCY }, formatLocale)}
        flows={splitPartsOf(SHARED, t, t('storefront:who.workers')).map((strand) => ({
          ...strand,
          amount: writeMoney({ minor: strand.minor, currency: CURRENCY }, formatLocale),
        }))}
      />
    ),
  },
]

const PICTURES: readonly Specimen[] = [
  { name: 'Band', show: () => <Band look={LOOK} /> },
  { name: 'Cloth', show: () => <Cloth look={LOOK} width={320} height={90} /> },
  { name: 'Loom', show: () => <BuildProgress look={LOOK} done={3} of={5} /> },
  {
    name: 'Face',
    show: () => (
      <div className="w-40">
        <Avatar id="specimen" photo={null} />
      </div>
    ),
  },
  {
    name: 'Mark, Lock, Arrow, Diamond',
    show: () => (
      <p>
        <Mark /> <Lock /> <Arrow /> <Diamond done /> <Diamond done={false} />
      </p>
    ),
  },
  { name: 'DoorPicture', show: () => <DoorPicture open className="w-40" /> },
  { name: 'DoorPicture shut', show: () => <DoorPicture open={false} className="w-40" /> },
]

const WORDS: readonly Specimen[] = [
  {
    name: 'PageHead',
    show: ({ t }) => (
      <PageHead
        kicker={<MomentText at={AT} style="day" timeZone="Europe/Paris" />}
        title={t('accounts:yours')}
        lead={t('common:foot.federation')}
      />
    ),
  },
  { name: 'Note', show: ({ t }) => <Note>{t('common:foot.federation')}</Note> },
  { name: 'Note ok', show: ({ t }) => <Note kind="ok">{t('accounts:verified')}</Note> },
  { name: 'Note bad', show: ({ t }) => <Note kind="bad">{t('forms:not-an-email')}</Note> },
  {
    name: 'Empty',
    show: ({ t }) => (
      <Empty title={t('accounts:yours')}>
        <p>{t('common:foot.federation')}</p>
      </Empty>
    ),
  },
  {
    name: 'DoorTag',
    show: () => (
      <p>
        <DoorTag state="requested" /> <DoorTag state="open" /> <DoorTag state="refused" />{' '}
        <DoorTag state="closed" />
      </p>
    ),
  },
  {
    name: 'Pager',
    show: () => <Pager page={2} more address={(page) => pathTo('/workshop', { page })} />,
  },
]

/** The components that the workshop shows. */
export const SPECIMENS: readonly Specimen[] = [...WORDS, ...FORMS, ...MONEY, ...PICTURES]
