/** The pages of a support view. They show no ballots, no passwords, and no customers' addresses. */
export const SUPPORT_PAGES = ['members', 'orders', 'balances', 'decisions', 'log'] as const
export type SupportPage = (typeof SUPPORT_PAGES)[number]
