/** Memoises a value per part of a plan, in a WeakMap: parts never change, and what is kept goes with the plan. */
export function memoizeByPlan<Part extends object, Result>(
  calculate: (part: Part) => Result,
): (part: Part) => Result {
  const known = new WeakMap<Part, Result>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const result = calculate(part);
    known.set(part, result);
    return result;
  };
}
