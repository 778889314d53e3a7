import type { aboutOf } from '#app/rules/federation/activity-about.ts'
import { useLanguage } from '#app/ui/language.tsx'

/** What an act of a co-op's log was about, after its sentence; a reason stands by itself, in the words of who gave it. */
export function About({ about, page, reason }: ReturnType<typeof aboutOf>) {
  const { t } = useLanguage()
  return (
    <>
      {page || about ? (
        <>
          {' '}
          <bdi className="muted sm">{page ? t(`federation:door.page.${page}`) : about}</bdi>
        </>
      ) : null}
      {reason ? (
        <q className="reason" dir="auto">
          {reason}
        </q>
      ) : null}
    </>
  )
}
