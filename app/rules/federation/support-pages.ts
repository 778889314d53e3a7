/** What can be looked at through a support door. No ballots, no passwords, no customers' addresses. */
export const SUPPORT_PAGES = ['members', 'orders', 'balances', 'decisions', 'log'] as const
export type SupportPage = (typeof SUPPORT_PAGES)[number]
