import type { ComponentProps, ReactNode } from 'react'
import { Shell } from '#app/ui/shell.tsx'

/** The frame of the pages on which an item is chosen, booked or moved; their titles are large. */
export function BookingPage({ children }: { readonly children: ReactNode }) {
  return (
    <Shell className="max-sm:[&_.bar_nav]:ms-0">
      <main
        id="main"
        className="wrap page [&_h1]:mb-10 [&_h1]:max-w-[30ch] [&_h1]:text-[clamp(2.5rem,1.4rem+4vw,4.5rem)] [&_h1]:tracking-display"
      >
        {children}
      </main>
    </Shell>
  )
}

/** The form of a booking: its fields, and its summary beside them. */
export function BookingForm(form: ComponentProps<'form'>) {
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_24rem] items-start gap-16 max-lg:grid-cols-1 max-lg:gap-10 [&_.row-acts+.field]:mt-5 [&_h2+*]:mt-5"
      {...form}
    />
  )
}
