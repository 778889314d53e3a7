export const words = {
  'orders.head.paid': 'We come {{when}}.',
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
  'when.last': 'Later days cannot be booked yet.',
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
  'work.offered': 'Not accepted yet',
  'work.accepted': 'Accepted',
  'work.checked-in': 'Here now',
  'work.checked-out': 'Done',
  'step.accept': 'Accept',
  'step.check-in': 'Check in',
  'step.check-out': 'Check out',
  'opens.check-out': 'You can check out from {{when}}, when the visit begins.',
  'opens.check-in': 'You can check in from {{when}}.',
  'work.waits': 'Your part is done. The money is shared out when the others have checked out.',
  'orders.head.placed': 'Your time is held: {{when}}. Pay to keep it.',
  'orders.head.lapsed': 'Your time was let go.',
  'orders.what.lapsed':
    'It was not paid within 20 minutes. Nothing was charged. Choose a time again.',
  'orders.what.lapsed.returned':
    'Your payment came after the 20 minutes, when somebody else had taken the time. It is on its way back to your card.',
  'orders.again': 'Choose a time again',
  'orders.head.begun': 'We are at work.',
  'orders.what.begun':
    'It can no longer be moved or cancelled. The receipt follows when we are done.',
  'orders.head.past': 'We were to come {{when}}.',
  'orders.what.past': 'It is paid for. The receipt follows when our people say that they are done.',
  'orders.what.cancelled.kept':
    'By the charter the price is kept and split like a sale, most of it for the people who were to come.',
  'orders.cancel.late':
    'It is late to cancel: the charter keeps {{kept}}, split like a sale, most of it for the people who were to come. You get back {{returned}}.',
  'orders.team': 'Who comes',
  'orders.change.head': 'When shall we come instead?',
  'orders.your-visit': 'Your visit',
  'orders.details.head': 'Where do we come, {{when}}?',
  'orders.email.hint': 'For your receipt and news of this visit, and nothing else.',
  'orders.go-on': 'Go on with this time',
  'orders.choose-other': 'Choose another time',
  'orders.step.price': 'Price and time',
  'orders.back-to-price': 'Back to price and time',
  'orders.cancel-rule.late_one':
    'This visit is nearer than {{count}} hour: by the charter, cancelling it keeps {{kept}} of the price.',
  'orders.cancel-rule.late_other':
    'This visit is nearer than {{count}} hours: by the charter, cancelling it keeps {{kept}} of the price.',
  'mail.order-paid.body':
    'Thank you. You paid {{total}} and your time is booked: {{start}}. Your booking is {{code}}. You can follow, change or cancel it on its page.',
  'mail.order-paid.subject': 'Booked: {{title}}, {{start}}',
  'mail.payment-late-refunded.subject': 'Your time was gone, your money is on its way back',
  'mail.payment-late-refunded.body':
    'Your payment came after the 20 minutes for which we hold a time, and somebody else has taken it. {{total}} go back to your card. We are sorry.',
  'mail.payment-late-refunded.action': 'Choose another time',
  'mail.job-offered.subject': 'A job for you: {{title}}, {{start}}',
  'mail.job-offered.body':
    'A customer booked {{title}} for {{start}}, and you are in the team. Please accept it, or say that you cannot.',
  'mail.job-cancelled.subject': 'Off: {{title}}, {{start}}',
  'mail.job-cancelled.body': 'The booking {{code}} was cancelled. You are free then.',
  'mail.order-item-cancelled-kept.body':
    '“{{title}}” of your booking {{code}} is cancelled. The rest of the booking stays. It was so near that by our charter the whole price is kept, most of it for the people who were to come, so nothing goes back.',
  'mail.order-item-cancelled-part.body':
    '“{{title}}” of your booking {{code}} is cancelled. The rest of the booking stays. {{amount}} go back to your card; that can take a few days. It was late, so by our charter the rest of its price is kept, most of it for the people who were to come.',
  'mail.order-cancelled-kept.body':
    'Your booking {{code}} is cancelled. It was so near that by our charter the whole price is kept, most of it for the people who were to come, so nothing goes back.',
  'mail.order-cancelled-part.body':
    'Your booking {{code}} is cancelled. {{amount}} of {{total}} go back to your card; that can take a few days. It was late, so by our charter the rest is kept, most of it for the people who were to come.',
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
  'job-too-early': 'You can check in from one hour before the start.',
  'job-not-begun': 'This visit has not begun yet. Check out when the work is done.',
  'job-out-of-turn': 'Check in first.',
}

type Sentences = typeof refusals

declare module '#app/kernel/outcome.ts' {
  interface RefusalSentences extends Sentences {}
}
