import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Tempo',
  lead: 'Wie schnell Mails hinausgehen. Eine Änderung gilt innerhalb einer Sekunde, auch für Versandstufen, die gerade laufen; anhalten müssen Sie dafür nichts. Was pausiert ist, bleibt pausiert.',
  perSecond: (n: string) => (n === '1' ? 'eine Mail je Sekunde' : `${n} Mails je Sekunde`),
  perMinute: (n: string) => (n === '1' ? 'eine Mail je Minute' : `${n} Mails je Minute`),
  save: 'Speichern',
  cap: {
    title: 'Mails je Person',
    lead: 'So viele Einladungen und Erinnerungen bekommt eine Adresse höchstens, über alle Umfragen zusammen. Wer die Grenze erreicht hat, wird mit diesem Grund übersprungen. Für Dankesmails und selbst erbetene Erinnerungen gilt sie nicht.',
    most: 'Höchstens so viele Mails',
    days: 'innerhalb von so vielen Tagen',
    hint: 'Bleiben beide Felder leer, gibt es keine Grenze.',
    saved: 'Die Grenze je Person ist gespeichert.',
    error:
      'Bitte geben Sie in beiden Feldern eine ganze Zahl ab 1 an (höchstens 1000 Mails und 366 Tage), oder lassen Sie beide leer.',
  },
  all: {
    title: 'Alles zusammen',
    limited: (pace: string) => `Zurzeit gehen höchstens ${pace} hinaus.`,
    unlimited:
      'Zurzeit gibt es keine Obergrenze: Mails gehen so schnell hinaus, wie der Mailserver sie annimmt.',
    slowed: (when: string, pace: string) =>
      `Der Mailserver hat zuletzt am ${when} Uhr um weniger gebeten und bekommt deshalb zurzeit nicht mehr als ${pace}:`,
    rate: 'Obergrenze in Mails je Sekunde',
    hint: 'Zum Beispiel 20 oder 2,5. Bleibt das Feld leer, gibt es keine Obergrenze.',
    hintWithSetting: (pace: string) =>
      `Zum Beispiel 20 oder 2,5. Bleibt das Feld leer, gilt die Einstellung MAIL_RATE des Servers: ${pace}.`,
    saved: (pace: string) => `Jetzt gehen höchstens ${pace} hinaus.`,
    removed: 'Die Obergrenze ist aufgehoben.',
    backToSetting: (pace: string) => `Jetzt gilt wieder die Einstellung des Servers: höchstens ${pace}.`,
  },
  providers: {
    title: 'Einzelne Mailanbieter',
    lead: 'Wer hier steht, hält niemanden sonst auf. Um eine Obergrenze aufzuheben, leeren Sie das Feld und speichern.',
    columns: {
      provider: 'Anbieter',
      allowed: 'Zurzeit höchstens',
      rate: 'Obergrenze je Sekunde',
      waiting: 'Warten',
      slowed: 'Von selbst gebremst',
    },
    also: (domains: string) => `auch ${domains}`,
    alsoMore: (domains: string, n: string) => `auch ${domains} und ${n} weitere`,
    unlimited: 'ohne Obergrenze',
    rateOf: (provider: string) => `Obergrenze für ${provider} in Mails je Sekunde`,
    ofProvider: (provider: string) => `: ${provider}`,
    slowed: (when: string) => `zuletzt ${when}`,
    saved: (provider: string, pace: string) => `An ${provider} gehen jetzt höchstens ${pace}.`,
    savedForAnother: (domain: string, provider: string, pace: string) =>
      `${domain} gehört zu ${provider}. Dorthin gehen jetzt höchstens ${pace}.`,
    removed: (provider: string) => `Für ${provider} gibt es keine Obergrenze mehr.`,
    emptyTitle: 'Volles Tempo für alle Mailanbieter',
    emptyText:
      'Bittet einer um weniger, wird nur er von selbst gebremst; an alle anderen geht es weiter wie bisher. Bittet er nicht noch einmal, ist er innerhalb einer Minute von selbst wieder beim alten Tempo.',
  },
  newLimit: {
    title: 'Neue Obergrenze für einen Mailanbieter',
    provider: 'Hauptdomain des Anbieters',
    providerHint: 'Zum Beispiel gmx.net oder t-online.de.',
    rate: 'Mails je Sekunde',
    rateHint: 'Zum Beispiel 2; mit 0,5 sind es 30 je Minute.',
    domains: 'Weitere Domains dieses Anbieters',
    domainsHint:
      'Meist bleibt das leer: Welche Domains zu einem Anbieter gehören, zeigen ihre MX-Einträge, und die werden von selbst nachgesehen. Nennen Sie nur, was so nicht zu erkennen ist, eine Domain je Zeile oder mit Komma getrennt.',
    submit: 'Obergrenze setzen',
  },
  errors: {
    noNumber: 'Bitte geben Sie eine Zahl ohne Tausenderpunkt an, zum Beispiel 20 oder 2,5.',
    notAboveZero: 'Die Zahl muss über 0 liegen. Um anzuhalten, pausieren Sie die Versandstufe.',
    tooMany: 'Mehr als 100.000 Mails je Sekunde sind nicht möglich.',
    provider: 'Bitte geben Sie eine Domain an, zum Beispiel gmx.net.',
    noDomains: (texts: string) => `Das sind keine Domains: ${texts}`,
    tooManyDomains: 'Mehr als 1.000 Domains auf einmal sind nicht möglich.',
  },
};

export type PacesTexts = typeof de;

const en: PacesTexts = {
  title: 'Pace',
  lead: 'How fast mail goes out. A change takes effect within a second, also on waves under way; there is no need to pause anything. What is paused stays paused.',
  perSecond: (n) => (n === '1' ? 'one mail a second' : `${n} mails a second`),
  perMinute: (n) => (n === '1' ? 'one mail a minute' : `${n} mails a minute`),
  save: 'Save',
  cap: {
    title: 'Mails for each person',
    lead: 'An address gets at most so many invitations and reminders, over all surveys together. Whoever has reached the limit is skipped with that reason. It does not hold for thank-yous and for reminders people asked for.',
    most: 'At most so many mails',
    days: 'within so many days',
    hint: 'If both fields are empty, there is no limit.',
    saved: 'The limit for each person has been saved.',
    error:
      'Please enter a whole number from 1 in both fields (at most 1000 mails and 366 days), or leave both empty.',
  },
  all: {
    title: 'Everything together',
    limited: (pace) => `At present at most ${pace} go out.`,
    unlimited: 'At present there is no limit: mail goes out as fast as the mail server takes it.',
    slowed: (when, pace) =>
      `The mail server asked for less, last on ${when}, and therefore gets no more than ${pace} at present:`,
    rate: 'Limit in mails a second',
    hint: 'For example 20 or 2.5. If the field is empty, there is no limit.',
    hintWithSetting: (pace) =>
      `For example 20 or 2.5. If the field is empty, the server’s setting MAIL_RATE holds: ${pace}.`,
    saved: (pace) => `At most ${pace} go out now.`,
    removed: 'The limit is taken away.',
    backToSetting: (pace) => `The server’s setting holds again: at most ${pace}.`,
  },
  providers: {
    title: 'Single mail providers',
    lead: 'Who stands here holds up nobody else. To take a limit away, empty its field and save.',
    columns: {
      provider: 'Provider',
      allowed: 'At most now',
      rate: 'Limit per second',
      waiting: 'Waiting',
      slowed: 'Slowed down by itself',
    },
    also: (domains) => `also ${domains}`,
    alsoMore: (domains, n) => `also ${domains} and ${n} more`,
    unlimited: 'no limit',
    rateOf: (provider) => `Limit for ${provider} in mails a second`,
    ofProvider: (provider) => `: ${provider}`,
    slowed: (when) => `last on ${when}`,
    saved: (provider, pace) => `At most ${pace} go to ${provider} now.`,
    savedForAnother: (domain, provider, pace) =>
      `${domain} belongs to ${provider}. At most ${pace} go there now.`,
    removed: (provider) => `There is no limit for ${provider} any more.`,
    emptyTitle: 'Full speed for all mail providers',
    emptyText:
      'If one asks for less, only that one is slowed down, by itself; all others go on as before. If it does not ask again, it is back at its old pace within a minute, by itself too.',
  },
  newLimit: {
    title: 'New limit for a mail provider',
    provider: 'Main domain of the provider',
    providerHint: 'For example gmx.net or t-online.de.',
    rate: 'Mails a second',
    rateHint: 'For example 2; 0.5 makes 30 a minute.',
    domains: 'Further domains of this provider',
    domainsHint:
      'Mostly this stays empty: which domains belong to a provider is told by their MX records, which are looked up by themselves. Name only what cannot be seen from them, one domain per line or separated by commas.',
    submit: 'Set limit',
  },
  errors: {
    noNumber: 'Please enter a number without thousands separators, for example 20 or 2.5.',
    notAboveZero: 'The number must be above 0. To stop, pause the wave.',
    tooMany: 'More than 100,000 mails a second are not possible.',
    provider: 'Please enter a domain, for example gmx.net.',
    noDomains: (texts) => `These are not domains: ${texts}`,
    tooManyDomains: 'More than 1,000 domains at once are not possible.',
  },
};

export function pacesTexts(locale: ConsoleLocale): PacesTexts {
  return locale === 'de' ? de : en;
}
