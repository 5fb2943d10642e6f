/** The type of a value after JSON: instants become strings, undefined properties are left out. */
export type AsJson<Value> = Value extends Date
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer Item)[]
      ? AsJson<Item>[]
      : Value extends object
        ? AsJsonObject<Value>
        : Value;

/** Of an `object` nothing is known. */
type AsJsonObject<Value extends object> = [keyof Value] extends [never]
  ? Record<string, unknown>
  : { [Key in keyof Value]: AsJson<Value[Key]> };
