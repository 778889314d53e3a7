export const governance = {}
