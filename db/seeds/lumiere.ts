import type { SeedCoOp } from './co-op.ts'

const tiers = [
  ['jour', 'En journée', 'De 8 h à 19 h', 10_000],
  ['soir', 'Le soir et le dimanche', 'La nuit n’est pas proposée ici', 12_500],
] as const
const extras = [
  ['courses', 'Faire les courses', 1400, 40],
  ['repas', 'Préparer deux repas d’avance', 1600, 45],
  ['promenade', 'Une promenade', 1000, 30],
] as const

export const lumiere: SeedCoOp = {
  slug: 'deux-rives',
  name: 'Aide des Deux Rives',
  tagline: 'L’aide à domicile par celles et ceux qui la font',
  trade: 'Aide à domicile',
  headline: 'De l’aide à la maison, par celles et ceux à qui l’entreprise appartient.',
  lead: 'Nous sommes cinq auxiliaires de vie à Lyon. Personne ne prend sa part en chemin : vous voyez le prix avant de réserver, et qui reçoit quoi.',
  about:
    'Chacun de nous a une part et une voix. Les trajets sont payés, et c’est toujours la même personne qui vient.',
  area: 'Lyon et Villeurbanne',
  city: 'Lyon',
  country: 'FR',
  locale: 'fr',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  colour: '#6b2f6b',
  colour2: '#3c8f86',
  since: 2020,
  hourlyMinor: 1450,
  members: [
    ['Sophie Lambert', 'sophie@deux-rives.example', 'Fondatrice. Matins et levers'],
    ['Awa Diallo', 'awa@deux-rives.example', 'Repas et compagnie'],
    ['Karim Ziani', 'karim@deux-rives.example', 'Parle arabe et français'],
    ['Lucie Perrin', 'lucie@deux-rives.example', 'Les comptes ce trimestre'],
    ['Jean-Marc Faure', 'jean-marc@deux-rives.example', 'Sorties et rendez-vous'],
  ],
  listings: [
    {
      slug: 'visite-du-matin',
      title: 'Visite du matin',
      summary: 'Se lever, se laver, déjeuner, et commencer la journée sans se presser.',
      body: 'Nous faisons connaissance avant la première visite, sans frais. La même personne revient, sauf vacances.',
      base: [1800, 45],
      team: 1,
      counters: [['demi-heures', 'Demi-heures de plus', 1150, 30, 1, 6]],
      tiers,
      extras,
    },
    {
      slug: 'apres-midi-ensemble',
      title: 'Un après-midi ensemble',
      summary: 'De la compagnie, une sortie, un rendez-vous, ou simplement un thé.',
      body: 'Deux heures au moins, parce que rien de bon ne se fait en courant.',
      base: [4600, 120],
      team: 1,
      counters: [['heures', 'Heures de plus', 2300, 60, 0, 4]],
      tiers,
      extras,
    },
    {
      slug: 'menage-et-linge',
      title: 'Ménage et linge',
      summary: 'La maison en ordre, à deux, une matinée par semaine.',
      body: 'Nous venons à deux : l’un range, l’autre écoute. Puis l’inverse.',
      base: [4200, 90],
      team: 2,
      counters: [['pieces', 'Pièces', 900, 20, 3, 10]],
      tiers: tiers.slice(0, 1),
      extras,
    },
  ],
  customers: [
    ['Helen Marsh', 'helen@example.com'],
    ['Monique Girard', 'monique@example.com'],
    ['Paul Chevalier', 'paul@example.com'],
    ['Inès Morel', 'ines.morel@example.com'],
    ['René Blanc', 'rene@example.com'],
  ],
  reviews: [
    'Awa a appris la recette de ma mère. C’est tout dire.',
    'Toujours la même personne, toujours à l’heure.',
    'J’ai changé l’heure la veille, en un geste.',
    'Mon père attend le mardi. Avant, il attendait que ça passe.',
  ],
  addresses: [
    ['12 rue de Marseille', '69007'],
    ['3 place Sathonay', '69001'],
    ['45 cours Émile-Zola, Villeurbanne', '69100'],
    ['8 montée de la Grande-Côte', '69004'],
  ],
  proposals: {
    passed: [
      'Passer la part des travailleurs de 94 à 95 sur 100',
      'La réserve est pleine et l’assurance payée. Nous pouvons partager un peu plus.',
      'Refaites le calcul avec un mois de février calme, et je suis pour.',
    ],
    failed: [
      'Faire payer l’annulation moins de 48 heures avant',
      'Nous avons perdu deux matinées en avril. Contre : presque tout le monde prévient à temps.',
      'Une de ces matinées était la mienne. Je préfère quand même appeler la veille.',
    ],
    lowered: [
      'Garder les données d’un client trois ans au lieu de deux',
      'L’assurance répond jusqu’à trois ans après, et demande la réservation. C’est garder des données plus qu’il ne faudrait : cela s’éteint donc si nous ne renouvelons pas.',
      'Nous leur avons promis deux ans. Si cela s’éteint tout seul, je veux bien.',
    ],
    open: [
      'Garder une plus grande part quand on annule tard',
      'Une visite annulée le jour même ne se revend pas. Je propose de garder 60 sur 100 au lieu de la moitié.',
      'Soixante me paraît juste pour le jour même. On peut d’abord appeler, comme aujourd’hui ?',
    ],
  },
}
