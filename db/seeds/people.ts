import { pathTo } from '#app/site-map/paths.ts'

export const DEMO_PASSWORD = 'weave-together-2026'

/** Who to sign in as, to see each of the four sides. `host` is the co-op whose site they start at. */
export const demoPeople = [
  { who: 'Federation admin', email: 'admin@twiza.example', host: null, path: pathTo('/console') },
  {
    who: 'Member (steward)',
    email: 'amina@brightwater.example',
    host: 'brightwater',
    path: pathTo('/office'),
  },
  {
    who: 'Member',
    email: 'rosa@brightwater.example',
    host: 'brightwater',
    path: pathTo('/office'),
  },
  { who: 'Customer', email: 'helen@example.com', host: 'brightwater', path: pathTo('/') },
] as const
