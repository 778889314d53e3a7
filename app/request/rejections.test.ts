import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { environment } from '#app/config.ts'

/** Runs a program that leaves a rejection alone and goes on; with our handler or without. */
function run(handled: boolean) {
  const program = `
    import { surviveRejections } from '#app/request/rejections.server.ts'
    import { metrics } from '#app/request/metrics.server.ts'
    if (${handled}) surviveRejections()
    Promise.reject(new Error('left alone'))
    setTimeout(async () => console.log((await metrics()).match(/^twiza_unhandled.*$/m)[0]), 20)`
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: environment({ LOG_LEVEL: 'error' }),
  })
}

test('a rejection that no code handles is logged and counted, and the process goes on', () => {
  const { status, stdout } = run(true)
  expect(stdout).toContain('left alone')
  expect(stdout).toContain('twiza_unhandled_rejections_total 1')
  expect(status).toBe(0)
  expect(run(false).status).toBe(1)
})
