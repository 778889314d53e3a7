export const books = {
  title: 'Où va l’argent · {{name}}',
  span: 'Ce mois-ci et les 11 précédents, d’après les comptes',
  head: 'Sur {{total}}, {{workers}} sont allés à celles et ceux qui ont travaillé.',
  lead_one: 'De {{count}} mission. {{percent}} sont restés dans l’économie coopérative.',
  lead_many: 'De {{count}} missions. {{percent}} sont restés dans l’économie coopérative.',
  lead_other: 'De {{count}} missions. {{percent}} sont restés dans l’économie coopérative.',
  none: 'Aucun argent n’a encore bougé.',
  customers: 'Les clients ont payé',
  months: 'Mois par mois, en tableau',
  month: 'Mois',
  total: 'Total',
}
