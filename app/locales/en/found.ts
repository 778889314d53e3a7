export const found = {
  'class.workers': 'Worker-members',
} as const
