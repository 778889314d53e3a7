export const words = {
  'orders.head.paid': 'Nous venons le {{when}}.',
  always: 'Toujours compris',
  price: 'Prix en {{currency}}',
  minutes: 'Minutes de travail',
  team: 'Personnes qui viennent',
  counters: 'Ce qui est compté',
  'counters.hint':
    'Chambres, fenêtres, arbres : chacun a son prix et son temps. Videz le nom pour retirer la ligne.',
  'counters.more': 'Une ligne de plus à compter',
  tiers: 'Niveau de soin',
  'tiers.hint':
    '100, c’est le prix tel quel ; 140, c’est 40 % de prix et de temps en plus. Le premier est présélectionné. Sans aucun ici, la visite est la même pour tout le monde.',
  'tiers.more': 'Un niveau de plus',
  extras: 'Suppléments',
  'extras.hint': 'Ajoutés tels quels, quel que soit le reste.',
  'extras.more': 'Un supplément de plus',
  'cell.of': '{{row}}, {{cell}}',
  'cell.label': 'Nom',
  'cell.minutes': 'Minutes',
  'cell.usual': 'D’habitude',
  'cell.max': 'Au maximum',
  'cell.factor': 'Pourcentage',
  'cell.about': 'Ce que cela veut dire',
  'plain-tier': 'La visite',
  'too-short':
    'Sans rien compter, et de la façon la plus courte que vous proposez, une visite doit durer au moins 15 minutes.',
  'usual-too-many': 'L’habituel ne peut pas dépasser le maximum.',
  stay_one: 'Une personne vient pour environ {{time}}',
  stay_other: '{{count}} personnes viennent pour environ {{time}}',
  'how-much': 'Combien y a-t-il à faire ?',
  'how-thorough': 'À quel niveau ?',
  added: 'Suppléments',
  less: 'Un de moins : {{what}}',
  more: 'Un de plus : {{what}}',
  adds: 'Ajoute {{minutes}} min de travail',
  'tip.hint': 'Il va tout entier à celles et ceux qui viennent.',
  'when.zone': 'Heure locale ({{place}}).',
  'when.none': 'rien',
  'when.taken': 'prise',
  'when.missing': 'Choisissez d’abord une heure.',
  'when.earlier': 'Dates précédentes',
  'when.later': 'Dates suivantes',
  'when.last': 'Les jours suivants ne peuvent pas encore être réservés.',
  'details.where': 'Où est le travail',
  line1: 'Rue et numéro',
  line2: 'Appartement, étage',
  postcode: 'Code postal',
  notes: 'Ce que nous devons savoir',
  'notes.hint': 'Clés, animaux, stationnement.',
  each: 'l’unité, environ {{minutes}} min de travail,',
  'count.range': 'Écrivez un nombre entier de {{least}} à {{max}}.',
  'tip.too-much': 'C’est plus que ce que nous pouvons accepter comme pourboire.',
  'when.chosen': 'Vous avez choisi',
  'when.hold': 'Nous gardons votre heure 20 minutes quand vous passez au paiement.',
  'work.offered': 'Pas encore acceptée',
  'work.accepted': 'Acceptée',
  'work.checked-in': 'Sur place',
  'work.checked-out': 'Faite',
  'step.accept': 'Accepter',
  'step.check-in': 'Pointer l’arrivée',
  'step.check-out': 'Pointer le départ',
  'opens.check-out':
    'Vous pouvez pointer votre départ à partir du {{when}}, quand la visite commence.',
  'opens.check-in': 'Vous pouvez pointer l’arrivée à partir du {{when}}.',
  'work.waits':
    'Votre part est faite. L’argent est partagé quand les autres ont pointé leur départ.',
  'orders.head.placed': 'Votre heure est gardée : {{when}}. Payez pour la conserver.',
  'orders.head.lapsed': 'Votre heure n’est plus gardée.',
  'orders.what.lapsed':
    'Elle n’a pas été payée en 20 minutes. Rien n’a été débité. Vous pouvez choisir une autre heure.',
  'orders.what.lapsed.returned':
    'Votre paiement est arrivé après les 20 minutes, quand quelqu’un d’autre avait pris l’heure. Il revient sur votre carte.',
  'orders.again': 'Choisir une autre heure',
  'orders.head.begun': 'Nous sommes au travail.',
  'orders.what.begun':
    'On ne peut plus la déplacer ni l’annuler. Le reçu suit quand nous aurons fini.',
  'orders.head.past': 'Nous devions venir {{when}}.',
  'orders.what.past': 'Elle est payée. Le reçu suit quand l’équipe dit qu’elle a fini.',
  'orders.what.cancelled.kept':
    'Selon la charte, le prix est retenu et réparti comme une vente, presque tout pour les personnes qui devaient venir.',
  'orders.cancel.late':
    'Il est tard pour annuler : selon la charte, {{kept}} sont retenus et répartis comme une vente, presque tout pour les personnes qui devaient venir. Vous récupérez {{returned}}.',
  'orders.team': 'Qui vient',
  'orders.change.head': 'Quand venons-nous plutôt ?',
  'orders.your-visit': 'Votre visite',
  'orders.details.head': 'Où venons-nous le {{when}} ?',
  'orders.email.hint': 'Pour votre reçu et les nouvelles de cette visite, et rien d’autre.',
  'orders.go-on': 'Continuer avec cette heure',
  'orders.choose-other': 'Choisir une autre heure',
  'orders.step.price': 'Prix et heure',
  'orders.back-to-price': 'Revenir au prix et à l’heure',
  'orders.cancel-rule.late_one':
    'Elle a lieu dans moins de {{count}} heure : selon la charte, l’annuler retient {{kept}} du prix.',
  'orders.cancel-rule.late_many':
    'Elle a lieu dans moins de {{count}} heures : selon la charte, l’annuler retient {{kept}} du prix.',
  'orders.cancel-rule.late_other':
    'Elle a lieu dans moins de {{count}} heures : selon la charte, l’annuler retient {{kept}} du prix.',
  'mail.order-paid.body':
    'Merci. Vous avez payé {{total}} et votre heure est réservée : {{start}}. Votre réservation est {{code}}. Sur sa page, vous pouvez la suivre, la changer ou l’annuler.',
  'mail.order-paid.subject': 'Réservé : {{title}}, {{start}}',
  'mail.payment-late-refunded.subject': 'L’heure était prise, votre argent revient',
  'mail.payment-late-refunded.body':
    'Votre paiement est arrivé après les 20 minutes pendant lesquelles nous gardons une heure, et quelqu’un l’a prise. {{total}} reviennent sur votre carte. Nous en sommes désolés.',
  'mail.payment-late-refunded.action': 'Choisir une autre heure',
  'mail.job-offered.subject': 'Une mission pour vous : {{title}}, {{start}}',
  'mail.job-offered.body':
    '{{title}} : un client a réservé pour le {{start}}, et vous êtes de l’équipe. Acceptez la mission, ou dites que vous ne pouvez pas.',
  'mail.job-cancelled.subject': 'Mission annulée : {{title}}, {{start}}',
  'mail.job-cancelled.body': 'La réservation {{code}} est annulée. Vous êtes libre à cette heure.',
  'mail.order-item-cancelled-kept.body':
    '« {{title}} », de votre réservation {{code}}, est annulé. Le reste de la réservation est maintenu. C’était si proche que selon notre charte tout le prix est retenu, presque tout pour les personnes qui devaient venir : rien n’est rendu.',
  'mail.order-item-cancelled-part.body':
    '« {{title}} », de votre réservation {{code}}, est annulé. Le reste de la réservation est maintenu. {{amount}} reviennent sur votre carte, en quelques jours. C’était tard : selon notre charte, le reste de son prix est retenu, presque tout pour les personnes qui devaient venir.',
  'mail.order-cancelled-kept.body':
    'Votre réservation {{code}} est annulée. Elle était si proche que selon notre charte tout le prix est retenu, presque tout pour les personnes qui devaient venir : rien n’est rendu.',
  'mail.order-cancelled-part.body':
    'Votre réservation {{code}} est annulée. {{amount}} sur {{total}} reviennent sur votre carte, en quelques jours. C’était tard : selon notre charte, le reste est retenu, presque tout pour les personnes qui devaient venir.',
}

/** The sentences of the refusals of visits. */
export const refusals = {
  'count-out-of-range': 'Choisissez un nombre que cette visite permet.',
  'tier-unknown': 'Choisissez le niveau.',
  'extra-unknown': 'Ce supplément n’est plus proposé.',
  'tip-out-of-range': 'Écrivez un pourboire qui ne soit pas négatif.',
  'slot-taken': 'Quelqu’un vient de prendre cette heure. Choisissez-en une autre.',
  'slot-too-soon': 'C’est trop tôt pour que nous puissions venir. Choisissez plus tard.',
  'slot-too-far':
    'C’est trop loin : nos horaires ne sont pas encore faits. Choisissez un jour plus proche.',
  'slot-not-offered':
    'Aucune de nos équipes ne travaille à cette heure. Choisissez une des heures proposées.',
  'job-too-early': 'Vous pouvez pointer à partir d’une heure avant le début.',
  'job-not-begun':
    'Cette visite n’a pas encore commencé. Pointez votre départ quand le travail est fait.',
  'job-out-of-turn': 'Pointez d’abord votre arrivée.',
}
