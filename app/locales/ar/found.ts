export const found = {
  'class.workers': 'الأعضاء العاملون',
}
