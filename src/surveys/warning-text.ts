import type { ConsoleLocale } from '../common/locale.js';
import { problemInWords } from '../console/problem-in-words.js';
import type { Warning } from './surveys.service.js';

/** By code; what names a column is translated word by word. */
const german: Record<string, string> = {
  'participants.fewer_than_five':
    'Es sind weniger als fünf Personen aufgenommen: Die Umfrage verspricht, dass niemand zu erkennen ist, darum werden von weniger als fünf nie Ergebnisse gezeigt.',
  'participants.fewer_than_ten':
    'Es sind weniger als zehn Personen aufgenommen: In einer anonymen Umfrage werden dann nie Rücklaufquoten nach Gruppen gezeigt.',
};

/** A warning as staff read it. */
export function warningText(locale: ConsoleLocale, { code, message }: Warning): string {
  if (locale === 'en') return message;
  return german[code] ?? problemInWords(message, locale);
}
