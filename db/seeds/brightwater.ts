import type { SeedCoOp } from './co-op.ts'

const rooms = [
  ['bedrooms', 'Bedrooms', 1200, 30, 2, 8],
  ['bathrooms', 'Bathrooms', 1400, 40, 1, 6],
  ['others', 'Other rooms', 1000, 25, 0, 8],
] as const
const extras = [
  ['oven', 'Inside the oven', 1600, 30],
  ['windows', 'Windows, inside', 1800, 45],
  ['fridge', 'Inside the fridge', 1000, 20],
  ['ironing', 'Ironing, one basket', 2200, 60],
] as const
const tiers = [
  ['regular', 'Regular', 'Kitchen, bathrooms, floors and surfaces', 10_000],
  ['thorough', 'Thorough', 'Also behind, under and inside', 15_000],
] as const

export const brightwater: SeedCoOp = {
  slug: 'brightwater',
  name: 'Brightwater Cleaners',
  tagline: 'Home cleaning by the people who own the company',
  trade: 'Home cleaning',
  headline: 'A clean home, from the people who own the company.',
  lead: 'We are six cleaners. Nobody stands between you and us, so we set fair hours, and you see the price before you book.',
  about:
    'Each of us owns one share and has one vote. New members work beside a colleague for three months, then all of us vote.',
  area: 'Bristol and Bath',
  city: 'Bristol',
  country: 'GB',
  locale: 'en',
  currency: 'GBP',
  timeZone: 'Europe/London',
  colour: '#25358a',
  colour2: '#f2b13c',
  since: 2019,
  hourlyMinor: 1500,
  members: [
    ['Amina Haddad', 'amina@brightwater.example', 'Founder. Speaks Arabic and English'],
    ['Rosa Delgado', 'rosa@brightwater.example', 'Deep cleans, ovens'],
    ['Grace Osei', 'grace@brightwater.example', 'Books desk this quarter'],
    ['Ines Carvalho', 'ines@brightwater.example', 'Homes with pets'],
    ['Yusuf Demir', 'yusuf@brightwater.example', 'Moving out, windows'],
    ['Marta Nowak', 'marta@brightwater.example', 'Evenings and weekends'],
  ],
  listings: [
    {
      slug: 'regular-clean',
      title: 'Regular clean',
      summary: 'Kitchen, bathrooms, floors and surfaces. Weekly or every two weeks.',
      body: 'We bring everything we need, and leave the place as you like it. Tell us where the key is, and whether there is a cat. The same two people come each time you book.',
      base: [3000, 60],
      team: 2,
      counters: rooms,
      tiers,
      extras,
    },
    {
      slug: 'deep-clean',
      title: 'Deep clean',
      summary: 'The regular clean, and behind, under and inside. Ovens and windows can be added.',
      body: 'Good twice a year, before guests, or after builders. We move what two people can move, and put it back.',
      base: [5800, 120],
      team: 2,
      counters: rooms,
      tiers,
      extras,
    },
    {
      slug: 'moving-out',
      title: 'Moving out',
      summary: 'An empty home, ready for the check. We come back free if the agent finds a fault.',
      body: 'Tell us the date of the check and we plan back from it. Bring us the inventory if you have one.',
      base: [9000, 180],
      team: 3,
      counters: rooms,
      tiers,
      extras,
    },
    {
      slug: 'after-a-party',
      title: 'After a party',
      summary: 'Two hours the morning after: glasses, floors, bathrooms, and the smell.',
      body: 'We start at eight if you want to sleep until ten. Bottles go to the bank on our way.',
      base: [5200, 120],
      team: 2,
      counters: [['rooms', 'Rooms that saw the party', 900, 20, 2, 8]],
      tiers: tiers.slice(0, 1),
      extras: extras.slice(1, 3),
    },
  ],
  customers: [
    ['Helen Marsh', 'helen@example.com'],
    ['Tomasz Zielinski', 'tomasz@example.com'],
    ['Priya Raman', 'priya@example.com'],
    ['Oliver Grant', 'oliver@example.com'],
    ['Sian Pugh', 'sian@example.com'],
    ['David Achebe', 'david@example.com'],
  ],
  reviews: [
    'They told me the oven would take longer than I had booked. They charged what the page said, and finished it.',
    'Same two people for two years. They have the spare key.',
    'I asked to move the visit the night before. It took one tap.',
    'The agent found nothing. First time in four flats.',
    'Quiet, quick, and the cat likes Ines better than me.',
    'I like that the receipt says who got what.',
  ],
  addresses: [
    ['14 Dean Lane', 'BS3 1DD'],
    ['3 East Street', 'BS3 4HH'],
    ['27 Cotham Road', 'BS6 6DJ'],
    ['8 Picton Street', 'BS6 5PZ'],
    ['51 Stackpool Road', 'BS3 1NW'],
  ],
  proposals: {
    passed: [
      'Raise the workers’ part from 94 to 95 of each £100',
      'Our reserve covers four months. We can pay ourselves a little more, and still put money aside each week.',
    ],
    failed: [
      'Charge for cancelling up to 48 hours before',
      'Late cancellations cost Marta three evenings in May. Against it: most of our customers tell us in time.',
    ],
    lowered: [
      'Keep a customer’s address and bookings for three years, not two',
      'Our insurer answers claims up to three years old, and asks for the booking. It keeps data longer than it should, so it ends by itself unless we renew it.',
    ],
    open: [
      'Keep a larger part when somebody cancels late',
      'A visit cancelled on the same day cannot be sold again. I propose that we keep 60 of each £100 instead of 50, and that the free time stays at 24 hours.',
    ],
  },
}
