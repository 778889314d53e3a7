export const refusals = {
  'not-found': 'We could not find that.',
  'listing-not-found': 'This is not offered any more.',
  'listing-is-sample':
    'This is a sample. It can be booked once the members have made it their own.',
  'co-op-not-open': 'This co-op takes no bookings yet.',
  'order-not-found': 'We could not find that booking.',
  'order-not-payable': 'This booking cannot be paid any more.',
  'order-not-cancellable': 'This booking cannot be cancelled any more.',
  'order-not-refundable': 'There is nothing to give back here.',
  'refund-too-large': 'That is more than was paid.',
  'refund-too-small': 'Write an amount above zero.',
  'slug-none': 'We cannot make an address from this name. Write one here.',
  'slug-shape': 'Use 3 to 32 small letters, digits and single hyphens.',
  'slug-reserved': 'This address is kept for the federation. Choose another.',
  'slug-taken': 'Another co-op has this address. Choose another.',
  'blueprint-unknown': 'There is no blueprint of this name.',
  'blueprint-not-ready': 'This blueprint is still being built.',
  'password-too-short': 'Use at least 10 characters. A short sentence is good.',
  'password-too-long': 'Use at most 200 characters.',
  'password-too-common': 'Everybody tries this one first. Choose another.',
  'password-too-known': 'Whoever knows you or your co-op tries this first. Choose another.',
  'password-is-email': 'Do not use your address as your password.',
  'sign-in-refused':
    'Address and password do not go together. A new account opens with the link of our letter.',
  'code-useless': 'This link was used already or is too old. Ask for a new one.',
  'invitation-useless': 'This invitation was used, withdrawn or is too old. Ask for a new one.',
  'already-invited': 'This address has an open invitation already.',
  'terms-out-of-range': 'This number is outside what the clause allows: {{detail}}.',
  'nothing-changes': 'This is what the charter says already.',
  'clause-fixed': 'The members cannot change this clause: it stays as they agreed on it.',
  'below-federation-split':
    'The federation’s co-ops have agreed that workers get at least {{detail}}. No charter may go below.',
  'below-federation-floor':
    'The federation’s co-ops have agreed that an hour pays at least {{detail}}. No charter may go below.',
  'split-leaves-too-little':
    'More than {{detail}} would leave too little for the federation’s fee and for what cards cost.',
  'charter-out-of-bounds':
    'The federation’s co-ops have agreed on limits that this charter does not keep. Its numbers have to change first.',
  'proposal-not-found': 'We could not find that proposal.',
  'voting-closed': 'The vote is closed.',
  'not-an-elector': 'Those who were members when the vote opened may vote.',
  'below-floor':
    'With some choices an hour would pay less than your charter’s floor. Raise the price or lower the minutes of what pays least.',
  'picture-too-large': 'This picture is too large. Use one below 15 MB.',
  'picture-unreadable': 'This is not a picture we can read. Use JPEG, PNG, WebP or AVIF.',
  'picture-too-many-pixels':
    'This picture has too many pixels. Use one of at most 40 megapixels, all frames together.',
  'picture-too-slow':
    'This picture takes too long to read. Save it again as a plain JPEG, and use that.',
  'pictures-busy': 'Other pictures are being read right now. Please try again in a minute.',
  'not-done-yet': 'The work has to be done first.',
  'order-not-changeable': 'This booking cannot be changed any more.',
  'change-too-late': 'It is too late to move this for free.',
  'not-your-job': 'This job is not yours.',
  'no-such-step': 'This step is no longer part of the work. Load the page again.',
  'journal-conflict': 'This was already booked differently.',
  'state-otherwise': 'This co-op is in another state by now.',
  'too-many-pictures': 'This listing has eight pictures already. Take one away first.',
  'too-late-to-hand-back': 'It is less than a day until the start. Talk to the others.',
  'nobody-free': 'Nobody else works then and is free. The job stays yours: talk to the others.',
  'no-account': 'This address has no account yet.',
  'is-admin': 'They are an admin already.',
  'last-admin': 'The last admin stays: somebody must be able to let others in.',
  'not-yourself': 'You cannot lock yourself out.',
  'terms-past': 'Terms cannot begin in the past.',
  'terms-squeeze': 'Some co-ops’ charters leave no room for this fee.',
  'door-answered': 'This was answered already, or is too old.',
  'door-shut': 'This door is shut.',
  'nothing-to-renew': 'There is nothing to renew here any more.',
  'renewal-under-way': 'A renewal is being decided already.',
  'renewal-out-of-bounds':
    'The federation’s co-ops have since agreed on more than this: it cannot be renewed as it stands. Propose other terms instead.',
  'account-locked': 'This account is locked. Unlock it first.',
  'no-ballots': 'There are no ballots to take here: the vote is not closed.',
  'not-allowed': 'That is not yours to do any more. Ask a steward.',
  'pays-below-floor':
    'With these choices an hour of work would pay less than our charter allows, so we cannot take this booking. Leave out what takes long for its price, or ask us.',
  'not-a-member': 'Only an active member of this co-op can speak for it.',
  'terms-too-much':
    'The workers’ least part, the fee and what a card costs (up to 3%) are more than the whole price: no charter could keep this.',
  'terms-no-floor': 'The least pay an hour must be above zero in every currency.',
  'invitation-for-another':
    'This invitation was sent to another address than that of your account.',
  'member-already': 'You are a member already.',
  'is-member': 'This address belongs to a member already.',
  'date-is-off': 'You are off in these hours of that date already. Take that back first.',
  'date-is-extra': 'There are extra hours in this time of that date already. Take them back first.',
  'password-wrong': 'This is not your password.',
  'order-paid':
    'This booking is paid already, so this form changed nothing. The booking’s own page shows what holds.',
  'team-too-large':
    'This takes more people than you have members who take jobs. Make the team smaller, or publish this when there are more of you.',
  'logo-too-small':
    'This logo is too small to be seen. Use one of at least 96 pixels on its shorter side.',
  'photograph-too-small':
    'This picture is too small to show anything. Use one of at least 240 pixels on its shorter side.',
  'work-has-begun': 'We are at work already: it can no longer be cancelled.',
  'reviewed-already':
    'You have said how it was before, and that stands. These words were not added.',
  'terms-floor-too-high': 'No charter can promise more than {{most}} an hour. Write that or less.',
  'account-without-password':
    'Nobody has chosen a password for this account yet. They do so by the link in their letter; then you can let them in.',
  'account-unconfirmed':
    'This account’s address is not confirmed yet, so nobody knows whose it is. Let them confirm it first.',
  'not-a-member-here': 'This is for the members of this co-op.',
  'member-suspended':
    'Your membership is suspended: for now you can see and change nothing here. Ask a steward of your co-op.',
  'member-left': 'You have left this co-op: its office is for its members.',
  'try-again': 'Others were booking at the same moment, so this was not done. Please try again.',
  'edit-conflict': 'Somebody saved this while you were writing.',
} as const

type Sentences = typeof refusals

declare module '#app/kernel/outcome.ts' {
  interface RefusalSentences extends Sentences {}
}
