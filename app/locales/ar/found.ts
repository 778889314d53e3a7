export const found = {}
