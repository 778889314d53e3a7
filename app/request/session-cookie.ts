/** The cookie that signs a browser in on one host. Its prefix binds it to the host. */
export const SESSION_COOKIE = '__Host-session'
