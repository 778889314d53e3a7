import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asVisitor } from '#app/request/guards.server.ts'
import { useLanguage } from '#app/ui/language.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { site } = asVisitor(args)
  return { name: site.kind === 'co-op' ? site.tenant.name : null }
}

export default function Home() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <main id="main">
      <h1>{name ?? t('common:twiza')}</h1>
    </main>
  )
}
