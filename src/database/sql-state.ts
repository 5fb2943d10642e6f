/** Codes of PostgreSQL (appendix A of its manual) that tell of somebody else having been faster. */
const states = { unique: '23505', foreignKey: '23503' } as const;

/** Whether a statement failed for what its tables promise: a value that is taken, or a row that is not there. */
export function hasBroken(error: unknown, promise: keyof typeof states): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === states[promise];
}

/** Whether Postgres ended this transaction because it and another one waited for each other; tried again, it gets through. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '40P01';
}

/** No connection to be had or it was lost (class 08), no more of them (53300), the server going or coming (57P01 to 57P03). */
const AWAY_STATES = /^(08...|53300|57P0[123])$/;
const AWAY_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EPIPE',
];
/** What the driver says without a code. */
const AWAY_WORDS =
  /timeout exceeded when trying to connect|connection terminated|query read timeout|client has encountered a connection error/i;

/** Whether something failed because the database could not be reached; tried again later, it may get through. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return AWAY_STATES.test(code) || AWAY_CODES.includes(code);
  return typeof message === 'string' && AWAY_WORDS.test(message);
}

/** The database does not answer. */
export class DatabaseAway extends Error {
  constructor() {
    super('the database does not answer');
  }
}
