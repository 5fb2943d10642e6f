/** What is in a form's fields, by name: `title.de`, `visibleIf.0.question`. */
export type FormValues = Readonly<Record<string, string>>;

/** A posted form by field; of several values of one name the last, as a box stands behind its hidden „no“. */
export function postedValues(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return typeof last === 'string' ? [[name, last.replaceAll('\0', '')]] : [];
    }),
  );
}

/** The step a form was made from; an invalid number matches no step. */
export function stepNumberIn(values: FormValues): number {
  return /^\d{1,9}$/.test(values['number'] ?? '') ? Number(values['number']) : -1;
}

/** The address of what was open, for going back to it; the first page if it is not one. */
export function safeAt(at: string | undefined): string {
  return /^\d+(?:\.\d+)*$/.test(at ?? '') ? (at ?? '0') : '0';
}
