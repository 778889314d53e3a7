export const twin = {} as const
