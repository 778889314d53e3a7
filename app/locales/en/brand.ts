export const brand = {} as const
