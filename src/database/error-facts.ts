/** Errors of the server itself or of the way to it (PostgreSQL, appendix A): their words quote nothing that was stored. */
const OPERATIONAL = ['08', '25', '40', '53', '54', '55', '57', '58', 'XX'];

/** What a log may say of an error. */
export interface ErrorFacts {
  error: string;
  /** SQLSTATE of Postgres, or the code of an error of Node such as `ENOSPC`. */
  code?: string;
  /** Only of errors that cannot quote an address or an answer (P10). */
  message?: string;
  /** What in the schema it is about. */
  table?: string;
  constraint?: string;
  at: string[];
}

/**
 * An error as the log may have it. A message of ours, of a library, or of Postgres about a value may quote what
 * people have entered; one about the disk, the connection or the system cannot.
 */
export function errorFacts(error: unknown): ErrorFacts {
  const { name, stack, message, code, syscall, table, constraint } = (error ?? {}) as Partial<
    Error & Record<'code' | 'syscall' | 'table' | 'constraint', unknown>
  >;
  const isSqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
  const isHarmless = isSqlState ? OPERATIONAL.includes(code.slice(0, 2)) : typeof syscall === 'string';
  return {
    error: name ?? typeof error,
    ...(typeof code === 'string' && { code }),
    ...(isHarmless && typeof message === 'string' && { message }),
    ...(isSqlState && typeof table === 'string' && { table }),
    ...(isSqlState && typeof constraint === 'string' && { constraint }),
    at: (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
  };
}
