import type { ComponentProps } from 'react'

/** The form of a booking: its fields, and its summary beside them. */
export function BookingForm(form: ComponentProps<'form'>) {
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_24rem] items-start gap-16 max-lg:grid-cols-1 max-lg:gap-10 [&_.row-acts+.field]:mt-5 [&_h2+*]:mt-5"
      {...form}
    />
  )
}
