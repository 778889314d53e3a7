import type { Blueprint } from '../blueprint.ts'
import { homeServices } from '../home-services/blueprint.ts'

/** A preview: what it will do is said, and it cannot be chosen until it does it. */
export const makers: Blueprint = {
  ...homeServices,
  key: 'makers',
  state: 'coming',
  name: { en: 'Makers', ar: 'صنّاع', es: 'Artesanía', fr: 'Artisans' },
  about: {
    en: 'Goods made by hand: variants and stock, a basket, shipping, and received at the door.',
    ar: 'سلع مصنوعة باليد: أنواع ومخزون وسلّة وشحن واستلام عند الباب.',
    es: 'Productos hechos a mano: variantes, existencias, cesta, envío y entrega en la puerta.',
    fr: 'Des objets faits main : variantes, stock, panier, envoi et remise à la porte.',
  },
  listings: [],
}
