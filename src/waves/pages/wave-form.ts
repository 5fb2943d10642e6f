import { textOf } from '../../common/coded-text.js';
import { z } from 'zod';
import type { DomainError, Problem } from '../../common/errors.js';
import type { ConsoleLocale, Locale } from '../../common/locale.js';
import {
  letterFieldsOf,
  letterFormOf,
  type LetterFormValues,
  readLetterForm,
  wordsOfForm,
} from '../../letters/pages/letter-form.js';
import type { Audience, Wave } from '../../ledger/states/wave.entity.js';
import { type LetterField, letterFields } from '../../composer/letter-text.js';
import type { WaveKind } from '../../letters/wave-words.js';
import { audiences } from '../../ledger/states/wave.entity.js';
import { waveKinds } from '../../letters/wave-words.js';
import { type WaveInput, waveInput } from '../planning/wave.schema.js';
import { type Texts, texts } from '../../common/texts.js';

const whens = ['now', 'local', 'before_closing', 'after_invitation'] as const;
export type When = (typeof whens)[number];

/** Which kind a new wave is to be. */
export const kindQuery = z.object({ kind: z.enum(waveKinds).catch('invitation') });

const options = ['rolling', 'ignoreWindow', 'ignoreGap', 'ignoreCanary'] as const;
export type WaveOption = (typeof options)[number];

/** What is in the form's fields, as typed. */
export interface WaveFormValues {
  /** The wave that is changed; empty for a new one. */
  wave: string;
  kind: WaveKind;
  when: When;
  local: string;
  days: string;
  time: string;
  afterDays: string;
  afterTime: string;
  audience: Audience;
  /** Id of the segment, empty for everybody. */
  segment: string;
  exceedsBecause: string;
  letter: LetterFormValues;
  options: WaveOption[];
}

const text = (max: number) =>
  z
    .string()
    .max(max)
    .catch('')
    .transform((value) => value.trim());

const id = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .catch('');

const posted = z.object({
  kind: z.enum(waveKinds).catch('invitation'),
  when: z.enum(whens).catch('now'),
  local: text(30),
  days: text(4),
  time: text(5),
  afterDays: text(4),
  afterTime: text(5),
  wave: id,
  segment: id,
  exceedsBecause: text(500),
  audience: z.enum(audiences).catch('not_completed'),
  options: z
    .union([z.string(), z.array(z.string())])
    .catch([])
    .transform((value) =>
      [value].flat().filter((name): name is WaveOption => options.some((option) => option === name)),
    ),
});

export function readWaveForm(fields: unknown): WaveFormValues {
  return { ...posted.parse(fields ?? {}), letter: readLetterForm(fields) };
}

/** What the form begins with: an invitation now, a reminder a week before closing. */
export function newWaveForm(kind: WaveKind): WaveFormValues {
  return {
    wave: '',
    kind,
    when: kind === 'invitation' ? 'now' : 'before_closing',
    local: '',
    days: '7',
    time: '09:00',
    afterDays: '6',
    afterTime: '10:00',
    segment: '',
    exceedsBecause: '',
    audience: 'not_completed',
    letter: letterFormOf({}),
    options: [],
  };
}

/** The form as it stands for a wave that is there: to change it, or for another like it. */
export function waveFormOf(wave: Wave): WaveFormValues {
  const form = newWaveForm(wave.kind);
  const { sendAt } = wave;
  const days = 'days' in sendAt ? { days: String(sendAt.days), time: sendAt.time } : null;
  return {
    ...form,
    wave: wave.id,
    when: sendAt.at,
    local: sendAt.at === 'local' ? sendAt.local.slice(0, 16) : '',
    ...(sendAt.at === 'before_closing' && days),
    ...(sendAt.at === 'after_invitation' && days && { afterDays: days.days, afterTime: days.time }),
    audience: wave.audience,
    segment: wave.segmentId ?? '',
    exceedsBecause: wave.exceedsBecause ?? '',
    letter: letterFormOf(wave.words),
    options: options.filter((option) => wave[option]),
  };
}

/** The same values once more as fields, to be sent along unseen. */
export function hiddenFieldsOf(values: WaveFormValues): [string, string][] {
  const { options: chosen, letter, ...single } = values;
  return [
    ...Object.entries(single),
    ...letterFieldsOf(letter),
    ...chosen.map((option): [string, string] => ['options', option]),
  ];
}

/** What a wave is scheduled from, or what is wrong with each field in the words of the page. */
export function waveInputOf(
  values: WaveFormValues,
  t: Texts['wave-form'],
): { input: WaveInput; errors: null } | { input: null; errors: Record<string, string> } {
  const sendAt = {
    now: 'now',
    local: values.local,
    before_closing: { daysBeforeClosing: values.days === '' ? NaN : Number(values.days), time: values.time },
    after_invitation: {
      daysAfterInvitation: values.afterDays === '' ? NaN : Number(values.afterDays),
      time: values.afterTime,
    },
  }[values.when];
  const parsed = waveInput.safeParse({
    kind: values.kind,
    sendAt,
    ...(values.kind === 'reminder' && { audience: values.audience }),
    ...(values.segment && { segmentId: values.segment }),
    ...(values.exceedsBecause && { exceedsBecause: values.exceedsBecause }),
    ...textsOf(values.letter),
    ...Object.fromEntries(values.options.map((option) => [option, true])),
  });
  if (parsed.success) return { input: parsed.data, errors: null };

  // What is wrong with the letter itself is said by `letterErrorsOf`.
  const fields = parsed.error.issues
    .map((issue) => String(issue.path[0]))
    .filter((field) => !letterFields.some((own) => own === field));
  const errors = fields.map((field): [string, string] =>
    field === 'sendAt'
      ? ['when', t.errors[values.when]]
      : [field, field === 'exceedsBecause' ? t.errors.exceedsBecause : t.errors.text],
  );
  return { input: null, errors: Object.fromEntries(errors) };
}

/** Own words as the API takes them: texts by language. */
function textsOf(letter: LetterFormValues): Pick<WaveInput, LetterField> {
  const words = Object.entries(wordsOfForm(letter));
  const texts = (field: LetterField) => {
    const own = words.flatMap(([locale, text]) => (text[field] === undefined ? [] : [[locale, text[field]]]));
    return own.length === 0 ? {} : { [field]: Object.fromEntries(own) as Partial<Record<Locale, string>> };
  };
  return { ...texts('subject'), ...texts('preview'), ...texts('body') };
}

/** The refusal of a wave, shown next to the fields it is about. */
export function fieldErrorsOf(error: DomainError, locale: ConsoleLocale): Record<string, string> {
  const t = texts('wave-form', locale);
  const said = (problem: Problem): [string, string] => {
    if (error.code === 'wave.too_many_reminders') return ['exceedsBecause', t.errors.tooManyReminders];
    if (problem.path === 'rolling') return ['options', t.errors.rolling];
    if (problem.path === 'segmentId') return ['segment', t.errors.segment];
    if (problem.code === 'wave.no_invitation') return ['when', t.errors.noInvitation];
    if (problem.path !== 'sendAt') return [problem.path, textOf(problem, locale)];
    if (error.code === 'wave.after_closing') return ['when', t.errors.afterClosing];
    return ['when', t.errors.past];
  };
  return Object.fromEntries(error.problems.map(said));
}
