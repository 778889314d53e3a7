import type { Blueprint } from '../blueprint.ts'
import { homeServices } from '../home-services/blueprint.ts'

/** A preview: what it will do is said, and it cannot be chosen until it does it. */
export const imageLibrary: Blueprint = {
  ...homeServices,
  key: 'image-library',
  state: 'coming',
  name: { en: 'Image library', ar: 'مكتبة صور', es: 'Banco de imágenes', fr: 'Banque d’images' },
  about: {
    en: 'Artists sell licences for their pictures, with releases, additive rights and a certificate for each.',
    ar: 'يبيع الفنانون تراخيص صورهم، مع الموافقات والحقوق المضافة وشهادة لكل ترخيص.',
    es: 'Artistas que venden licencias de sus imágenes, con autorizaciones, derechos por sumas y un certificado para cada una.',
    fr: 'Des artistes vendent des licences de leurs images, avec autorisations, droits additionnels et un certificat pour chacune.',
  },
  listings: [],
}
