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
