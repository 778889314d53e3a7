export const charter = {} as const
