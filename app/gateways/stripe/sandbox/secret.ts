/** What the sandbox signs its events with when nothing else is set. It protects nothing, since no money is real there. */
export const SANDBOX_SECRET = 'whsec_twin'
