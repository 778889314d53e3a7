import type { SeedCoOp } from './co-op.ts'

const tiers = [
  ['cuidado', 'Cuidado', 'Lo de cada mes: segar, recortar, recoger', 10_000],
  ['a-fondo', 'A fondo', 'Además, podar, abonar y limpiar a mano', 14_500],
] as const
const extras = [
  ['riego', 'Revisar el riego', 2500, 45],
  ['retirada', 'Llevarnos la poda', 1800, 20],
  ['abono', 'Abono orgánico', 1500, 20],
] as const

export const azahar: SeedCoOp = {
  slug: 'azahar',
  name: 'Jardines Azahar',
  tagline: 'Jardinería de quienes son dueñas de sus tijeras',
  trade: 'Jardinería',
  headline: 'Tu jardín, en manos de quienes son dueñas de la empresa.',
  lead: 'Somos cinco jardineras y jardineros. Nadie se lleva una parte por el camino: ves el precio antes de reservar y sabes quién cobra qué.',
  about:
    'Cada persona tiene una participación y un voto. Trabajamos sin herbicidas y con plantas de aquí.',
  area: 'Sevilla y el Aljarafe',
  city: 'Sevilla',
  country: 'ES',
  locale: 'es',
  currency: 'EUR',
  timeZone: 'Europe/Madrid',
  colour: '#1f6b4f',
  colour2: '#e0762e',
  since: 2021,
  hourlyMinor: 1400,
  members: [
    ['Lola Romero', 'lola@azahar.example', 'Fundadora. Naranjos y setos'],
    ['Paco Vargas', 'paco@azahar.example', 'Riego y huertos'],
    ['Carmen Ortiz', 'carmen@azahar.example', 'Patios y macetas'],
    ['Nadia Bennani', 'nadia@azahar.example', 'Poda en altura'],
    ['Julián Soto', 'julian@azahar.example', 'Las cuentas, este trimestre'],
  ],
  listings: [
    {
      slug: 'jardin-al-mes',
      title: 'El jardín, cada mes',
      summary: 'Segar, recortar, recoger y mirar que todo esté vivo.',
      body: 'Venimos con nuestras herramientas, a batería: sin humo y sin ruido a la hora de la siesta.',
      base: [3500, 60],
      team: 2,
      counters: [
        ['metros', 'Cada 50 m² de césped', 900, 20, 2, 12],
        ['setos', 'Setos, cada 5 metros', 800, 20, 1, 12],
      ],
      tiers,
      extras,
    },
    {
      slug: 'poda-de-invierno',
      title: 'Poda de invierno',
      summary: 'Naranjos, limoneros, olivos y rosales, cuando toca.',
      body: 'Podamos cada árbol como le conviene, no como cae la motosierra. La leña fina se tritura y vuelve al suelo.',
      base: [5000, 90],
      team: 2,
      counters: [
        ['arboles', 'Árboles', 2200, 45, 2, 15],
        ['rosales', 'Rosales', 500, 10, 4, 40],
      ],
      tiers: tiers.slice(0, 1),
      extras,
    },
    {
      slug: 'patio-andaluz',
      title: 'Patio y macetas',
      summary: 'Trasplantar, abonar, atar y dejar el patio para enseñarlo.',
      body: 'Traemos tierra y tiestos si hacen falta, a precio de coste. Antes de mayo se llena la agenda.',
      base: [3000, 60],
      team: 1,
      counters: [['macetas', 'Cada diez macetas', 1400, 30, 2, 20]],
      tiers,
      extras,
    },
  ],
  customers: [
    ['Helen Marsh', 'helen@example.com'],
    ['Rocío Jiménez', 'rocio@example.com'],
    ['Manuel Prieto', 'manuel@example.com'],
    ['Beatriz Luna', 'beatriz@example.com'],
    ['Antoine Roy', 'antoine@example.com'],
  ],
  reviews: [
    'Dijeron tres horas y fueron tres horas. El limonero ha revivido.',
    'Se nota que trabajan para ellas. Dejan el patio mejor que antes de mayo.',
    'Cambié el día con un toque y nadie me cobró nada.',
    'Me explicaron qué no hacía falta hacer. Eso no lo hace nadie.',
  ],
  addresses: [
    ['Calle Feria 48', '41003'],
    ['Calle Betis 12', '41010'],
    ['Avenida de la Palmera 31', '41013'],
    ['Calle Real 7, Gines', '41960'],
  ],
  proposals: {
    passed: [
      'Subir la parte de quienes trabajan del 94 al 95 por ciento',
      'La reserva está llena y el seguro pagado. Podemos repartir un poco más.',
      'Haced la cuenta con un febrero flojo y voto que sí.',
    ],
    failed: [
      'Cobrar por cancelar con menos de 48 horas',
      'Perdimos dos mañanas en abril. En contra: casi todo el mundo avisa a tiempo.',
      'Una de esas mañanas era mía. Aun así, prefiero llamar la víspera a cobrar.',
    ],
    lowered: [
      'Guardar los datos de cada cliente tres años en vez de dos',
      'El seguro atiende reclamaciones de hasta tres años y pide la reserva. Guarda datos más de lo debido: por eso caduca si no la renovamos.',
      'Dos años es lo que prometimos. Si caduca sola, me parece bien.',
    ],
    open: [
      'Guardar una parte mayor cuando se cancela tarde',
      'Una mañana cancelada el mismo día ya no se vende. Propongo guardar el 60 por ciento en vez de la mitad.',
      'Sesenta me parece justo para el mismo día. ¿Podemos llamar antes, como hasta ahora?',
    ],
  },
}
