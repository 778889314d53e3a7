import { pathTo } from '#app/site-map/paths.ts'

export const DEMO_PASSWORD = 'weave-together-2026'

/** The people to sign in as, one for each of the four roles. `host` is the co-op on whose site they start. */
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
