import type { ReadyBlueprint } from '../blueprint.ts'

export const homeServices: ReadyBlueprint = {
  key: 'home-services',
  state: 'ready',
  name: {
    en: 'Services at home',
    ar: 'خدمات منزلية',
    es: 'Servicios a domicilio',
    fr: 'Services à domicile',
  },
  about: {
    en: 'Cleaning, gardening, repairs, care: customers price a visit, choose a time, and a team comes.',
    ar: 'تنظيف وبستنة وإصلاح ورعاية: يحسب الزبون سعر الزيارة ويختار الموعد، فيأتيه فريق.',
    es: 'Limpieza, jardines, reparaciones, cuidados: el cliente calcula la visita, elige hora y llega un equipo.',
    fr: 'Ménage, jardin, dépannage, soins : le client chiffre une visite, choisit l’heure, et une équipe vient.',
  },
  trade: {
    en: 'Home cleaning',
    ar: 'تنظيف المنازل',
    es: 'Limpieza del hogar',
    fr: 'Ménage à domicile',
  },
  headline: {
    en: 'Good work at home, from the people who own the company.',
    ar: 'عمل متقن في بيتك، على أيدي من يملكون الشركة.',
    es: 'Buen trabajo en tu casa, de quienes son dueñas de la empresa.',
    fr: 'Du bon travail chez vous, par celles et ceux à qui l’entreprise appartient.',
  },
  lead: {
    en: 'Nobody stands between you and us, so we set fair hours, and you see the price before you book.',
    ar: 'لا وسيط بينك وبيننا، فنحدد ساعات عمل عادلة، والسعر معروف قبل الحجز.',
    es: 'Nadie se interpone entre tú y nosotras: fijamos horarios justos y ves el precio antes de reservar.',
    fr: 'Personne entre vous et nous : nos horaires sont justes, et vous voyez le prix avant de réserver.',
  },
  story: {
    en: 'Each of us owns one share and has one vote. New members work beside a colleague first, then all of us vote.',
    ar: 'لكل واحد منا حصة واحدة وصوت واحد. يعمل العضو الجديد إلى جانب زميل أولًا، ثم نصوّت جميعًا على انضمامه.',
    es: 'Cada persona tiene una participación y un voto. Quien llega trabaja primero junto a otra, y después votamos todas.',
    fr: 'Chacun de nous a une part et une voix. Les nouveaux travaillent d’abord avec un collègue, puis nous votons tous.',
  },
  charter: {},
  kinds: ['visit'],
}
