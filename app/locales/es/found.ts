export const found = {
  'class.workers': 'Socias y socios de trabajo',
  head: 'Funda tu cooperativa.',
  lead: 'Basta un nombre y un lugar. Verás tu escaparate en un minuto y podrás cambiarlo todo.',
  blueprint: '¿Qué hacéis en común?',
  coming: 'en camino',
  name: 'El nombre de vuestra cooperativa',
  slug: 'Su dirección',
  'slug.hint':
    'Minúsculas, cifras y guiones, antes de {{base}}. Si lo dejas vacío, sale del nombre.',
  country: 'País',
  'country.GB': 'Reino Unido',
  'country.ES': 'España',
  'country.FR': 'Francia',
  'country.EG': 'Egipto',
  'country.MA': 'Marruecos',
  'country.US': 'Estados Unidos',
  colour: 'Primer color',
  colour2: 'Segundo color',
  founders: 'Correos de las demás personas fundadoras',
  'founders.hint': 'Uno por línea. Cada persona recibe un enlace.',
  you: 'Y tú',
  do: 'Fundar nuestra cooperativa',
  trade: 'A qué os dedicáis',
  'trade.hint':
    'Por ejemplo, reparaciones del hogar. Aparece junto a vuestro nombre en el directorio. Si se deja vacío, ponemos lo más habitual.',
  locale: 'El idioma de vuestro escaparate',
  'locale.hint':
    'En él empiezan las muestras y las cartas a la clientela. Cada cual lee el sitio en el suyo.',
  timeZone: 'Zona horaria',
  'timeZone.usual': 'La habitual del país',
  'timeZone.hint':
    'Los horarios, los días y las votaciones van por este reloj. Se puede cambiar después.',
}
