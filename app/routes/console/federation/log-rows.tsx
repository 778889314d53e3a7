import { pathTo } from '#app/site-map/paths.ts'
import { Slug } from '#app/views/founding/co-op-name.tsx'
import { MomentText } from '#app/ui/figures.tsx'
import type { inWords } from './log-words.ts'

/** The federation's log, a sentence an act. Its readers sit in different places: the clock is everybody's, and says so. */
export function LogRows({ rows }: { readonly rows: readonly ReturnType<typeof inWords>[] }) {
  return (
    <ol className="rows log">
      {rows.map(({ id, at, said, slug, reason }) => (
        <li key={id} className="line">
          <span>
            {said}
            {reason ? (
              <q className="reason" dir="auto">
                {reason}
              </q>
            ) : null}
          </span>
          <span className="text-muted text-sm">
            {slug ? (
              <>
                <a href={pathTo('/console/co-ops/:slug', { slug })}>
                  <Slug slug={slug} />
                </a>
                {' · '}
              </>
            ) : null}
            <MomentText at={at} style="stamp" timeZone="UTC" />
          </span>
        </li>
      ))}
    </ol>
  )
}
