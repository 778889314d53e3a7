import type { AuditAct } from '#app/domains/federation/audit.ts'
import { MomentText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Row = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly act: AuditAct
  readonly detail: string
}

/** The federation's log, a line an act. */
export function LogRows({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useLanguage()
  return (
    <ol className="rows">
      {rows.map(({ id, at, actor, act, detail }) => (
        <li key={id} className="line">
          <span>
            <bdi>{actor}</bdi> {t(`console:act.${act}`)} <bdi className="muted sm">{detail}</bdi>
          </span>
          <span className="muted sm">
            <MomentText at={at} style="date" timeZone="UTC" />
          </span>
        </li>
      ))}
    </ol>
  )
}
