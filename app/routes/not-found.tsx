import type { LoaderFunctionArgs } from '@remix-run/node'
import { asVisitor, notFound } from '#app/request/guards.server.ts'

export function loader(args: LoaderFunctionArgs) {
  asVisitor(args)
  throw notFound()
}

export const action = loader

export default function NotFound() {
  return null
}
