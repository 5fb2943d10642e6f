/** A file that cannot be read as a whole; the message says where and what, for the person who sent it. */
export class ImportFailed extends Error {}
