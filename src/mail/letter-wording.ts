import type { Locale } from '../common/locale.js';
import type { LetterKind } from './letter-text.js';

/** How far answers and people are kept apart; fixed when a survey is published. */
export type LetterPrivacy = 'identified' | 'pseudonymous' | 'anonymous';

/** The words of a letter that nobody can change: they name the button, the dates and people's rights. */
export interface Wording {
  kicker: Record<LetterKind, string>;
  closingDateLabel: string;
  durationLabel: string;
  duration: (minutes: number) => string;
  /** The line that mail programs show beside the subject. */
  preview: (kind: LetterKind, closingDate: string) => string;
  callLabel: Record<'invitation' | 'reminder', string>;
  linkNote: Record<LetterPrivacy, string>;
  linkFallback: string;
  privacyNote: Record<LetterPrivacy, string>;
  privacyLabel: string;
  imprintLabel: string;
  /** Above the ways out of an invitation or reminder. */
  choicesNote: string;
  declineLabel: string;
  snoozeLabel: string;
  unsubscribeNote: string;
  unsubscribeLabel: string;
}

export const wording: Record<Locale, Wording> = {
  de: {
    kicker: {
      invitation: 'Einladung zur Umfrage',
      reminder: 'Erinnerung an die Umfrage',
      thank_you: 'Vielen Dank für Ihre Teilnahme',
    },
    closingDateLabel: 'Teilnahmeschluss',
    durationLabel: 'Zeitbedarf',
    duration: (minutes) => (minutes === 1 ? 'etwa 1 Minute' : `etwa ${minutes} Minuten`),
    preview: (kind, closingDate) =>
      kind === 'thank_you' ? 'Ihre Antworten sind eingegangen.' : `Teilnahme möglich bis ${closingDate}.`,
    callLabel: { invitation: 'Zum Fragebogen', reminder: 'Zum Fragebogen' },
    linkNote: {
      identified: 'Dieser Link gilt nur für Sie. Sie können jederzeit unterbrechen und später weitermachen.',
      pseudonymous:
        'Dieser Link gilt nur für Sie. Sie können jederzeit unterbrechen und später weitermachen.',
      anonymous: 'Dieser Link gilt nur für Sie; bitte geben Sie ihn nicht weiter.',
    },
    linkFallback: 'Falls sich die Schaltfläche nicht öffnen lässt, nutzen Sie bitte diese Adresse:',
    privacyNote: {
      identified: 'Diese Umfrage ist personenbezogen: Wir speichern, wer welche Antworten gegeben hat.',
      pseudonymous:
        'Diese Umfrage ist pseudonym: Ihre Antworten werden getrennt von Namen und Adressen gespeichert und nur unter einer Kennziffer ausgewertet.',
      anonymous:
        'Diese Umfrage ist anonym: Ihre Antworten lassen sich nicht mit Ihrer Person verbinden; wir halten allein fest, dass und an welchem Tag Sie teilgenommen haben.',
    },
    privacyLabel: 'Datenschutzhinweise',
    imprintLabel: 'Impressum',
    choicesNote: 'Es passt Ihnen gerade nicht?',
    declineLabel: 'Diesmal nicht teilnehmen',
    snoozeLabel: 'In 3 Tagen erinnern',
    unsubscribeNote: 'Sie möchten von diesem Verteiler keine Mails mehr erhalten?',
    unsubscribeLabel: 'Vom Verteiler abmelden',
  },
  en: {
    kicker: {
      invitation: 'Invitation to our survey',
      reminder: 'Reminder of our survey',
      thank_you: 'Thank you for taking part',
    },
    closingDateLabel: 'Open until',
    durationLabel: 'Time needed',
    duration: (minutes) => (minutes === 1 ? 'about 1 minute' : `about ${minutes} minutes`),
    preview: (kind, closingDate) =>
      kind === 'thank_you' ? 'Your answers have reached us.' : `You can take part until ${closingDate}.`,
    callLabel: { invitation: 'Open the questionnaire', reminder: 'Open the questionnaire' },
    linkNote: {
      identified: 'This link is meant for you only. You can stop at any time and continue later.',
      pseudonymous: 'This link is meant for you only. You can stop at any time and continue later.',
      anonymous: 'This link is meant for you only; please do not pass it on.',
    },
    linkFallback: 'If the button does not open, please use this address:',
    privacyNote: {
      identified: 'This survey is not anonymous: we store who gave which answers.',
      pseudonymous:
        'This survey is pseudonymous: your answers are stored apart from names and addresses and evaluated under a code only.',
      anonymous:
        'This survey is anonymous: your answers cannot be linked to you; we only record that you took part, and on which day.',
    },
    privacyLabel: 'Privacy notice',
    imprintLabel: 'Imprint',
    choicesNote: 'Is this not a good time for you?',
    declineLabel: 'Not this time',
    snoozeLabel: 'Remind me in 3 days',
    unsubscribeNote: 'You no longer wish to receive mails from this list?',
    unsubscribeLabel: 'Unsubscribe from this list',
  },
};
