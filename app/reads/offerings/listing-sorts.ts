/** The orders in which listings can be shown; the first is the members' own. */
export const SORTS = ['ours', 'price', 'time'] as const
