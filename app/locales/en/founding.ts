export const founding = {} as const
