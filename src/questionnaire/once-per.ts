/** What follows from a part of a plan, which never changes: worked out once, and gone with the plan. */
export function oncePer<Part extends object, Result>(
  workOut: (part: Part) => Result,
): (part: Part) => Result {
  const known = new WeakMap<Part, Result>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const result = workOut(part);
    known.set(part, result);
    return result;
  };
}
