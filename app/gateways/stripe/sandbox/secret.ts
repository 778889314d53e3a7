/**
 * The default secret with which the sandbox signs its events. It protects nothing, because the sandbox has no real
 * money.
 */
export const SANDBOX_SECRET = 'whsec_twin'
