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
  refunded: '{{amount}} of this went back to you. Each gave back their part.',
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
} as const
