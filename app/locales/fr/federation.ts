export const federation = {}
