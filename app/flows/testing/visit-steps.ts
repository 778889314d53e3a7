import { doStep } from '#app/flows/jobs/do-job.server.ts'
import type { TenantId } from '#app/kernel/ids.ts'

type Request = Omit<Parameters<typeof doStep>[1], 'step' | 'said'>

const stepOf = (step: string) => (tenant: TenantId, request: Request) =>
  doStep(tenant, { ...request, step })

/** The steps of a worker's part of a visit, in order. */
export const acceptJob = stepOf('accept')
export const checkIn = stepOf('check-in')
export const checkOut = stepOf('check-out')
