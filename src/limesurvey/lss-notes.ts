import { z } from 'zod';

/** What can differ between the file and the questionnaire made of it; `left_out` means it is missing now. */
const kinds = {
  all_on_pages: 'changed',
  cells_as_switches: 'changed',
  comment_apart: 'changed',
  date_without_time: 'changed',
  hidden_equation: 'changed',
  language_variant: 'changed',
  person_fields: 'changed',
  ranking_whole: 'changed',
  renamed: 'changed',
  soft_mandatory: 'changed',
  turned: 'changed',

  affixes: 'left_out',
  array_filter: 'left_out',
  assessments: 'left_out',
  choice_conditions: 'left_out',
  comments_per_choice: 'left_out',
  condition_left_out: 'left_out',
  date_bounds: 'left_out',
  default_values: 'left_out',
  end_link: 'left_out',
  equation: 'left_out',
  exclusive_choices: 'left_out',
  expression_validation: 'left_out',
  hidden: 'left_out',
  language: 'left_out',
  media: 'left_out',
  never_shown: 'left_out',
  nothing_to_choose: 'left_out',
  pattern: 'left_out',
  policy_notice: 'left_out',
  question_type: 'left_out',
  quotas: 'left_out',
  random_groups: 'left_out',
  sum_limits: 'left_out',
  text_expression: 'left_out',
  timer: 'left_out',
  too_large: 'left_out',
} as const;

export type LssNoteCode = keyof typeof kinds;

/** One thing that did not come over as it was. */
export interface LssNote {
  kind: 'changed' | 'left_out';
  /** Code of the question, name of the group, or empty for the survey as a whole. */
  where: string;
  code: LssNoteCode;
  values: Readonly<Record<string, string>>;
}

const written = z.object({
  where: z.string(),
  code: z.string().refine((code): code is LssNoteCode => Object.hasOwn(kinds, code)),
  values: z.record(z.string(), z.string()),
});

/** Notes as they were stored; what is none, or none any more, is left out. */
export function lssNotesIn(json: unknown): LssNote[] {
  return (Array.isArray(json) ? json : []).flatMap((one: unknown) => {
    const { data } = written.safeParse(one);
    return data ? [{ kind: kinds[data.code], ...data }] : [];
  });
}

/** Notes that a form brings along as JSON. */
export function lssNotesInText(text: string): LssNote[] {
  try {
    return lssNotesIn(JSON.parse(text));
  } catch {
    return [];
  }
}

export function partedByKind(notes: readonly LssNote[]): { leftOut: LssNote[]; changed: LssNote[] } {
  return {
    leftOut: notes.filter(({ kind }) => kind === 'left_out'),
    changed: notes.filter(({ kind }) => kind === 'changed'),
  };
}

/** Collects notes; the same thing is noted once. */
export class LssNotes {
  private readonly notes = new Map<string, LssNote>();

  add(where: string, code: LssNoteCode, values: Readonly<Record<string, string>> = {}): void {
    const key = JSON.stringify([where, code, values]);
    if (!this.notes.has(key)) this.notes.set(key, { kind: kinds[code], where, code, values });
  }

  /** What concerns the whole survey first, then in the order of these places. */
  inOrderOf(places: readonly string[]): LssNote[] {
    const position = new Map(places.toReversed().map((where, index) => [where, places.length - index]));
    return [...this.notes.values()].toSorted(
      (a, b) => (position.get(a.where) ?? 0) - (position.get(b.where) ?? 0),
    );
  }
}
