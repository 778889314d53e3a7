import { pathTo } from '#app/site-map/paths.ts'
import { DEMO_PASSWORD, demoPeople } from '#db/seeds/people.ts'

/** Writes the addresses of the site and how to sign in as each of the four people. */
export function printWelcome(port: number): void {
  const lines = [
    '',
    `  Twiza is open: http://localhost:${port}`,
    '',
    ...demoPeople.map(({ who, email, path, host }) => {
      const site = host ? `${host}.localhost` : 'localhost'
      return `  ${who.padEnd(18)} ${email.padEnd(30)} http://${site}:${port}${path}`
    }),
    '',
    `  Their password: ${DEMO_PASSWORD}`,
    `  Letters that would be sent: http://localhost:${port}${pathTo('/mailbox')}`,
    '  Test cards: 4242 4242 4242 4242 paid, 4000 0000 0000 0002 declined, 4000 0025 0000 3155 asks for confirmation',
    '',
    '  Stop with Ctrl-C.',
    '',
  ]
  process.stdout.write(lines.join('\n'))
}
