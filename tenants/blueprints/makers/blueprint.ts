import type { ComingBlueprint } from '../blueprint.ts'

/** A preview. It shows what the blueprint will do and cannot be chosen before it does it. */
export const makers: ComingBlueprint = {
  key: 'makers',
  state: 'coming',
  name: { en: 'Makers', ar: 'صنّاع', es: 'Artesanía', fr: 'Artisans' },
  about: {
    en: 'Goods made by hand: variants and stock, a basket, shipping, and received at the door.',
    ar: 'سلع مصنوعة باليد: أنواع ومخزون وسلّة وشحن واستلام عند الباب.',
    es: 'Productos hechos a mano: variantes, existencias, cesta, envío y entrega en la puerta.',
    fr: 'Des objets faits main : variantes, stock, panier, envoi et remise à la porte.',
  },
  headline: {
    en: 'Made by hand, sold by the same hands.',
    ar: 'مصنوع باليد، وتبيعه اليد نفسها.',
    es: 'Hecho a mano, y vendido por las mismas manos.',
    fr: 'Fait main, et vendu par les mêmes mains.',
  },
  charter: {
    split: { workersBp: 9000 },
    cancellation: { freeHours: 336, keptBp: 0 },
  },
  preview: {
    look: { slug: 'clay-and-oak', colour: '#a4362a', colour2: '#6d8c55' },
    workers: {
      en: 'The maker',
      ar: 'الصانع',
      es: 'Quien lo hizo',
      fr: 'L’artisan',
    },
    samples: [
      {
        title: {
          en: 'A glazed bowl',
          ar: 'وعاء مزجّج',
          es: 'Un cuenco esmaltado',
          fr: 'Un bol émaillé',
        },
        about: {
          en: 'Stoneware in three glazes, 14 left',
          ar: 'خزف بثلاثة ألوان، بقي منه ١٤',
          es: 'Gres en tres esmaltes, quedan 14',
          fr: 'Grès en trois émaux, il en reste 14',
        },
        price: 3200,
      },
      {
        title: {
          en: 'A stool of oak',
          ar: 'كرسي من البلوط',
          es: 'Un taburete de roble',
          fr: 'Un tabouret de chêne',
        },
        about: {
          en: 'Oiled, made to order in three weeks',
          ar: 'مدهون بالزيت، يُصنع بالطلب في ثلاثة أسابيع',
          es: 'Aceitado, por encargo en tres semanas',
          fr: 'Huilé, sur commande en trois semaines',
        },
        price: 14000,
      },
      {
        title: {
          en: 'A woven scarf',
          ar: 'وشاح منسوج',
          es: 'Una bufanda tejida',
          fr: 'Une écharpe tissée',
        },
        about: {
          en: 'Wool from two farms, in four colours',
          ar: 'صوف من مزرعتين، بأربعة ألوان',
          es: 'Lana de dos granjas, en cuatro colores',
          fr: 'Laine de deux fermes, en quatre couleurs',
        },
        price: 5800,
      },
    ],
  },
  kinds: [],
}
