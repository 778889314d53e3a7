/** What can be looked at through a support door. No ballots, no passwords, no customers' addresses. */
export const DOOR_PAGES = ['members', 'orders', 'balances', 'decisions', 'log'] as const
export type DoorPage = (typeof DOOR_PAGES)[number]
