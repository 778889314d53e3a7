import type { Blueprint } from '../blueprint.ts'
import { homeServices } from '../home-services/blueprint.ts'

/** A preview: what it will do is said, and it cannot be chosen until it does it. */
export const rides: Blueprint = {
  ...homeServices,
  key: 'rides',
  state: 'coming',
  name: { en: 'Rides', ar: 'مشاوير', es: 'Viajes', fr: 'Courses' },
  about: {
    en: 'Fares by minute and distance, scheduled or now, tips whole to the driver. Surge is forbidden by the charter.',
    ar: 'أجرة بالدقيقة والمسافة، الآن أو في موعد، والإكرامية كلها للسائق. والميثاق يمنع رفع السعر وقت الذروة.',
    es: 'Tarifa por minuto y distancia, ahora o con cita, propina íntegra para quien conduce. El estatuto prohíbe subir precios en hora punta.',
    fr: 'Tarif à la minute et à la distance, tout de suite ou sur rendez-vous, pourboire entier au chauffeur. La charte interdit la majoration.',
  },
  listings: [],
}
