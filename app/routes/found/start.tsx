import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RETENTION_DAYS } from '#app/domains/founding/draft.ts'
import { readTermsHistory } from '#app/reads/federation/federation-terms.server.ts'
import { invalidForm, tooManyRequests, readForm, refuse } from '#app/request/form.server.ts'
import { minutesUntilAllowed } from '#app/request/limits.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { RadioRows } from '#app/ui/radio-rows.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn } from '#app/ui/notice.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'
import { blueprintOf, blueprints } from '#tenants/blueprints/all.ts'
import { ComingBlueprints } from './coming.tsx'
import { comingIn } from './coming.server.ts'
import { asFounder, fillStep } from './draft.server.ts'
import { blueprintForm } from './forms.server.ts'
import { FoundingSteps } from './steps.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale, url, draft, data, at } = await asFounder(args)
  const { now } = await readTermsHistory(at)
  return {
    title: t('common:nav.start'),
    chosen: data.blueprint,
    begun: draft?.state === 'draft' && data.name !== '' ? data.name : null,
    building: draft?.state === 'building',
    said: draft ? undefined : noticeIn(url, 'draft-lapsed'),
    days: RETENTION_DAYS,
    ready: blueprints
      .filter(({ state }) => state === 'ready')
      .map(({ key, name, about }) => ({ value: key, label: name[locale], hint: about[locale] })),
    coming: comingIn(locale, now.feeBp),
  }
}

export async function action(args: ActionFunctionArgs) {
  const founding = await asFounder(args)
  const form = await readForm(args.request, blueprintForm)
  if (!form.ok) return invalidForm(form.form)
  const minutes = await minutesUntilAllowed('found', founding.peer)
  if (minutes) return tooManyRequests(form.form, 'form', { minutes, t: founding.t })
  const { blueprint } = form.value
  if (blueprintOf(blueprint)?.state !== 'ready')
    return refuse(form.form, 'blueprint', 'blueprint-not-ready')
  return fillStep(founding, { blueprint }, pathTo('/start/name'))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Start() {
  const { ready, coming, chosen, begun, building, said, days } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main">
        <div className="wrap page narrow">
          <ErrorSummary form={form} labels={{ blueprint: t('founding:blueprint') }} />
          {begun || building ? (
            <Note>
              <a className="link" href={pathTo(building ? '/start/building' : '/start/name')}>
                {building ? t('founding:building') : t('founding:go-on', { name: begun ?? '' })}
              </a>
            </Note>
          ) : null}
          {said ? <NoticeOf notice={said} values={{ days }} /> : null}
          <FoundingSteps now="blueprint" />
          <PageHead title={t('founding:head')} lead={t('founding:lead')} />
          <form method="post">
            <RadioRows
              form={form}
              name="blueprint"
              label={t('founding:blueprint')}
              value={chosen}
              options={ready}
            />
            <SubmitButton>{t('founding:next')}</SubmitButton>
          </form>
        </div>
        <ComingBlueprints blueprints={coming} />
      </main>
    </Shell>
  )
}
