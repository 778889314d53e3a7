export const found = {
  'class.workers': 'Socias trabajadoras',
}
