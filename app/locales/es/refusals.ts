export const refusals = {
  'not-found': 'No lo hemos encontrado.',
}
