export const founding = {}
