import { type FormState, SubmitButton, TextArea } from '#app/ui/form.tsx'
import { RadioRows } from '#app/ui/radio-rows.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Props = {
  readonly form: FormState | undefined
  readonly item: string
  /** The title of the item, when the order has several. */
  readonly title: string | null
}

/** The form for a review in stars and words, which a customer gets when the work is done. */
export function ReviewForm({ form, item, title }: Props) {
  const { t } = useLanguage()
  return (
    <section id="review">
      <h2>{t('orders:review')}</h2>
      {title === null ? null : <p dir="auto">{title}</p>}
      <form method="post">
        <input type="hidden" name="item" value={item} />
        <RadioRows
          form={form}
          name="stars"
          label={t('orders:review.stars')}
          hint={t('orders:review.hint')}
          options={['5', '4', '3', '2', '1'].map((value) => ({
            value,
            label: t('orders:review.of', { stars: Number(value) }),
          }))}
        />
        <TextArea form={form} name="body" label={t('orders:review.words')} optional />
        <SubmitButton name="act" value="review">
          {t('orders:review.send')}
        </SubmitButton>
      </form>
    </section>
  )
}
