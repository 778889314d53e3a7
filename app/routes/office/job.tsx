import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { asMember } from '#app/request/guards.server.ts'

/** Letters name a job's own address; its place is in the member's day. */
export async function loader(args: LoaderFunctionArgs) {
  await asMember(args)
  return redirect('/office')
}
