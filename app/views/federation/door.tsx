import { useLanguage } from '#app/ui/language.tsx'

type State = 'requested' | 'withdrawn' | 'open' | 'refused' | 'closed'
const TAG = {
  requested: 'info',
  withdrawn: 'ok',
  open: 'warn',
  refused: 'bad',
  closed: 'ok',
} as const

/** The state of a support door. */
export function DoorTag({ state }: { readonly state: State }) {
  const { t } = useLanguage()
  return <span className={`tag ${TAG[state]}`}>{t(`federation:door.state.${state}`)}</span>
}

/** A drawing of a door, open or closed. */
export function DoorPicture({ open }: { readonly open: boolean }) {
  return (
    <svg className="dr" viewBox="0 0 224 290" aria-hidden="true">
      <path className="lt" d="M40 20h150v266H40z" />
      {open ? (
        <g>
          <path className="lf" d="M38 22l104 30v234l-104-14z" />
          <path className="pn" d="M54 50l72 20v76l-72-14zM54 162l72 14v80l-72-10z" />
          <circle className="kn" cx="128" cy="170" r="6" />
        </g>
      ) : (
        <g>
          <path className="lf" d="M40 20h150v266H40z" />
          <path className="pn" d="M62 44h106v92H62zM62 160h106v102H62z" />
          <circle className="kn" cx="176" cy="150" r="6" />
        </g>
      )}
      <path className="fr" d="M20 286V4h190v282M0 286h224" />
    </svg>
  )
}
