/**
 * SQLSTATE classes that pass by themselves: connection lost (08), transaction rolled back for others'
 * sake (40), no resources (53), server going down (57), and what the network says.
 *
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const PASSING = /^(08|40|53|57)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)/;

/** Whether the same statement may well succeed when it is tried again later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return PASSING.test(code);
  return /connection terminated|connection ended|not queryable|timeout/i.test(error.message);
}
