import type { ComingBlueprint } from '../blueprint.ts'

/** A preview. It shows what the blueprint will do and cannot be chosen before it does it. */
export const rides: ComingBlueprint = {
  key: 'rides',
  state: 'coming',
  name: { en: 'Rides', ar: 'مشاوير', es: 'Viajes', fr: 'Courses' },
  about: {
    en: 'Fares by minute and distance, scheduled or now, tips whole to the driver. Surge is forbidden by the charter.',
    ar: 'أجرة بالدقيقة والمسافة، الآن أو في موعد، والإكرامية كلها للسائق. والميثاق يمنع رفع السعر وقت الذروة.',
    es: 'Tarifa por minuto y distancia, ahora o con cita, propina íntegra para quien conduce. El estatuto prohíbe subir precios en hora punta.',
    fr: 'Tarif à la minute et à la distance, tout de suite ou sur rendez-vous, pourboire entier au chauffeur. La charte interdit la majoration.',
  },
  headline: {
    en: 'The person at the wheel owns the company.',
    ar: 'من يقود السيارة يملك الشركة.',
    es: 'Quien conduce es dueña de la empresa.',
    fr: 'La personne au volant possède l’entreprise.',
  },
  charter: {
    split: { workersBp: 9000 },
    cancellation: { freeHours: 1, keptBp: 5000 },
  },
  preview: {
    look: { slug: 'night-heron', colour: '#0f5c6e', colour2: '#f2b13c' },
    workers: {
      en: 'The driver',
      ar: 'السائق',
      es: 'Quien conduce',
      fr: 'La personne qui conduit',
    },
    samples: [
      {
        title: {
          en: 'To the station',
          ar: 'إلى المحطة',
          es: 'A la estación',
          fr: 'À la gare',
        },
        about: {
          en: '12 minutes, 4 km, now',
          ar: '١٢ دقيقة، ٤ كم، الآن',
          es: '12 minutos, 4 km, ahora',
          fr: '12 minutes, 4 km, tout de suite',
        },
        price: 950,
      },
      {
        title: {
          en: 'To the airport at dawn',
          ar: 'إلى المطار فجرًا',
          es: 'Al aeropuerto de madrugada',
          fr: 'À l’aéroport à l’aube',
        },
        about: {
          en: '45 minutes, 38 km, booked the day before',
          ar: '٤٥ دقيقة، ٣٨ كم، محجوز في اليوم السابق',
          es: '45 minutos, 38 km, reservado la víspera',
          fr: '45 minutes, 38 km, réservé la veille',
        },
        price: 5200,
      },
      {
        title: {
          en: 'To school, every weekday',
          ar: 'إلى المدرسة في أيام الدراسة',
          es: 'Al colegio, cada día lectivo',
          fr: 'À l’école, chaque jour de classe',
        },
        about: {
          en: '9 minutes, 3 km, the same driver',
          ar: '٩ دقائق، ٣ كم، مع السائق نفسه',
          es: '9 minutos, 3 km, siempre con la misma persona',
          fr: '9 minutes, 3 km, toujours la même personne',
        },
        price: 700,
      },
    ],
  },
  kinds: [],
}
