import type { ReactNode } from 'react'

/** The title of a section, with a sentence beside it. */
export function SectionHead({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <div className="mb-8 grid grid-cols-[1fr_1.4fr] items-end gap-x-12 gap-y-4 max-lg:grid-cols-1 max-lg:gap-6">
      <h2 className="text-3xl leading-[1.05] ar:leading-[1.3]">{title}</h2>
      {children}
    </div>
  )
}
