/** The sentences of seats in each language. */
const en = {
  'orders.head.paid': 'Your seat is kept: {{when}}.',
  seats: 'Seats',
  material: 'Material for each seat',
  workshop: 'Workshop on {{date}}',
  planned: 'To be held',
  held: 'Held',
  hold: 'It was held',
  'hold.opens': 'You can say so from {{when}}.',
  waits: 'Everything is said.',
}

const ar: typeof en = {
  'orders.head.paid': 'مقعدك محجوز: {{when}}.',
  seats: 'المقاعد',
  material: 'مواد كل مقعد',
  workshop: 'ورشة يوم {{date}}',
  planned: 'ستُعقد',
  held: 'عُقدت',
  hold: 'عُقدت الورشة',
  'hold.opens': 'يمكنك قول ذلك ابتداءً من {{when}}.',
  waits: 'قيل كل شيء.',
}

const es: typeof en = {
  'orders.head.paid': 'Tu plaza está reservada: {{when}}.',
  seats: 'Plazas',
  material: 'Material de cada plaza',
  workshop: 'Taller del {{date}}',
  planned: 'Por celebrar',
  held: 'Celebrado',
  hold: 'Se celebró',
  'hold.opens': 'Puedes decirlo desde {{when}}.',
  waits: 'Todo está dicho.',
}

const fr: typeof en = {
  'orders.head.paid': 'Votre place est gardée : {{when}}.',
  seats: 'Places',
  material: 'Matériel par place',
  workshop: 'Atelier du {{date}}',
  planned: 'À tenir',
  held: 'Tenu',
  hold: 'Il a eu lieu',
  'hold.opens': 'Vous pourrez le dire à partir du {{when}}.',
  waits: 'Tout est dit.',
}

export const words = { en, ar, es, fr }
