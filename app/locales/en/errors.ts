export const errors = {
  home: 'To the first page',
  'missing.title': 'There is nothing at this address.',
  'missing.what': 'It may have moved, or the address may have a slip in it.',
  'forbidden.title': 'This page is for others.',
  'forbidden.what': 'You are signed in, but this part belongs to people with another role here.',
  'often.title': 'That was too often.',
  'often.what': 'Wait a few minutes, then try again. Nothing was lost.',
  'suspended.title': 'This co-op is suspended for now.',
  'suspended.what':
    'It takes no bookings until the federation lifts the suspension. What is booked goes on.',
  'suspended.why': 'The reason given: {{reason}}',
  'fault.title': 'Something broke on our side.',
  'fault.what':
    'It is written down and somebody will look at it. Nothing was done twice. Please try again.',
  'busy.title': 'We cannot be reached for a moment.',
  'busy.what': 'Nothing was lost, and nothing is done twice. Wait a few seconds, then try again.',
  'unreadable.title': 'We could not read that.',
  'unreadable.what':
    'What was sent is not a form of ours, or it was cut off on the way. Go back and send it again.',
  'large.title': 'That is too much at once.',
  'large.what':
    'A form holds at most 400 fields and 200 kB, and a file at most 40 MB. Make it shorter, and send it again.',
  'forged.title': 'This form came from another site.',
  'forged.what': 'Nothing was done. Open the page here, and send it from there.',
  'nowhere.title': 'No co-op lives at this address.',
  'nowhere.what':
    'The address may have a slip in it, or the co-op may have another one. All that are open stand in the directory.',
  'nowhere.directory': 'Find a co-op',
} as const
