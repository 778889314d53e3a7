import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BUILD_STEPS, type BuildStep } from '#app/domains/founding/draft.ts'
import { originOf } from '#app/paths.server.ts'
import { readFormData } from '#app/request/form.server.ts'
import { visitor } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { BuildProgress } from '#app/views/founding/build-progress.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { asFounder } from './draft.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, draft, data } = await asFounder(args)
  if (!draft) throw redirect(pathTo('/start'))
  if (draft.state === 'draft' || draft.state === 'failed') throw redirect(pathTo('/start/charter'))
  const built = draft.state === 'built'
  const { name, slug, colour, colour2 } = data
  const reached = BUILD_STEPS.findIndex((step) => step === draft.step) + 1
  return {
    title: t('founding:building'),
    name,
    built,
    slug,
    address: originOf(slug),
    look: `s=${slug}&c=${colour.slice(1)}&d=${colour2.slice(1)}`,
    done: built ? BUILD_STEPS.length : reached,
  }
}

/** Redirects to the new co-op's own host, where the founder is signed in too. */
export async function action(args: ActionFunctionArgs) {
  const { draft, data } = await asFounder(args)
  const { person } = await visitor(args)
  if (draft?.state !== 'built' || !person || draft.personId !== person.id)
    return redirect(pathTo('/start/building'), 303)
  const to =
    (await readFormData(args.request)).get('to') === 'office' ? pathTo('/office') : pathTo('/')
  return redirect(pathTo('/go', { to: data.slug, return: to }), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  ...(data?.built === false ? [{ httpEquiv: 'refresh', content: '1' }] : []),
]

export default function Building() {
  const { name, slug, built, address, look, done } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <PageHead
          title={t(built ? 'founding:built' : 'founding:weaving', { name })}
          lead={
            built ? (
              <a className="link" href={pathTo('/co-ops/:slug', { slug })}>
                <bdi dir="ltr">{address}</bdi>
              </a>
            ) : (
              t('founding:leave')
            )
          }
        />
        <BuildProgress look={look} done={done} of={BUILD_STEPS.length} />
        <ol className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
          {BUILD_STEPS.map((step: BuildStep, index) => (
            <li
              key={step}
              className={`border-t-4 pt-2 text-sm ${index < done ? 'border-accent text-ink' : 'border-line text-muted'}`}
            >
              {t(`founding:build.${step}`)}
              <span className="sr-only">
                {index < done ? t('founding:brand.first.is-done') : null}
              </span>
            </li>
          ))}
        </ol>
        {built ? (
          <form method="post" className="row-acts">
            <button className="btn big" name="to" value="storefront">
              {t('founding:see')}
            </button>
            <button className="ghost" name="to" value="office">
              {t('founding:settle')}
            </button>
          </form>
        ) : null}
      </main>
    </Shell>
  )
}
