/** How long before the start a team begins to see the customer's telephone number, in hours. */
export const PHONE_HOURS = 24
