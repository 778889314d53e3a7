/** The orders in which listings can be shown. The first is the members' own order. */
export const SORTS = ['ours', 'price', 'time'] as const
