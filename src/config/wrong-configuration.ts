/** A wrong or missing environment variable; the message is the one line the operator sees. */
export class WrongConfiguration extends Error {}
