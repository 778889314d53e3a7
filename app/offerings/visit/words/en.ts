export const words = {
  'order.paid': 'We come {{when}}.',
  always: 'Always part of the visit',
  price: 'Price in {{currency}}',
  minutes: 'Minutes of work',
  team: 'People who come',
  counters: 'What is counted',
  'counters.hint':
    'Bedrooms, windows, trees: each has its price and its time. Empty the name to take a line away.',
  'counters.more': 'One more line to count',
  tiers: 'How thorough',
  'tiers.hint':
    '100 is the price as it stands; 140 is 40% more price and time. The first one is preselected. With none here, the visit is the same for everybody.',
  'tiers.more': 'One more way',
  extras: 'Extras',
  'extras.hint': 'Added as they are, whatever the rest.',
  'extras.more': 'One more extra',
  'cell.of': '{{row}}, {{cell}}',
  'cell.label': 'Name',
  'cell.minutes': 'Minutes',
  'cell.usual': 'Usually',
  'cell.max': 'At most',
  'cell.factor': 'Percent',
  'cell.about': 'What it means',
  'plain-tier': 'The visit',
  'too-short':
    'With nothing counted, and in the shortest way you offer, a visit has to take at least 15 minutes.',
  'usual-too-many': 'What is usual cannot be more than the most.',
  stay_one: 'One person comes for about {{time}}',
  stay_other: '{{count}} people come for about {{time}}',
  'how-much': 'How much is there to do?',
  'how-thorough': 'How thorough?',
  added: 'Extras',
  less: 'One less: {{what}}',
  more: 'One more: {{what}}',
  adds: 'Adds {{minutes}} min of work',
  'tip.hint': 'All of it goes to the people who come.',
  'when.zone': 'Local times ({{place}}).',
  'when.none': 'nothing',
  'when.taken': 'taken',
  'when.missing': 'Choose a time first.',
  'when.earlier': 'Earlier dates',
  'when.later': 'Later dates',
  'details.where': 'Where the work is',
  line1: 'Street and number',
  line2: 'Flat, floor',
  postcode: 'Postcode',
  notes: 'What we should know',
  'notes.hint': 'Keys, pets, parking.',
  each: 'each, about {{minutes}} min of work,',
  'count.range': 'Write a whole number from {{least}} to {{max}}.',
  'tip.too-much': 'That is more than we can take as a tip.',
  'when.chosen': 'You have chosen',
  'when.hold': 'We hold your time for 20 minutes once you go on to pay.',
}

/** The sentences of the refusals of visits. */
export const refusals = {
  'count-out-of-range': 'Choose a number that this visit allows.',
  'tier-unknown': 'Choose how thorough.',
  'extra-unknown': 'That extra is not offered any more.',
  'tip-out-of-range': 'Write a tip that is not below zero.',
  'slot-taken': 'Somebody has just taken that time. Choose another one.',
  'slot-too-soon': 'That is too soon for us to come. Choose a later time.',
  'slot-too-far': 'That is too far ahead: our hours are not made yet. Choose an earlier day.',
  'slot-not-offered': 'We have no team at work for that time. Choose one of the times shown.',
}

type Sentences = typeof refusals

declare module '#app/kernel/outcome.ts' {
  interface RefusalSentences extends Sentences {}
}
