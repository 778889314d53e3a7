/** Pairs of natural dyes that have been woven together for a long time. */
export const DYES = [
  { key: 'indigo-saffron', colour: '#25358a', colour2: '#f2b13c' },
  { key: 'madder-walnut', colour: '#a4362a', colour2: '#6d4c35' },
  { key: 'olive-rose', colour: '#4e6b2a', colour2: '#d9488b' },
  { key: 'sea-coral', colour: '#0f5c6e', colour2: '#ee7b57' },
  { key: 'plum-gold', colour: '#5b2a6e', colour2: '#c99a2e' },
] as const
