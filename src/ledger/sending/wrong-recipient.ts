/** This person's mail cannot be written, whoever tries: an address or a name that fits in no header. */
export class WrongRecipient extends Error {}
