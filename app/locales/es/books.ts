export const books = {
  title: 'Adónde va el dinero · {{name}}',
  span: 'Este mes y los 11 anteriores, según los libros',
  head: 'De {{total}}, {{workers}} fueron para quienes hicieron el trabajo.',
  lead_one: 'De {{count}} trabajo. El {{percent}} se quedó en la economía cooperativa.',
  lead_many: 'De {{count}} trabajos. El {{percent}} se quedó en la economía cooperativa.',
  lead_other: 'De {{count}} trabajos. El {{percent}} se quedó en la economía cooperativa.',
  none: 'Aún no se ha movido dinero.',
  customers: 'Los clientes pagaron',
  months: 'Mes a mes, en una tabla',
  month: 'Mes',
  total: 'Total',
}
