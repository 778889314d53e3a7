import { type FormState, RadioRows, SubmitButton, TextArea } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

/** The form for a review in stars and words, which a customer gets when the work is done. */
export function ReviewForm({ form }: { readonly form: FormState | undefined }) {
  const { t } = useLanguage()
  return (
    <section id="review">
      <h2>{t('orders:review')}</h2>
      <form method="post">
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
