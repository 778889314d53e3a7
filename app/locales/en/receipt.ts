export const receipt = {
  title: 'Receipt {{code}} · {{name}}',
  number: 'Receipt {{code}}, paid {{date}}',
  head: 'You paid {{total}}, of which {{workers}} went to {{names}}.',
  'head.open':
    'You paid {{total}}, of which {{workers}} will go to {{names}} when the work is done.',
  where: 'Where the money went',
  paid: 'What you paid',
  got: 'Who got it',
  total: 'Total',
  'who.co-op': 'Our co-op: insurance, training, reserve',
  'who.federation': 'The federation: servers and support',
  'who.card': 'Card costs',
  'our-co-op': '{{name}}, our co-op',
  twiza: 'Twiza, the federation',
  'by-charter':
    'Priced and split by charter version {{version}}. Whoever worked, and you, hold this same page.',
  stays: 'of your money stayed in the co-operative economy. {{card}} left it, to the card company.',
  keep: 'Keep it',
  'keep.how': 'Print this page, or take the PDF.',
  pdf: 'Receipt as PDF',
  wrong: 'Something wrong?',
  'wrong.what':
    'Tell us within 30 days. A refund takes back exactly what was shared here, line by line.',
  order: 'Back to the booking',
  'head.part': '{{returned}} went back to you, {{workers}} went to {{names}}.',
  'head.back': 'You paid {{total}}, and all of it went back to you.',
  back: 'What went back to you',
  'returned.on': 'Went back on {{date}}',
  kept: 'What stayed',
  'stays.part':
    'of what stayed is in the co-operative economy. {{card}} left it, to the card company.',
  borne:
    'The card company kept {{card}} of your payment all the same. Our co-op bears that, not you.',
  cancelled: 'Cancelled',
} as const
