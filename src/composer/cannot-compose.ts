/** A letter that cannot be put together, for whomever it is: what it is made from fits in no mail. */
export class CannotCompose extends Error {}
