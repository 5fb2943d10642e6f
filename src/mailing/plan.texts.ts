import type { ConsoleLocale } from '../common/locale.js';

export interface PlanTexts {
  timeline: {
    title: string;
    quiet: string;
    quietDays: (days: string) => string;
    clockForward: string;
    clockBack: string;
    closing: string;
    answers: (n: string) => string;
    window: (from: string, to: string, days: string) => string;
    always: string;
    holidays: (region: string) => string;
    change: string;
  };
  suggested: {
    title: string;
    lead: string;
    recipients: (n: string) => string;
    startNow: string;
    startTomorrow: (when: string) => string;
    letter: string;
    confirm: (n: string) => string;
    own: string;
    taken: string;
    waitsForWindow: (when: string) => string;
    undo: string;
  };
  edit: string;
  duplicate: string;
  onRequestOf: string;
}

const de: PlanTexts = {
  timeline: {
    title: 'Zeitplan',
    quiet: 'An diesem Tag gehen keine Mails hinaus',
    quietDays: (days) => `Ohne Versand: ${days}`,
    clockForward: 'Sommerzeit beginnt',
    clockBack: 'Sommerzeit endet',
    closing: 'Teilnahmeschluss',
    answers: (n) => `Antworten bis jetzt: ${n}`,
    window: (from, to, days) => `Mails gehen ${days} von ${from} bis ${to} Uhr hinaus.`,
    always: 'Mails gehen zu jeder Zeit hinaus.',
    holidays: (region) => `An Feiertagen (${region}) ruht der Versand.`,
    change: 'Zeiten ändern',
  },
  suggested: {
    title: 'Vorschlag für Ihren Versand',
    lead: 'Eine Einladung, eine Erinnerung nach knapp einer Woche und ein letzter Aufruf kurz vor Teilnahmeschluss. Wer antwortet oder absagt, bekommt keine Erinnerung.',
    recipients: (n) => `nach heutigem Stand an ${n} Personen`,
    startNow: 'Übernehmen und sofort einladen',
    startTomorrow: (when) => `Übernehmen, Einladung am ${when}`,
    letter: 'Text ansehen oder ändern',
    confirm: (n) => `${n} Einladungen gehen jetzt hinaus.`,
    own: 'Selbst planen',
    taken: 'Der Plan steht. Sie können jede Stufe noch ändern oder abbrechen.',
    waitsForWindow: (when) => `Jetzt gehen keine Mails hinaus; „sofort“ heißt ab ${when}.`,
    undo: 'Solange eine Stufe nicht begonnen hat, können Sie sie ändern oder abbrechen.',
  },
  edit: 'Ändern',
  duplicate: 'Duplizieren',
  onRequestOf: 'Erbeten über „In 3 Tagen erinnern“',
};

const en: PlanTexts = {
  timeline: {
    title: 'Time line',
    quiet: 'No mails go out on this day',
    quietDays: (days) => `No mails: ${days}`,
    clockForward: 'clocks go forward',
    clockBack: 'clocks go back',
    closing: 'Closing date',
    answers: (n) => `Answers so far: ${n}`,
    window: (from, to, days) => `Mails go out ${days} from ${from} to ${to}.`,
    always: 'Mails go out at any time.',
    holidays: (region) => `None go out on public holidays (${region}).`,
    change: 'Change times',
  },
  suggested: {
    title: 'A plan to begin with',
    lead: 'An invitation, a reminder after just under a week, and a last call shortly before the closing date. Whoever answers or declines gets no reminder.',
    recipients: (n) => `to ${n} people as things stand`,
    startNow: 'Use it and invite at once',
    startTomorrow: (when) => `Use it, invitation on ${when}`,
    letter: 'See or change the text',
    confirm: (n) => `${n} invitations go out now.`,
    own: 'Plan it yourself',
    taken: 'The plan stands. You can still change or cancel each stage.',
    waitsForWindow: (when) => `No mails go out now; “at once” means from ${when}.`,
    undo: 'Until a stage has begun you can change or cancel it.',
  },
  edit: 'Change',
  duplicate: 'Duplicate',
  onRequestOf: 'Asked for through “Remind me in 3 days”',
};

export function planTexts(locale: ConsoleLocale): PlanTexts {
  return locale === 'de' ? de : en;
}
