import type { ReactNode } from 'react'

/** Links to the views of one page. */
export function Tabs({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <nav aria-label={label}>
      <ul className="mb-6 flex flex-wrap gap-x-6 border-b border-line">{children}</ul>
    </nav>
  )
}

/** A link to one view. The link to the current view is marked; `end` follows the link. */
export function Tab({
  href,
  current,
  end,
  children,
}: {
  readonly href: string
  readonly current: boolean
  readonly end?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li className="flex items-center gap-2">
      <a
        href={href}
        aria-current={current ? 'page' : undefined}
        className="inline-flex min-h-target items-center font-medium no-underline aria-[current]:font-semibold aria-[current]:shadow-[inset_0_-3px_0_var(--color-saffron)]"
      >
        {children}
      </a>
      {end}
    </li>
  )
}
