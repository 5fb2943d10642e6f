import type { ConsoleLocale } from '../common/locale.js';
import { serverTime } from './formats.js';

const de = {
  everything: 'Der Versand steht still: Die Datenbank ist wiederhergestellt oder kopiert worden.',
  everythingByHand: 'Der Versand steht still: Jemand hat ihn von Hand angehalten.',
  reminders: 'Erinnerungen stehen noch still: Die Datenbank ist wiederhergestellt oder kopiert worden.',
  remindersByHand: 'Erinnerungen stehen noch still: Jemand hat den Versand von Hand angehalten.',
  span: (from: Date | null, until: Date | null) => {
    if (!from) return 'seit dem eingespielten Stand';
    const [first, last] = [serverTime(from, 'de'), until && serverTime(until, 'de')];
    if (last === null) return `seit ${first}`;
    return first === last ? `kurz nach ${first}` : `zwischen ${first} und ${last}`;
  },
  lost: (span: string) =>
    `Was ${span} dazukam, fehlt hier: Antworten, Abmeldungen, Löschungen, und welche Mails schon hinausgingen.`,
  perhapsLost:
    'Wurde der ganze Rechner auf einen früheren Stand zurückgesetzt, fehlt hier, was seither dazukam: Antworten, Abmeldungen, Löschungen, und welche Mails schon hinausgingen.',
  decide: 'Prüfen und freigeben',
};

const en: typeof de = {
  everything: 'Sending is held: the database was restored or copied.',
  everythingByHand: 'Sending is held: somebody has held it by hand.',
  reminders: 'Reminders are still held: the database was restored or copied.',
  remindersByHand: 'Reminders are still held: somebody has held sending by hand.',
  span: (from, until) => {
    if (!from) return 'since the restored state';
    const [first, last] = [serverTime(from, 'en'), until && serverTime(until, 'en')];
    if (last === null) return `since ${first}`;
    return first === last ? `shortly after ${first}` : `between ${first} and ${last}`;
  },
  lost: (span) =>
    `What came ${span} is missing here: answers, opt-outs, erasures, and which mails have gone out already.`,
  perhapsLost:
    'If the whole machine was set back to an earlier state, what came since is missing here: answers, opt-outs, erasures, and which mails have gone out already.',
  decide: 'Check and release',
};

/** What every page says while sending is held. */
export function holdTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
