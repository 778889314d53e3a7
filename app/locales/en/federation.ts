export const federation = {} as const
