export const office = {}
