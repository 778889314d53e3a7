export const refusals = {
  'not-found': 'لم نعثر على ذلك.',
}
