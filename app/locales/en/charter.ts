export const charter = {
  split: 'The workers’ part',
  'split.words':
    'Of the price of each job, {{percent}} go to the members who did it. The remainder of any rounding goes to them.',
  floor: 'The hourly floor',
  'floor.words': 'No listing may pay less than {{amount}} for an hour of work.',
  cancellation: 'Cancelling',
  'cancellation.words':
    'Cancelling is free until {{hours}} hours before the start. After that, {{percent}} are kept and split like a sale.',
  voting: 'How we decide',
  'voting.words':
    'One member, one vote. A vote counts when {{quorum}} of all members take part, and passes with more than {{majority}} of yes and no. It is discussed for {{discussion}} hours, open for {{voting}} hours, and takes effect {{cooling}} hours later.',
  surplus: 'What is left over',
  'surplus.words':
    'Of any surplus, at least {{percent}} go to a reserve that is never divided. Members share the rest by the work they did.',
  data: 'Your data',
  'data.words':
    'We sell and lend your data to nobody. {{months}} months after your last visit we no longer need it.',
  title: 'Charter · {{name}}',
  head: 'Six clauses that the money obeys.',
  lead: 'The charter is what the members of {{name}} agreed on. The code that prices and pays reads it, and nothing else.',
  version: 'Version {{version}}, in force since {{date}}',
  history: 'Its history',
  'history.founding': 'Agreed on by the founders',
  'history.by': 'By proposal {{number}}: {{title}}',
  now: 'Read the charter in force',
} as const
