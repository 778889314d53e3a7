import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { asVisitor, notFound } from '#app/request/guards.server.ts'

export function loader(args: LoaderFunctionArgs) {
  asVisitor(args)
  throw notFound()
}

export function action(args: ActionFunctionArgs) {
  asVisitor(args)
  throw notFound()
}

export default function NotFound() {
  return null
}
