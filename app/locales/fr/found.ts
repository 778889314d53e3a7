export const found = {
  'class.workers': 'Membres travailleurs',
}
