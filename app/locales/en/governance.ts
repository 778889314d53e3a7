export const governance = {} as const
