export const mail = {
  foot: 'You get this letter because of something that happened at {{site}}. Nobody sells your address.',
  'verify-email.subject': 'Confirm your address',
  'verify-email.body':
    'Press the button to confirm that this is your address. With that your account opens. If you did not ask for one, do nothing.',
  'verify-email.action': 'Confirm',
  'account-known.subject': 'You have an account already',
  'account-known.body':
    'Somebody, perhaps you, wanted to create an account with this address. You have one: sign in with it. If you forgot its password, you can choose another there. If it was not you, do nothing.',
  'account-known.action': 'Sign in',
  'reset-password.subject': 'Choose a new password',
  'reset-password.body':
    'Somebody asked for a new password for your account. If it was you, press the button within ten minutes. If not, do nothing: your password stays as it is.',
  'reset-password.action': 'Choose a password',
  'password-changed.subject': 'Your password was changed',
  'password-changed.body':
    'Your password was changed, and you were signed out everywhere else. If it was not you, choose a new one now.',
  'password-changed.action': 'Your account',
  'welcome.subject': 'You are a member of {{coOp}}',
  'welcome.body':
    'You now own one share and have one vote. Say which hours you work, and read the charter: it is what binds the money.',
  'welcome.action': 'Go to the office',
  'invitation.subject': '{{by}} invites you to {{coOp}}',
  'invitation.body':
    '{{by}} asks you to become a member of {{coOp}}, a co-operative owned by the people who work in it: one share, one vote. The invitation is open for 14 days.',
  'invitation.action': 'See the invitation',
  'founding-open.subject': 'The doors of {{coOp}} are open',
  'founding-open.body':
    'Every founding member agreed to the charter. Your storefront now takes bookings.',
  'founding-open.action': 'Go to the office',
  'order-paid.subject': 'Booked: {{title}}',
  'order-paid.body':
    'Thank you. You paid {{total}}. Your booking is {{code}}. You can follow, change or cancel it on its page.',
  'order-paid.action': 'Your booking',
  'order-changed.subject': 'New time: {{start}}',
  'order-changed.body': 'Your booking {{code}} has a new time: {{start}}.',
  'order-changed.action': 'Your booking',
  'order-cancelled.subject': 'Cancelled: {{title}}',
  'order-cancelled.body':
    'Your booking {{code}} is cancelled. {{amount}} go back to your card; that can take a few days.',
  'order-cancelled.action': 'Your booking',
  'order-refunded.subject': '{{amount}} go back to you',
  'order-refunded.body':
    'We give back {{amount}} of your booking {{code}}. Everybody who got a part of it gives back their part.',
  'order-refunded.action': 'The receipt',
  'payment-late-refunded.subject': 'It was taken, your money is on its way back',
  'payment-late-refunded.body':
    'Your payment came after the 20 minutes for which we hold what you chose, and somebody else has taken it. {{total}} go back to your card. We are sorry.',
  'payment-late-refunded.action': 'Choose again',
  'work-done.subject': 'Done: {{title}}. Here is your receipt',
  'work-done.body':
    'The work is done. The receipt shows who got which part of your {{total}}. You can also say how it was.',
  'work-done.action': 'Receipt and review',
  'job-offered.subject': 'A job for you: {{title}}',
  'job-offered.body':
    'A customer booked {{title}}, and it is yours to do. Please accept it, or say that you cannot.',
  'job-offered.action': 'See the job',
  'job-cancelled.subject': 'Off: {{title}}',
  'job-cancelled.body': 'The booking {{code}} was cancelled.',
  'job-cancelled.action': 'See the job',
  'proposal-raised.subject': '{{by}} proposes: {{title}}',
  'proposal-raised.body':
    '{{by}} has put a proposal before all members. Read it and say what you think. Voting opens {{opens}}.',
  'proposal-raised.action': 'Read the proposal',
  'voting-open.subject': 'Your vote is wanted: {{title}}',
  'voting-open.body': 'The vote is open until {{closes}}. You can change your vote until then.',
  'voting-open.action': 'Vote',
  'voting-passed.subject': 'Passed: {{title}}',
  'voting-passed.body':
    'The members have decided: {{yes}} yes, {{no}} no, {{abstain}} abstained, of {{electorate}} who could vote.',
  'voting-passed.action': 'See the decision',
  'voting-failed.subject': 'Not passed: {{title}}',
  'voting-failed.body':
    'The members have decided: {{yes}} yes, {{no}} no, {{abstain}} abstained, of {{electorate}} who could vote. Everything stays as it is.',
  'voting-failed.action': 'See the decision',
  'charter-changed.subject': 'The charter has changed: {{title}}',
  'charter-changed.body':
    'Version {{version}} of the charter is in force from now on. New orders are priced by it; orders placed before keep theirs.',
  'charter-changed.action': 'Read the charter',
  'review-received.subject': 'A customer wrote about your work',
  'review-received.body': '{{by}} gave {{stars}} of 5 for {{title}}. You can answer in public.',
  'review-received.action': 'Read it',
  'co-op-suspended.subject': '{{coOp}} is suspended',
  'co-op-suspended.body':
    'The federation has suspended {{coOp}}. The reason given: {{reason}}. Your data stays open to you, and you can object.',
  'co-op-suspended.action': 'See what it means',
  'co-op-restored.subject': '{{coOp}} is open again',
  'co-op-restored.body':
    'The federation has lifted the suspension. The storefront takes bookings again.',
  'co-op-restored.action': 'Go to the office',
  'first-password.subject': 'Your co-op is waiting for you',
  'first-password.body':
    'Somebody of the federation has founded a co-op for your group. Choose a password within 14 days to go in.',
  'first-password.action': 'Choose a password',
  'door-asked.subject': '{{by}} asks to look in at {{coOp}}',
  'door-asked.body':
    'Reason: {{reason}}. It would be for {{minutes}} minutes, to read only, and you see every look. You may say no.',
  'door-asked.action': 'Answer',
  'door-opened.subject': '{{coOp}} opened a door for you',
  'door-opened.body':
    'You may look in now, to read only, until the door shuts by itself. Each look is written down on both sides.',
  'door-opened.action': 'Look in',
  'door-refused.subject': '{{coOp}} keeps its door shut',
  'door-refused.body':
    'Their stewards do not want you to look in. That is their right; ask them what you need to know.',
  'door-refused.action': 'Your requests',
  'door-closed.subject': 'The door at {{coOp}} is shut',
  'door-closed.body': 'Its time is over, or a steward shut it. If you need longer, ask again.',
  'door-closed.action': 'Your requests',
  'first-reading-passed.subject': 'First reading passed: {{title}}',
  'first-reading-passed.body':
    '{{yes}} yes, {{no}} no, {{abstain}} abstained, of {{electorate}} who could vote. It lowers a protection, so nothing changes yet: talk it over. The second vote opens {{opens}}.',
  'first-reading-passed.action': 'Read it again',
  'second-reading-open.subject': 'Your vote is wanted again: {{title}}',
  'second-reading-open.body':
    'The first reading passed. This second vote decides, and it begins from nothing: your first ballot does not count again. It is open until {{closes}}.',
  'second-reading-open.action': 'Vote',
  'charter-reverted.subject': 'A clause has gone back: {{title}}',
  'charter-reverted.body':
    'What proposal {{number}} changed has lapsed, because it was not renewed. Version {{version}} of the charter protects as before. Orders placed until now keep the terms they had.',
  'charter-reverted.action': 'Read the charter',
  'sunset-near.subject': 'It lapses soon: {{title}}',
  'sunset-near.body':
    'Unless you renew it together, this decision lapses {{until}}, and the clause protects as before. A renewal takes two readings, so there is time if it begins now. You need do nothing to let it lapse.',
  'sunset-near.action': 'See the decision',
  'listings-withheld.subject': 'Listings to price anew',
  'listings-withheld.body':
    'By the charter that is in force now, an hour of these could pay less than the floor, so they left the storefront:\n{{titles}}\nRaise their prices and publish them again. What is booked keeps its terms.',
  'listings-withheld.action': 'See the listings',
  'delegate-named.subject': '{{who}} now speaks for {{coOp}}',
  'delegate-named.body':
    '{{by}} of the federation wrote down that {{who}}, a member of yours, speaks for {{coOp}} from now on, in place of whoever did before. If your members did not decide this, say so to the federation.',
  'delegate-named.action': 'Your co-op',
  'delegate-removed.subject': '{{who}} no longer speaks for {{coOp}}',
  'delegate-removed.body':
    '{{by}} of the federation wrote down that {{who}} no longer speaks for {{coOp}}. Choose who does, and tell the federation.',
  'delegate-removed.action': 'Your co-op',
  'terms-changed.subject': 'The federation has new terms from {{date}}',
  'terms-changed.body':
    'Fee: {{fee}}% (before: {{feeBefore}}%). Workers’ least part: {{workers}}% (before: {{workersBefore}}%). The reason given: {{reason}}. Your charter stays as it is until your members vote; orders keep the terms of their day.',
  'terms-changed.action': 'Your charter',
  'proposal-open.subject': '{{by}} proposes: {{title}}',
  'proposal-open.body':
    '{{by}} has put a proposal before all members, and the vote on it is open until {{closes}}. You can change your vote until then.',
  'proposal-open.action': 'Read it and vote',
  'passed-in-force.subject': 'Passed, and the charter has changed: {{title}}',
  'passed-in-force.body':
    'The members have decided: {{yes}} yes, {{no}} no, {{abstain}} abstained, of {{electorate}} who could vote. Version {{version}} of the charter is in force from now on. New orders are priced by it; orders placed before keep theirs.',
  'passed-in-force.action': 'See the decision',
  'order-item-cancelled.subject': 'Cancelled: {{title}}',
  'order-item-cancelled.body':
    '“{{title}}” of your booking {{code}} is cancelled. The rest of the booking stays. {{amount}} go back to your card; that can take a few days.',
  'order-item-cancelled.action': 'Your booking',
  'order-item-cancelled-kept.subject': 'Cancelled: {{title}}',
  'order-item-cancelled-kept.body':
    '“{{title}}” of your booking {{code}} is cancelled. The rest of the booking stays. It was so late that by our charter the whole price is kept, so nothing goes back.',
  'order-item-cancelled-kept.action': 'The receipt',
  'order-item-cancelled-part.subject': 'Cancelled: {{title}}',
  'order-item-cancelled-part.body':
    '“{{title}}” of your booking {{code}} is cancelled. The rest of the booking stays. {{amount}} go back to your card; that can take a few days. It was late, so by our charter the rest of its price is kept.',
  'order-item-cancelled-part.action': 'The receipt',
  'order-cancelled-unpaid.subject': 'Cancelled: {{title}}',
  'order-cancelled-unpaid.body':
    'Your booking {{code}} is cancelled. Nothing was paid, so nothing goes back.',
  'order-cancelled-unpaid.action': 'Your booking',
  'order-cancelled-kept.subject': 'Cancelled: {{title}}',
  'order-cancelled-kept.body':
    'Your booking {{code}} is cancelled. It was so late that by our charter the whole price is kept, so nothing goes back.',
  'order-cancelled-kept.action': 'The receipt',
  'order-cancelled-part.subject': 'Cancelled: {{title}}',
  'order-cancelled-part.body':
    'Your booking {{code}} is cancelled. {{amount}} of {{total}} go back to your card; that can take a few days. It was late, so by our charter the rest is kept.',
  'order-cancelled-part.action': 'The receipt',
} as const
