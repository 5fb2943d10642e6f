/** What an object holds itself under a name that came from outside; `constructor` and `toString` are nobody's own. */
export function ownValue<Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
