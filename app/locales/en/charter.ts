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
    'One member, one vote. A vote counts when {{quorum}} of all members take part, and passes with {{majority}} of yes and no. {{course}} {{lowering}}',
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
  'voting.discussed_one': 'It is discussed for {{count}} hour first.',
  'voting.discussed_other': 'It is discussed for {{count}} hours first.',
  'voting.at-once': 'The vote opens as soon as it is proposed.',
  'voting.open_one': 'The vote is open for {{count}} hour.',
  'voting.open_other': 'The vote is open for {{count}} hours.',
  'voting.effect_one': 'What passes takes effect {{count}} hour later.',
  'voting.effect_other': 'What passes takes effect {{count}} hours later.',
  'voting.effect-at-once': 'What passes takes effect at once.',
  'voting.lowering':
    'What lowers a protection takes more: at least {{hours}} hours of discussion, a secret ballot, and two readings that each pass with at least {{majority}} of yes and no and with more than half of all members. It lapses after {{months}} months unless it is renewed.',
  'voting.more-than': 'more than {{percent}}',
  'voting.at-least': 'at least {{percent}}',
} as const
