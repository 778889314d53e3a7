export const charter = {
  split: 'La part des travailleurs',
  'split.words':
    'Du prix de chaque mission, {{percent}} vont aux membres qui l’ont faite. Le reste de tout arrondi leur revient.',
  floor: 'Le plancher horaire',
  'floor.words': 'Aucune annonce ne peut payer moins de {{amount}} l’heure de travail.',
  cancellation: 'Annulation',
  'cancellation.words':
    'L’annulation est gratuite jusqu’à {{hours}} heures avant le début. Ensuite, {{percent}} sont gardés et répartis comme une vente.',
  voting: 'Comment nous décidons',
  'voting.words':
    'Un membre, une voix. Le vote compte si {{quorum}} de tous les membres participent, et passe {{majority}} des oui et non. {{course}} {{lowering}}',
  surplus: 'L’excédent',
  'surplus.words':
    'De tout excédent, au moins {{percent}} vont à une réserve jamais partagée. Les membres partagent le reste selon leur travail.',
  data: 'Vos données',
  'data.words':
    'Nous ne vendons ni ne prêtons vos données. {{months}} mois après votre dernière visite, nous n’en avons plus besoin.',
  title: 'Charte · {{name}}',
  head: 'Six clauses auxquelles l’argent obéit.',
  lead: 'La charte est ce dont les membres de {{name}} sont convenus. Le programme qui chiffre et paie la lit, et rien d’autre.',
  version: 'Version {{version}}, en vigueur depuis le {{date}}',
  history: 'Son histoire',
  'history.founding': 'Convenue par les fondateurs',
  'history.by': 'Par la proposition {{number}} : {{title}}',
  now: 'Lire la charte en vigueur',
  'voting.discussed_one': 'On en débat d’abord {{count}} heure.',
  'voting.discussed_other': 'On en débat d’abord {{count}} heures.',
  'voting.at-once': 'Le scrutin s’ouvre dès la proposition.',
  'voting.open_one': 'Le scrutin dure {{count}} heure.',
  'voting.open_other': 'Le scrutin dure {{count}} heures.',
  'voting.effect_one': 'Ce qui est adopté prend effet {{count}} heure plus tard.',
  'voting.effect_other': 'Ce qui est adopté prend effet {{count}} heures plus tard.',
  'voting.effect-at-once': 'Ce qui est adopté prend effet aussitôt.',
  'voting.lowering':
    'Ce qui abaisse une protection demande davantage : au moins {{hours}} heures de débat, un vote secret et deux lectures, chacune avec au moins {{majority}} des oui et non et plus de la moitié de tous les membres. Cela expire après {{months}} mois, sauf renouvellement.',
  'voting.more-than': 'avec plus de {{percent}}',
  'voting.at-least': 'avec au moins {{percent}}',
}
