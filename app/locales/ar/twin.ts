export const twin = {}
