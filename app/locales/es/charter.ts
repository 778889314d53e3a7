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
    'Una persona, un voto. Vale si participa el {{quorum}} de todas, y se aprueba {{majority}} de síes y noes. {{course}} {{lowering}}',
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
  'voting.discussed_one': 'Antes se debate {{count}} hora.',
  'voting.discussed_other': 'Antes se debate {{count}} horas.',
  'voting.at-once': 'La votación se abre en cuanto se propone.',
  'voting.open_one': 'Se vota durante {{count}} hora.',
  'voting.open_other': 'Se vota durante {{count}} horas.',
  'voting.effect_one': 'Lo aprobado rige {{count}} hora después.',
  'voting.effect_other': 'Lo aprobado rige {{count}} horas después.',
  'voting.effect-at-once': 'Lo aprobado rige en el acto.',
  'voting.lowering':
    'Lo que rebaja una protección exige más: al menos {{hours}} horas de debate, voto secreto y dos lecturas, cada una con al menos el {{majority}} de síes y noes y con más de la mitad de todas las personas socias. Caduca a los {{months}} meses si no se renueva.',
  'voting.more-than': 'con más del {{percent}}',
  'voting.at-least': 'con al menos el {{percent}}',
}
