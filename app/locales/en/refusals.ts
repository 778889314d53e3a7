export const refusals = {
  'not-found': 'We could not find that.',
} as const
