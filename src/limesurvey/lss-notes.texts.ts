import type { Locale } from '../common/locale.js';
import type { LssNote, LssNoteCode } from './lss-notes.js';

type Values = Readonly<Record<string, string | undefined>>;
type Sentences = Readonly<Record<LssNoteCode, (values: Values) => string>>;

/** What LimeSurvey calls the types that we cannot ask. */
const typesDe: Values = { '|': 'Datei-Upload', I: 'Sprachumschaltung' };
const typesEn: Values = { '|': 'file upload', I: 'language switch' };

const de: Sentences = {
  all_on_pages: () =>
    'Die Fragen stehen nun gruppenweise auf Seiten; eingestellt war eine andere Aufteilung.',
  cells_as_switches: () => 'Die Kästchen der Tabelle sind nun Ja/Nein-Felder.',
  comment_apart: ({ name }) => `Das Kommentarfeld ist nun eine eigene Frage (${name ?? ''}).`,
  date_without_time: ({ format }) =>
    `Gefragt wird nur nach dem Datum, nicht nach der Uhrzeit (${format ?? ''}).`,
  hidden_equation: () =>
    'Die verborgene Gleichung wird weiter berechnet, steht aber nicht bei den Antworten.',
  language_variant: ({ from, to }) => `Die Texte in „${from ?? ''}“ wurden als „${to ?? ''}“ übernommen.`,
  person_fields: ({ field }) =>
    `Für {${field ?? ''}} steht nun die passende Angabe aus dem Verteiler; Vor- und Nachname sind dort ein Name.`,
  ranking_whole: () => 'Es werden alle Möglichkeiten in eine Reihenfolge gebracht, nicht nur einige.',
  renamed: ({ from, to }) =>
    `Der Code „${from ?? ''}“ ist vergeben oder nicht möglich; die Frage heißt nun „${to ?? ''}“.`,
  soft_mandatory: () => 'Die Antwort war erbeten, aber nicht verlangt; nun ist sie Pflicht.',
  turned: () => 'Zeilen und Spalten der Matrix sind vertauscht; die Antworten bleiben dieselben.',

  affixes: ({ text }) => `Text vor oder hinter dem Feld fehlt: „${text ?? ''}“.`,
  array_filter: ({ by }) =>
    `Der Filter nach den Antworten auf ${by ?? ''} fehlt; es erscheinen immer alle Zeilen.`,
  assessments: () => 'Die Auswertung nach Punkten fehlt.',
  choice_conditions: ({ codes }) =>
    `Diese Zeilen oder Möglichkeiten hatten Bedingungen und erscheinen nun immer: ${codes ?? ''}.`,
  comments_per_choice: () => 'Die Kommentarfelder bei den einzelnen Möglichkeiten fehlen.',
  condition_left_out: ({ condition }) =>
    `Die Bedingung konnte nicht übersetzt werden, hier wird nun immer gefragt: ${condition ?? ''}`,
  date_bounds: ({ bound }) => `Die Grenze für das Datum konnte nicht übersetzt werden: ${bound ?? ''}`,
  default_values: () => 'Die Vorbelegung fehlt.',
  end_link: ({ link }) => `Der Link am Ende fehlt: ${link ?? ''}`,
  equation: ({ expression }) => `Die Gleichung konnte nicht übersetzt werden und fehlt: ${expression ?? ''}`,
  exclusive_choices: ({ codes }) =>
    `Diese Möglichkeiten schließen die anderen nicht mehr aus: ${codes ?? ''}.`,
  expression_validation: () => 'Die Prüfung der Antwort durch eine Formel fehlt.',
  hidden: () => 'Die Frage war immer verborgen und fehlt.',
  language: ({ language }) => `Die Texte in der Sprache „${language ?? ''}“ fehlen.`,
  media: () => 'Links, Bilder und Medien im Text fehlen, geblieben ist der Text.',
  never_shown: () => 'Die Frage wurde nie gezeigt und fehlt.',
  nothing_to_choose: () => 'Die Frage hat keine Antwortmöglichkeiten oder Teilfragen und fehlt.',
  pattern: ({ pattern }) => `Das Muster für die Antwort konnte nicht übernommen werden: ${pattern ?? ''}`,
  policy_notice: () =>
    'Der Datenschutzhinweis fehlt; bei uns steht er auf der ersten Seite aus den Einstellungen.',
  question_type: ({ type }) =>
    `Die Frageart ${typesDe[type ?? ''] ?? `„${type ?? ''}“`} gibt es hier nicht; die Frage fehlt.`,
  quotas: ({ names }) => `Die Quoten fehlen: ${names ?? ''}.`,
  random_groups: () => 'Die zufällige Reihenfolge von Fragen oder Gruppen fehlt.',
  sum_limits: () => 'Die Grenzen für die Summe der Zahlen fehlen.',
  text_expression: ({ expression }) => `Im Text fehlt, was hier eingesetzt wurde: ${expression ?? ''}`,
  timer: () => 'Das Zeitlimit fehlt.',
  too_large: () => 'Die Tabelle hat mehr als 1000 Felder und fehlt.',
};

const en: Sentences = {
  all_on_pages: () => 'The questions now stand on a page per group; the setting was another one.',
  cells_as_switches: () => 'The boxes of the table are yes/no fields now.',
  comment_apart: ({ name }) => `The field for a comment is a question of its own now (${name ?? ''}).`,
  date_without_time: ({ format }) => `Only the date is asked for, not the time (${format ?? ''}).`,
  hidden_equation: () => 'The hidden equation is still computed but not kept with the answers.',
  language_variant: ({ from, to }) => `The texts in “${from ?? ''}” were taken over as “${to ?? ''}”.`,
  person_fields: ({ field }) =>
    `{${field ?? ''}} is now filled from the list; first and last name are one name there.`,
  ranking_whole: () => 'All items are put in order, not only some of them.',
  renamed: ({ from, to }) =>
    `The code “${from ?? ''}” is taken or not possible; the question is called “${to ?? ''}” now.`,
  soft_mandatory: () => 'An answer was asked for but not demanded; it is required now.',
  turned: () => 'Rows and columns of the matrix are swapped; the answers stay the same.',

  affixes: ({ text }) => `Text before or after the field is missing: “${text ?? ''}”.`,
  array_filter: ({ by }) => `The filter by the answers to ${by ?? ''} is missing; all rows always appear.`,
  assessments: () => 'The assessment by points is missing.',
  choice_conditions: ({ codes }) =>
    `These rows or choices had conditions and always appear now: ${codes ?? ''}.`,
  comments_per_choice: () => 'The fields for a comment beside each choice are missing.',
  condition_left_out: ({ condition }) =>
    `The condition could not be translated, so this is always asked now: ${condition ?? ''}`,
  date_bounds: ({ bound }) => `The bound for the date could not be translated: ${bound ?? ''}`,
  default_values: () => 'The preset answer is missing.',
  end_link: ({ link }) => `The link at the end is missing: ${link ?? ''}`,
  equation: ({ expression }) => `The equation could not be translated and is missing: ${expression ?? ''}`,
  exclusive_choices: ({ codes }) => `These choices no longer exclude the others: ${codes ?? ''}.`,
  expression_validation: () => 'The check of the answer by a formula is missing.',
  hidden: () => 'The question was always hidden and is missing.',
  language: ({ language }) => `The texts in the language “${language ?? ''}” are missing.`,
  media: () => 'Links, images and media within the text are missing; the words remain.',
  never_shown: () => 'The question was never shown and is missing.',
  nothing_to_choose: () => 'The question has no answers or subquestions and is missing.',
  pattern: ({ pattern }) => `The pattern for the answer could not be taken over: ${pattern ?? ''}`,
  policy_notice: () =>
    'The privacy notice is missing; ours stands on the first page and comes from the settings.',
  question_type: ({ type }) =>
    `Questions of the type ${typesEn[type ?? ''] ?? `“${type ?? ''}”`} do not exist here; the question is missing.`,
  quotas: ({ names }) => `The quotas are missing: ${names ?? ''}.`,
  random_groups: () => 'The random order of questions or groups is missing.',
  sum_limits: () => 'The limits for the sum of the numbers are missing.',
  text_expression: ({ expression }) => `The text lacks what was filled in here: ${expression ?? ''}`,
  timer: () => 'The time limit is missing.',
  too_large: () => 'The table has more than 1000 cells and is missing.',
};

/** The note as a sentence; the console speaks German, and English to everybody else. */
export function lssNoteInWords({ code, values }: LssNote, locale: Locale): string {
  return (locale === 'de' ? de : en)[code](values);
}
