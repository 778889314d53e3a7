export const receipt = {
  title: 'Reçu {{code}} · {{name}}',
  number: 'Reçu {{code}}, payé le {{date}}',
  head: 'Vous avez payé {{total}}, dont {{workers}} pour {{names}}.',
  'head.open':
    'Vous avez payé {{total}}, dont {{workers}} pour {{names}}, une fois le travail fait.',
  where: 'Où est allé l’argent',
  paid: 'Ce que vous avez payé',
  got: 'Qui l’a reçu',
  total: 'Total',
  'who.co-op': 'Notre coopérative : assurance, formation, réserve',
  'who.federation': 'La fédération : serveurs et assistance',
  'who.card': 'Coûts de carte',
  'our-co-op': '{{name}}, notre coopérative',
  twiza: 'Twiza, la fédération',
  'by-charter':
    'Prix et répartition selon la version {{version}} de la charte. Cette même page est chez vous et chez celles et ceux qui ont travaillé.',
  stays:
    'de votre argent est resté dans l’économie coopérative. {{card}} en sont sortis, vers la société de cartes.',
  keep: 'À garder',
  'keep.how': 'Imprimez cette page, ou prenez le PDF.',
  pdf: 'Reçu en PDF',
  wrong: 'Quelque chose ne va pas ?',
  'wrong.what':
    'Dites-le-nous sous 30 jours. Un remboursement reprend exactement ce partage, ligne par ligne.',
  order: 'Revenir à la réservation',
  'head.part': '{{returned}} vous ont été rendus, {{workers}} sont pour {{names}}.',
  'head.back': 'Vous avez payé {{total}} et tout vous a été rendu.',
  back: 'Ce qui vous a été rendu',
  'returned.on': 'Rendu le {{date}}',
  kept: 'Ce qui est resté',
  'stays.part':
    'de ce qui est resté reste dans l’économie coopérative. {{card}} en sont sortis, pour la société de carte.',
  borne:
    'La société de carte a gardé {{card}} de votre paiement malgré tout. C’est notre coopérative qui le supporte, pas vous.',
  cancelled: 'Annulée',
}
