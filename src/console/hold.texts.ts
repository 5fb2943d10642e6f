import type { ConsoleLocale } from '../common/locale.js';
import { serverTime } from './formats.js';

const de = {
  everything: 'Der Versand steht still: Die Datenbank ist wiederhergestellt oder kopiert worden.',
  reminders: 'Erinnerungen stehen noch still: Die Datenbank ist wiederhergestellt oder kopiert worden.',
  byHand: 'Er wurde von Hand angehalten.',
  span: (from: Date | null, until: Date | null) =>
    from && until
      ? `zwischen ${serverTime(from, 'de')} und ${serverTime(until, 'de')}`
      : from
        ? `seit ${serverTime(from, 'de')}`
        : 'seit dem Stand, der eingespielt wurde',
  lost: (span: string) =>
    `Was ${span} dazukam, fehlt hier: Antworten, Abmeldungen, Löschungen, und welche Mails schon hinausgingen.`,
  decide: 'Prüfen und freigeben',
};

const en: typeof de = {
  everything: 'Sending is held: the database was restored or copied.',
  reminders: 'Reminders are still held: the database was restored or copied.',
  byHand: 'It was held by hand.',
  span: (from, until) =>
    from && until
      ? `between ${serverTime(from, 'en')} and ${serverTime(until, 'en')}`
      : from
        ? `since ${serverTime(from, 'en')}`
        : 'since the state that was restored',
  lost: (span) =>
    `What came ${span} is missing here: answers, opt-outs, erasures, and which mails have gone out already.`,
  decide: 'Check and release',
};

/** What every page says while sending is held. */
export function holdTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
