export const charter = {
  split: 'La parte de quienes trabajan',
  'split.words':
    'Del precio de cada trabajo, el {{percent}} es para quienes lo hicieron. Lo que sobra al redondear también.',
  floor: 'El suelo por hora',
  'floor.words': 'Ninguna oferta puede pagar menos de {{amount}} por hora de trabajo.',
  cancellation: 'Cancelación',
  'cancellation.words':
    'Cancelar es gratis hasta {{hours}} horas antes del inicio. Después se retiene el {{percent}} y se reparte como una venta.',
  voting: 'Cómo decidimos',
  'voting.words':
    'Una persona, un voto. Vale si participa el {{quorum}} de todas, y se aprueba con más del {{majority}} de síes y noes. Se debate {{discussion}} horas, se vota {{voting}} horas y rige {{cooling}} horas después.',
  surplus: 'Lo que sobra',
  'surplus.words':
    'De todo excedente, al menos el {{percent}} va a una reserva que nunca se reparte. El resto se comparte según el trabajo.',
  data: 'Tus datos',
  'data.words':
    'No vendemos ni cedemos tus datos a nadie. {{months}} meses después de tu última visita ya no los necesitamos.',
  title: 'Estatuto · {{name}}',
  head: 'Seis cláusulas que el dinero obedece.',
  lead: 'El estatuto es lo que acordaron en {{name}}. El programa que calcula y paga lo lee, y nada más.',
  version: 'Versión {{version}}, en vigor desde el {{date}}',
  history: 'Su historia',
  'history.founding': 'Acordada por quienes fundaron',
  'history.by': 'Por la propuesta {{number}}: {{title}}',
  now: 'Leer el estatuto en vigor',
}
