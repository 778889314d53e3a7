import { useLanguage } from './language.tsx'

/** The links to the newer and older pages of a long list. */
export function Pager({
  page,
  more,
  address,
}: {
  readonly page: number
  readonly more: boolean
  readonly address: (page: number) => string
}) {
  const { t } = useLanguage()
  return (
    <p className="row-acts">
      {page > 1 ? (
        <a className="link" href={address(page - 1)}>
          {t('federation:newer')}
        </a>
      ) : null}
      {more ? (
        <a className="link" href={address(page + 1)}>
          {t('federation:older')}
        </a>
      ) : null}
    </p>
  )
}
