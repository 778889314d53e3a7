import type { Locale } from '#app/kernel/locale.ts'
import type { Words } from '#tenants/blueprints/blueprint.ts'
import type { Sample } from '../kind.ts'
import type { VisitFields } from './visit.ts'

/** A sample visit with its words in every language and its prices in pence. */
type VisitSample = Omit<Sample, 'fields'> & {
  readonly base: { readonly price: number; readonly minutes: number }
  readonly counters: readonly SampleCounter[]
  readonly tiers: readonly { key: string; label: Words; about: Words; factorBp: number }[]
  readonly extras: readonly SampleExtra[]
}
type SampleExtra = {
  readonly key: string
  readonly label: Words
  readonly price: number
  readonly minutes: number
}
type SampleCounter = SampleExtra & { readonly usual: number; readonly max: number }

const bedrooms: Words = { en: 'Bedrooms', ar: 'غرف النوم', es: 'Dormitorios', fr: 'Chambres' }
const bathrooms: Words = { en: 'Bathrooms', ar: 'الحمّامات', es: 'Baños', fr: 'Salles de bain' }
const others: Words = {
  en: 'Other rooms',
  ar: 'غرف أخرى',
  es: 'Otras habitaciones',
  fr: 'Autres pièces',
}

const counters = [
  { key: 'bedrooms', label: bedrooms, price: 1200, minutes: 30, usual: 2, max: 10 },
  { key: 'bathrooms', label: bathrooms, price: 1400, minutes: 40, usual: 1, max: 8 },
  { key: 'others', label: others, price: 1000, minutes: 25, usual: 0, max: 10 },
] as const

const tiers = [
  {
    key: 'regular',
    label: { en: 'Regular', ar: 'منتظم', es: 'Normal', fr: 'Courant' },
    about: {
      en: 'Kitchen, bathrooms, floors and surfaces',
      ar: 'المطبخ والحمّامات والأرضيات والأسطح',
      es: 'Cocina, baños, suelos y superficies',
      fr: 'Cuisine, salles de bain, sols et surfaces',
    },
    factorBp: 10_000,
  },
  {
    key: 'thorough',
    label: { en: 'Thorough', ar: 'عميق', es: 'A fondo', fr: 'En profondeur' },
    about: {
      en: 'Also behind, under and inside',
      ar: 'وما خلف الأثاث وتحته وداخله أيضًا',
      es: 'También detrás, debajo y por dentro',
      fr: 'Aussi derrière, dessous et à l’intérieur',
    },
    factorBp: 15_000,
  },
] as const

const extras = [
  {
    key: 'oven',
    label: {
      en: 'Inside the oven',
      ar: 'داخل الفرن',
      es: 'Interior del horno',
      fr: 'Intérieur du four',
    },
    price: 1600,
    minutes: 30,
  },
  {
    key: 'windows',
    label: {
      en: 'Windows, inside',
      ar: 'النوافذ من الداخل',
      es: 'Ventanas, por dentro',
      fr: 'Vitres, à l’intérieur',
    },
    price: 1800,
    minutes: 45,
  },
  {
    key: 'fridge',
    label: {
      en: 'Inside the fridge',
      ar: 'داخل الثلاجة',
      es: 'Interior de la nevera',
      fr: 'Intérieur du frigo',
    },
    price: 1000,
    minutes: 20,
  },
  {
    key: 'ironing',
    label: {
      en: 'Ironing, one basket',
      ar: 'كيّ سلّة ملابس',
      es: 'Plancha, una cesta',
      fr: 'Repassage, une corbeille',
    },
    price: 2200,
    minutes: 60,
  },
] as const

const visits: readonly VisitSample[] = [
  {
    slug: 'regular-clean',
    title: { en: 'Regular clean', ar: 'تنظيف منتظم', es: 'Limpieza normal', fr: 'Ménage courant' },
    summary: {
      en: 'Kitchen, bathrooms, floors and surfaces. Weekly or every two weeks.',
      ar: 'المطبخ والحمّامات والأرضيات والأسطح، كل أسبوع أو كل أسبوعين.',
      es: 'Cocina, baños, suelos y superficies. Cada semana o cada dos.',
      fr: 'Cuisine, salles de bain, sols et surfaces. Chaque semaine ou toutes les deux.',
    },
    body: {
      en: 'We bring everything we need. Tell us where the key is, and whether there is a cat.',
      ar: 'نُحضر كل ما نحتاج إليه. أخبرنا أين المفتاح، وهل في البيت قطة.',
      es: 'Llevamos todo lo necesario. Dinos dónde está la llave y si hay gato.',
      fr: 'Nous apportons tout. Dites-nous où est la clé, et s’il y a un chat.',
    },
    base: { price: 3000, minutes: 60 },
    counters,
    tiers,
    extras,
  },
  {
    slug: 'deep-clean',
    title: { en: 'Deep clean', ar: 'تنظيف عميق', es: 'Limpieza a fondo', fr: 'Grand ménage' },
    summary: {
      en: 'The regular clean, and behind, under and inside everything.',
      ar: 'التنظيف المنتظم مع ما خلف كل شيء وتحته وداخله.',
      es: 'La limpieza normal, y además detrás, debajo y dentro de todo.',
      fr: 'Le ménage courant, plus derrière, dessous et dans tout.',
    },
    body: {
      en: 'Good twice a year, or before guests. Ovens and windows can be added.',
      ar: 'مناسب مرتين في السنة أو قبل قدوم الضيوف. ويمكن إضافة الفرن والنوافذ.',
      es: 'Va bien dos veces al año, o antes de una visita. Puedes añadir horno y ventanas.',
      fr: 'Parfait deux fois par an, ou avant des invités. Four et vitres en option.',
    },
    base: { price: 5800, minutes: 120 },
    counters,
    tiers,
    extras,
  },
  {
    slug: 'moving-out',
    title: { en: 'Moving out', ar: 'عند الانتقال', es: 'Mudanza', fr: 'Fin de bail' },
    summary: {
      en: 'An empty home, ready for the check. We come back free if something was missed.',
      ar: 'بيت فارغ جاهز للمعاينة. ونعود مجانًا إن فاتنا شيء.',
      es: 'Una casa vacía, lista para la revisión. Si falta algo, volvemos gratis.',
      fr: 'Un logement vide, prêt pour l’état des lieux. Un oubli ? Nous revenons gratuitement.',
    },
    body: {
      en: 'Give us the date of the check and we plan back from it.',
      ar: 'أعطنا موعد المعاينة ونرتب عملنا بحسبه.',
      es: 'Danos la fecha de la revisión y nos organizamos a partir de ella.',
      fr: 'Donnez-nous la date de l’état des lieux, nous nous organisons.',
    },
    base: { price: 9000, minutes: 180 },
    counters,
    tiers,
    extras,
  },
]

/** The sample listings of a new co-op of home services: cleaning at home. */
export const homeServices: readonly Sample[] = visits.map((sample) => ({
  ...sample,
  fields: (language, price) => fieldsIn(sample, language, price),
}))

/** Returns a sample in one language and currency. Its visits need one member, because a new co-op may have only one. */
function fieldsIn(
  { base, counters: sampleCounters, tiers: sampleTiers, extras: sampleExtras }: VisitSample,
  language: Locale,
  price: (pence: number) => number,
): VisitFields {
  return {
    baseMinor: price(base.price),
    baseMinutes: base.minutes,
    teamSize: 1,
    counters: sampleCounters.map(({ key, label, price: pence, minutes, usual, max }) => ({
      key,
      label: label[language],
      unitMinor: price(pence),
      unitMinutes: minutes,
      usual,
      max,
    })),
    tiers: sampleTiers.map(({ key, label, about, factorBp }) => ({
      key,
      label: label[language],
      about: about[language],
      factorBp,
    })),
    extras: sampleExtras.map(({ key, label, price: pence, minutes }) => ({
      key,
      label: label[language],
      minor: price(pence),
      minutes,
    })),
  }
}
