export const refusals = {
  'not-found': 'Nous ne l’avons pas trouvé.',
}
