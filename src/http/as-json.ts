/** What becomes of a value on its way through JSON: instants become texts, what is undefined is left out. */
export type AsJson<Value> = Value extends Date
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : object extends Value
      ? Record<string, unknown>
      : Value extends readonly (infer Item)[]
        ? AsJson<Item>[]
        : Value extends object
          ? { [Key in keyof Value]: AsJson<Value[Key]> }
          : Value;
