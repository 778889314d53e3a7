import { pathTo } from '#app/site-map/paths.ts'
import { Slug } from '#app/views/founding/co-op-name.tsx'
import { MomentText } from '#app/ui/figures.tsx'
import type { inWords } from './log-words.ts'

/** The rows of the federation's log, with a sentence for each act. Its readers are in different places, so the times are UTC. */
export function LogRows({ rows }: { readonly rows: readonly ReturnType<typeof inWords>[] }) {
  return (
    <ol className="rows">
      {rows.map(({ id, at, said, slug, reason }) => (
        <li key={id} className="line items-start">
          <span className="max-w-[75ch] flex-[1_1_20rem]">
            {said}
            {reason ? (
              <q className="block text-muted" dir="auto">
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
