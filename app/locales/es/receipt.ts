export const receipt = {
  title: 'Recibo {{code}} · {{name}}',
  number: 'Recibo {{code}}, pagado el {{date}}',
  head: 'Pagaste {{total}}, de los que {{workers}} son para {{names}}.',
  'head.open':
    'Pagaste {{total}}, de los que {{workers}} serán para {{names}} cuando el trabajo esté hecho.',
  where: 'Adónde fue el dinero',
  paid: 'Lo que pagaste',
  got: 'Quién lo recibió',
  total: 'Total',
  'who.co-op': 'Nuestra cooperativa: seguro, formación, reserva',
  'who.federation': 'La federación: servidores y apoyo',
  'who.card': 'Costes de tarjeta',
  'our-co-op': '{{name}}, nuestra cooperativa',
  twiza: 'Twiza, la federación',
  'by-charter':
    'Calculado y repartido según la versión {{version}} del estatuto. Quienes trabajaron y tú tenéis esta misma página.',
  stays:
    'de tu dinero se quedó en la economía cooperativa. Salieron {{card}}, hacia la empresa de tarjetas.',
  keep: 'Guárdalo',
  'keep.how': 'Imprime esta página o llévate el PDF.',
  pdf: 'Recibo en PDF',
  wrong: '¿Algo no está bien?',
  'wrong.what':
    'Dínoslo en los próximos 30 días. Un reembolso deshace exactamente este reparto, línea a línea.',
  order: 'Volver a la reserva',
  'head.part': '{{returned}} volvieron a ti y {{workers}} fueron para {{names}}.',
  'head.back': 'Pagaste {{total}} y te lo devolvimos todo.',
  back: 'Lo que te devolvimos',
  'returned.on': 'Devuelto el {{date}}',
  kept: 'Lo que quedó',
  'stays.part':
    'de lo que quedó sigue en la economía cooperativa. {{card}} salieron de ella, para la empresa de la tarjeta.',
  borne:
    'Aun así, la empresa de la tarjeta se quedó con {{card}} de tu pago. Lo asume nuestra cooperativa, no tú.',
  cancelled: 'Cancelada',
}
