import type { ConsoleLocale } from '../common/locale.js';
import type { Comparison, Match } from './segment.schema.js';

const de = {
  title: 'Auswahlen',
  tabs: { label: 'Teile des Verteilers', subscribers: 'Empfänger:innen', segments: 'Auswahlen' },
  lead: 'Eine Auswahl ist ein Teil des Verteilers, nach den Merkmalen der Empfänger:innen. Sie gilt immer für den jetzigen Stand: Wer dazukommt oder sich ändert, gehört von selbst dazu.',
  empty: {
    title: 'Noch keine Auswahl',
    text: 'Mit einer Auswahl fragen Sie nur einen Teil des Verteilers, zum Beispiel alle mit role gleich „ehrenamtlich“. Sie können sie Umfragen und Versandstufen zuordnen.',
    noAttributes:
      'Eine Auswahl braucht Merkmale. Sie kommen aus den weiteren Spalten der CSV-Datei; auf diesem Verteiler gibt es noch keine.',
  },
  new: 'Neue Auswahl',
  toUpload: 'Datei hochladen',
  columns: { name: 'Auswahl', conditions: 'Bedingungen', matching: 'Empfänger:innen' },
  edit: 'Auswahl bearbeiten',
  remove: 'Auswahl löschen',
  removeConfirm: (name: string) =>
    `Die Auswahl „${name}“ wird gelöscht. Empfänger:innen und Teilnehmende bleiben.`,
  removed: 'Die Auswahl ist gelöscht.',
  saved: 'Die Auswahl ist gespeichert.',
  name: 'Name der Auswahl',
  match: 'Wer gehört dazu?',
  matches: {
    all: 'Wer alle Bedingungen erfüllt',
    any: 'Wer mindestens eine Bedingung erfüllt',
  } as Record<Match, string>,
  condition: (n: number) => `Bedingung ${String(n)}`,
  attribute: 'Merkmal',
  chooseAttribute: 'Bitte wählen',
  is: 'Vergleich',
  value: 'Wert',
  valueHint:
    'Groß- und Kleinschreibung ist gleich. Bei „ist eines von“ trennt ein Semikolon die Werte. „Größer“ und „kleiner“ vergleichen Zahlen und Tage wie 2027-11-12. „Gefüllt“ und „leer“ brauchen keinen Wert.',
  addRow: 'Weitere Bedingung',
  removeRow: 'Entfernen',
  count: 'Zählen',
  counted: (matching: string, total: string) => `${matching} von ${total} Empfänger:innen gehören dazu.`,
  countedNobody: (total: string) => `Von ${total} Empfänger:innen gehört zurzeit niemand dazu.`,
  save: 'Auswahl speichern',
  back: 'Zu den Auswahlen',
  comparisons: {
    equal: 'ist gleich',
    not_equal: 'ist nicht gleich',
    one_of: 'ist eines von',
    contains: 'enthält',
    starts_with: 'beginnt mit',
    filled: 'ist gefüllt',
    empty: 'ist leer',
    greater: 'ist größer als',
    less: 'ist kleiner als',
  } as Record<Comparison, string>,
  quoted: (text: string) => `„${text}“`,
  and: ' und ',
  or: ' oder ',
};

export type SegmentsTexts = typeof de;

const en: SegmentsTexts = {
  title: 'Segments',
  tabs: { label: 'Parts of the list', subscribers: 'Subscribers', segments: 'Segments' },
  lead: 'A segment is a part of the list, by the attributes of its subscribers. It always goes by what they are now: who joins or changes belongs to it without further ado.',
  empty: {
    title: 'No segment yet',
    text: 'With a segment you ask only a part of the list, such as all whose role equals “volunteer”. Surveys and waves can be limited to it.',
    noAttributes:
      'A segment needs attributes. They come from the further columns of the CSV file; there are none on this list yet.',
  },
  new: 'New segment',
  toUpload: 'Upload a file',
  columns: { name: 'Segment', conditions: 'Conditions', matching: 'Subscribers' },
  edit: 'Edit segment',
  remove: 'Delete segment',
  removeConfirm: (name) => `The segment “${name}” will be deleted. Subscribers and participants stay.`,
  removed: 'The segment is deleted.',
  saved: 'The segment is saved.',
  name: 'Name of the segment',
  match: 'Who belongs to it?',
  matches: { all: 'Who fulfils all conditions', any: 'Who fulfils at least one condition' },
  condition: (n) => `Condition ${String(n)}`,
  attribute: 'Attribute',
  chooseAttribute: 'Please choose',
  is: 'Comparison',
  value: 'Value',
  valueHint:
    'Upper and lower case are the same. With “is one of”, semicolons separate the values. “Greater” and “less” compare numbers, and days such as 2027-11-12. “Filled” and “empty” need no value.',
  addRow: 'Further condition',
  removeRow: 'Remove',
  count: 'Count',
  counted: (matching, total) => `${matching} of ${total} subscribers belong to it.`,
  countedNobody: (total) => `Of ${total} subscribers nobody belongs to it at present.`,
  save: 'Save segment',
  back: 'To the segments',
  comparisons: {
    equal: 'equals',
    not_equal: 'does not equal',
    one_of: 'is one of',
    contains: 'contains',
    starts_with: 'starts with',
    filled: 'is filled',
    empty: 'is empty',
    greater: 'is greater than',
    less: 'is less than',
  },
  quoted: (text) => `“${text}”`,
  and: ' and ',
  or: ' or ',
};

export function segmentsTexts(locale: ConsoleLocale): SegmentsTexts {
  return locale === 'de' ? de : en;
}
