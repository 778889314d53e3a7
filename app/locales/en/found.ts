export const found = {} as const
