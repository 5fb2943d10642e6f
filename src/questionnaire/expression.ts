/** Placeholder until the expression module is merged. */
export type Expression = { readonly op: string };
