import type { ComingBlueprint } from '../blueprint.ts'

/** A preview. It shows what the blueprint will do and cannot be chosen before it does it. */
export const imageLibrary: ComingBlueprint = {
  key: 'image-library',
  state: 'coming',
  name: { en: 'Image library', ar: 'مكتبة صور', es: 'Banco de imágenes', fr: 'Banque d’images' },
  about: {
    en: 'Artists sell licences for their pictures, with releases, additive rights and a certificate for each.',
    ar: 'يبيع الفنانون تراخيص صورهم، مع الموافقات والحقوق المضافة وشهادة لكل ترخيص.',
    es: 'Artistas que venden licencias de sus imágenes, con autorizaciones, derechos por sumas y un certificado para cada una.',
    fr: 'Des artistes vendent des licences de leurs images, avec autorisations, droits additionnels et un certificat pour chacune.',
  },
  headline: {
    en: 'Pictures licensed by those who made them.',
    ar: 'صور يرخّصها من صنعوها.',
    es: 'Imágenes con licencia de quienes las hicieron.',
    fr: 'Des images cédées par celles et ceux qui les ont faites.',
  },
  charter: {
    split: { workersBp: 8500 },
    cancellation: { freeHours: 24, keptBp: 0 },
  },
  preview: {
    look: { slug: 'kestrel-prints', colour: '#5b2a6e', colour2: '#d9488b' },
    workers: {
      en: 'The artist',
      ar: 'الفنان',
      es: 'Quien hizo la imagen',
      fr: 'L’artiste',
    },
    samples: [
      {
        title: {
          en: 'One picture, for a website',
          ar: 'صورة واحدة لموقع',
          es: 'Una imagen, para una web',
          fr: 'Une image, pour un site',
        },
        about: {
          en: 'One year, everywhere',
          ar: 'سنة واحدة، في كل مكان',
          es: 'Un año, en todo el mundo',
          fr: 'Un an, partout',
        },
        price: 4500,
      },
      {
        title: {
          en: 'The cover of a book',
          ar: 'غلاف كتاب',
          es: 'La cubierta de un libro',
          fr: 'La couverture d’un livre',
        },
        about: {
          en: 'Up to 5,000 copies, in one language',
          ar: 'حتى ٥٬٠٠٠ نسخة، بلغة واحدة',
          es: 'Hasta 5.000 ejemplares, en un idioma',
          fr: 'Jusqu’à 5 000 exemplaires, dans une langue',
        },
        price: 18000,
      },
      {
        title: {
          en: 'A print for your wall',
          ar: 'نسخة مطبوعة لجدارك',
          es: 'Una copia para la pared',
          fr: 'Un tirage pour votre mur',
        },
        about: {
          en: '40 × 50 cm, signed and numbered',
          ar: '٤٠ × ٥٠ سم، موقّعة ومرقّمة',
          es: '40 × 50 cm, firmada y numerada',
          fr: '40 × 50 cm, signé et numéroté',
        },
        price: 9500,
      },
    ],
  },
  kinds: [],
}
