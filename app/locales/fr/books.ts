export const books = {
  title: 'Où va l’argent · {{name}}',
  span: 'Ce mois-ci et les 11 précédents, d’après les comptes',
  head: 'Sur {{total}}, {{workers}} sont allés à celles et ceux qui ont travaillé.',
  lead_one: 'Sur {{count}} mission. {{percent}} sont restés dans l’économie coopérative.',
  lead_many: 'Sur {{count}} missions. {{percent}} sont restés dans l’économie coopérative.',
  lead_other: 'Sur {{count}} missions. {{percent}} sont restés dans l’économie coopérative.',
  none: 'Il n’y a pas encore eu de mouvement d’argent.',
  customers: 'Les clients ont payé',
  months: 'Mois par mois, en tableau',
  month: 'Mois',
  total: 'Total',
}
