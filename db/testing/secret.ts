/** The secret of every program that a test starts on its database. */
export const TEST_SECRET = 'the secret of tests, which keeps nothing'
