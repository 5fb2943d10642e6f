import type { ConsoleLocale } from '../common/locale.js';
import type { Delivery } from './message.entity.js';
import type { SkipReason } from './reason-to-skip.js';
import type { Audience, WaveState } from './wave.entity.js';
import type { WaveKind } from './wave-words.js';

/** What waves, mails and their states are called. */
export interface MailingTexts {
  kinds: Record<WaveKind, string>;
  /** One of several of a kind, counted from 1. */
  numbered: (kind: string, n: number) => string;
  onRequest: string;
  states: Record<WaveState, string>;
  finishedUncertain: (n: string) => string;
  deliveries: Record<Delivery, string>;
  deliveryMeanings: Partial<Record<Delivery, string>>;
  skippedTitle: string;
  skipReasons: Record<SkipReason, string>;
  refusals: Record<string, string>;
  audiences: Record<Audience, string>;
}

const de: MailingTexts = {
  kinds: { invitation: 'Einladung', reminder: 'Erinnerung' },
  numbered: (kind, n) => `${n}. ${kind}`,
  onRequest: 'Erinnerung auf Wunsch',
  states: {
    draft: 'Entwurf',
    scheduled: 'Geplant',
    planning: 'Wird vorbereitet',
    sending: 'Wird versendet',
    paused: 'Angehalten',
    held: 'Gestoppt',
    finished: 'Fertig',
    cancelled: 'Abgebrochen',
  },
  finishedUncertain: (n) => `Fertig, ${n} unklar`,
  deliveries: {
    planned: 'Geplant',
    handing_over: 'Wird übergeben',
    accepted: 'Angenommen',
    deferred: 'Aufgeschoben',
    refused: 'Abgelehnt',
    uncertain: 'Unklar',
    skipped: 'Übersprungen',
  },
  deliveryMeanings: {
    accepted: 'Der Mailserver hat die Mail übernommen.',
    deferred: 'Der Mailserver bat um einen späteren Versuch.',
    refused: 'Der Mailserver hat die Mail abgelehnt; warum, steht bei jeder.',
    uncertain: 'Vielleicht hinausgegangen; entscheiden Sie.',
    skipped: 'Mit Grund nicht angeschrieben.',
  },
  skippedTitle: 'Warum nicht an alle',
  skipReasons: {
    closed: 'Umfrage war beendet',
    suppressed: 'auf der Sperrliste',
    unsubscribed: 'abgemeldet',
    completed: 'schon abgeschlossen',
    screened_out: 'gehört nicht zur Zielgruppe',
    declined: 'möchte nicht teilnehmen',
    snoozed: 'möchte später erinnert werden',
    snooze_undone: 'möchte doch nicht eigens erinnert werden',
    already_invited: 'schon eingeladen',
    not_invited: 'noch nicht eingeladen',
    not_in_audience: 'nicht im gewählten Kreis',
    not_in_segment: 'gehört nicht zur Auswahl',
    reminded_enough: 'oft genug erinnert',
    mailed_recently: 'erst vor Kurzem angeschrieben',
    mailed_often: 'zuletzt schon viele Mails erhalten',
    cancelled: 'Versand abgebrochen',
    refused_before: 'Adresse hat Mails schon früher abgelehnt',
  },
  refusals: {
    refused: 'das Postfach gibt es nicht (mehr)',
    refused_soft: 'das Postfach ist voll oder nimmt nur Mails von bestimmten Absendern an',
    unclear: 'warum, sagt der Mailserver nicht klar',
    sender: 'lag an Absender oder Versandkonto, nicht an der Person',
    letter: 'lag am Brief, nicht an der Person',
    provider: 'der Mail-Anbieter nahm so viel nicht an',
    server: 'lag am Mailserver, nicht an der Person',
    address: 'an diese Adresse lässt sich keine Mail richten',
    deferred_too_long: 'fünf Tage lang auf später verschoben',
  },
  audiences: {
    not_completed: 'Alle, die noch nicht abgeschlossen haben',
    not_started: 'Nur, wer noch nicht begonnen hat',
    started: 'Nur, wer begonnen, aber nicht abgeschlossen hat',
  },
};

const en: MailingTexts = {
  kinds: { invitation: 'Invitation', reminder: 'Reminder' },
  numbered: (kind, n) => `${kind} ${n}`,
  onRequest: 'Reminder on request',
  states: {
    draft: 'Draft',
    scheduled: 'Scheduled',
    planning: 'Being prepared',
    sending: 'Sending',
    paused: 'Paused',
    held: 'Held',
    finished: 'Finished',
    cancelled: 'Cancelled',
  },
  finishedUncertain: (n) => `Finished, ${n} uncertain`,
  deliveries: {
    planned: 'Planned',
    handing_over: 'Being handed over',
    accepted: 'Accepted',
    deferred: 'Deferred',
    refused: 'Refused',
    uncertain: 'Uncertain',
    skipped: 'Skipped',
  },
  deliveryMeanings: {
    accepted: 'The mail server has taken it over.',
    deferred: 'The mail server asked for a later attempt.',
    refused: 'The mail server refused the mail; each says why.',
    uncertain: 'May have gone out; you decide.',
    skipped: 'Not written to, with a reason.',
  },
  skippedTitle: 'Why not to everybody',
  skipReasons: {
    closed: 'the survey was closed',
    suppressed: 'suppressed',
    unsubscribed: 'unsubscribed',
    completed: 'completed already',
    screened_out: 'not in the target group',
    declined: 'does not want to take part',
    snoozed: 'wants to be reminded later',
    snooze_undone: 'no longer wants a reminder of their own',
    already_invited: 'invited already',
    not_invited: 'not invited yet',
    not_in_audience: 'not in the chosen audience',
    not_in_segment: 'not in the segment',
    reminded_enough: 'reminded often enough',
    mailed_recently: 'written to a short while ago',
    mailed_often: 'many mails lately',
    cancelled: 'mailing cancelled',
    refused_before: 'address has refused mail before',
  },
  refusals: {
    refused: 'there is no such mailbox (any more)',
    refused_soft: 'the mailbox is full, or takes mail only from some',
    unclear: 'the mail server does not say clearly why',
    sender: 'due to the sender or the sending account, not to the person',
    letter: 'due to the letter, not to the person',
    provider: 'the mail provider did not take so much',
    server: 'due to the mail server, not to the person',
    address: 'no mail can be addressed like this',
    deferred_too_long: 'put off for five days',
  },
  audiences: {
    not_completed: 'Everybody who has not completed',
    not_started: 'Only who has not begun',
    started: 'Only who has begun but not completed',
  },
};

export function mailingTexts(locale: ConsoleLocale): MailingTexts {
  return locale === 'de' ? de : en;
}
