export const found = {
  'class.workers': 'Membres travailleurs',
  head: 'Créez votre coopérative.',
  lead: 'Un nom et un lieu suffisent. Vous voyez votre vitrine en une minute, et vous pourrez tout changer ensuite.',
  blueprint: 'Que faites-vous ensemble ?',
  coming: 'bientôt',
  name: 'Le nom de votre coopérative',
  slug: 'Son adresse',
  'slug.hint':
    'Minuscules, chiffres et tirets, devant {{base}}. Si vous la laissez vide, elle vient du nom.',
  country: 'Pays',
  'country.GB': 'Royaume-Uni',
  'country.ES': 'Espagne',
  'country.FR': 'France',
  'country.EG': 'Égypte',
  'country.MA': 'Maroc',
  'country.US': 'États-Unis',
  colour: 'Première couleur',
  colour2: 'Seconde couleur',
  founders: 'Adresses e-mail des autres fondateurs',
  'founders.hint': 'Une par ligne. Un lien est envoyé à chacune.',
  you: 'Et vous',
  do: 'Fonder notre coopérative',
  trade: 'Ce que vous faites',
  'trade.hint':
    'Par exemple, dépannage à domicile. C’est écrit à côté de votre nom dans l’annuaire. Vide, nous mettons le plus courant.',
  locale: 'La langue de votre vitrine',
  'locale.hint':
    'Les exemples et les lettres à vos clients commencent dans cette langue. Chacun lit le site dans la sienne.',
  timeZone: 'Fuseau horaire',
  'timeZone.usual': 'Celui d’usage dans le pays',
  'timeZone.hint':
    'Les horaires, les jours et les scrutins suivent cette horloge. On peut en changer plus tard.',
}
