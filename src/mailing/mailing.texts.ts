import type { ConsoleLocale } from '../common/locale.js';
import type { Delivery } from './message.entity.js';
import type { CountedReason } from './shown-reason.rules.js';
import type { Audience, WaveKind, WaveState } from './wave.entity.js';

export interface MailingTexts {
  kinds: Record<WaveKind, string>;
  states: Record<WaveState, string>;
  deliveries: Record<Delivery, string>;
  deliveryMeanings: Partial<Record<Delivery, string>>;
  skipReasons: Record<CountedReason, string>;
  audiences: Record<Audience, string>;
  waves: {
    title: string;
    emptyTitle: string;
    emptyText: string;
    notPublished: string;
    toQuestionnaire: string;
    nobody: string;
    toParticipants: string;
    invite: string;
    remind: string;
    due: string;
    started: string;
    finished: string;
    audience: string;
    open: string;
    state: string;
    progress: (accepted: string, total: string) => string;
    notPlanned: string;
    nothingSent: string;
    stages: string;
    rate: (perSecond: string) => string;
    eta: (when: string) => string;
    waitsUntil: (when: string) => string;
    waitsForWindow: (when: string) => string;
    waitsForPeople: string;
    onRequest: string;
    rolling: string;
    waitsForResume: string;
    notPlannedPaused: string;
    finishedUncertain: (n: string) => string;
    ended: string;
    waitsForStaff: (why: string) => string;
    waitsForMailServer: (why: string, when: string) => string;
    waitsForAttempt: (when: string) => string;
    waitsForProvider: (provider: string, pace: string | null) => string;
    waitsForPace: (pace: string) => string;
    inLine: (providers: string) => string;
    ratePerMinute: (n: string) => string;
    sendAt: {
      now: string;
      local: (when: string) => string;
      beforeClosing: (days: number, time: string) => string;
      afterInvitation: (days: number, time: string) => string;
    };
    pause: string;
    resume: string;
    cancel: string;
    cancelConfirm: string;
    paused: string;
    resumed: string;
    cancelled: string;
    details: string;
  };
  ledger: {
    title: string;
    filter: string;
    all: string;
    search: string;
    searchSubmit: string;
    reset: string;
    emptyTitle: string;
    emptyText: string;
    columns: { person: string; state: string; when: string; reply: string; decide: string };
    handedTo: (server: string) => string;
    attempts: (n: string) => string;
    nextAttempt: (when: string) => string;
    asAccepted: string;
    resend: string;
    resendConfirm: string;
    resolvedAccepted: string;
    resolvedResend: string;
    allAccepted: string;
    allAcceptedConfirm: (n: string) => string;
    allResend: string;
    allResendConfirm: (n: string) => string;
    allResolvedAccepted: (n: string) => string;
    allResolvedResend: (n: string) => string;
    noneFoundTitle: string;
    noneFound: string;
    overText: string;
    uncertainTitle: string;
    uncertainText: string;
    skippedTitle: string;
  };
}

const de: MailingTexts = {
  kinds: { invitation: 'Einladung', reminder: 'Erinnerung' },
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
  deliveries: {
    planned: 'Geplant',
    claimed: 'In Arbeit',
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
    refused: 'Der Mailserver hat die Adresse abgelehnt.',
    uncertain: 'Vielleicht hinausgegangen; entscheiden Sie.',
    skipped: 'Mit Grund nicht angeschrieben.',
  },
  skipReasons: {
    closed: 'Umfrage war beendet',
    suppressed: 'auf der Sperrliste',
    unsubscribed: 'abgemeldet',
    completed: 'schon abgeschlossen',
    screened_out: 'gehört nicht zur Zielgruppe',
    declined: 'möchte nicht teilnehmen',
    answered_or_declined: 'schon abgeschlossen oder möchte nicht teilnehmen',
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
  },
  audiences: {
    not_completed: 'Alle, die noch nicht abgeschlossen haben',
    not_started: 'Nur, wer noch nicht begonnen hat',
    started: 'Nur, wer begonnen, aber nicht abgeschlossen hat',
  },
  waves: {
    title: 'Versand',
    emptyTitle: 'Noch nichts geplant',
    emptyText: 'Beginnen Sie mit der Einladung. Sie sehen vorher, wer sie bekommt und wie sie aussieht.',
    notPublished: 'Einladungen sind möglich, sobald die Umfrage veröffentlicht ist.',
    toQuestionnaire: 'Zum Fragebogen',
    nobody: 'Nehmen Sie zuerst Teilnehmende auf, sonst hat die Einladung niemanden, an den sie gehen kann.',
    toParticipants: 'Teilnehmende aufnehmen',
    invite: 'Einladung planen',
    remind: 'Erinnerung planen',
    due: 'Termin',
    started: 'Begonnen',
    finished: 'Fertig',
    audience: 'An wen',
    open: 'Noch offen',
    state: 'Stand',
    progress: (accepted, total) => `${accepted} von ${total} angenommen`,
    notPlanned: 'Die Mails werden zum Termin vorbereitet.',
    nothingSent: 'Keine Mail wurde vorbereitet.',
    stages: 'Versandstufen',
    rate: (perSecond) => `${perSecond} Mails je Sekunde`,
    eta: (when) => `fertig gegen ${when}`,
    waitsUntil: (when) => `Wartet auf den Termin: ${when}`,
    waitsForWindow: (when) => `Mails gehen wieder ab ${when} hinaus.`,
    waitsForPeople: 'Wartet auf Personen, deren Zeit noch kommt.',
    onRequest: 'Erinnerung auf Wunsch',
    rolling: 'fortlaufend',
    waitsForResume: 'Angehalten: Es geht keine Mail hinaus, bis Sie den Versand fortsetzen.',
    notPlannedPaused: 'Noch ist keine Mail vorbereitet.',
    finishedUncertain: (n) => `Fertig, ${n} unklar`,
    ended: 'Abgebrochen',
    waitsForStaff: (why) => `Gestoppt, bis Sie entscheiden: ${why}`,
    waitsForMailServer: (why, when) =>
      `Der Mailserver nimmt gerade nichts an (${why}). Nächster Versuch: ${when}`,
    waitsForAttempt: (when) => `Nächster Versuch: ${when}`,
    waitsForProvider: (provider, pace) =>
      `Was noch offen ist, wartet auf ${provider}${pace === null ? '' : `: dorthin gehen zurzeit höchstens ${pace}`}.`,
    waitsForPace: (pace) => `Das Tempo ist begrenzt: höchstens ${pace}.`,
    inLine: (providers) => `Gebremst, andere laufen weiter: ${providers}`,
    ratePerMinute: (n) => `${n} Mails je Minute`,
    sendAt: {
      now: 'Sofort',
      local: (when) => when,
      beforeClosing: (days, time) =>
        days === 0
          ? `Am Tag des Teilnahmeschlusses um ${time} Uhr`
          : `${days === 1 ? 'Einen Tag' : `${String(days)} Tage`} vor Teilnahmeschluss um ${time} Uhr`,
      afterInvitation: (days, time) =>
        `${days === 1 ? 'Einen Tag' : `${String(days)} Tage`} nach der Einladung um ${time} Uhr`,
    },
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    cancel: 'Versand abbrechen',
    cancelConfirm:
      'Wer noch nicht angeschrieben wurde, bekommt diese Mail nicht mehr. Das lässt sich nicht rückgängig machen.',
    paused: 'Der Versand ist angehalten.',
    resumed: 'Der Versand geht weiter.',
    cancelled: 'Der Versand ist abgebrochen.',
    details: 'Einzelne Mails',
  },
  ledger: {
    title: 'Mails',
    filter: 'Nach Zustellung filtern',
    all: 'Alle',
    search: 'Adresse',
    searchSubmit: 'Suchen',
    reset: 'Suche aufheben',
    emptyTitle: 'Keine Mails',
    emptyText: 'Hier steht jede Mail dieser Versandstufe, sobald sie geplant ist.',
    columns: {
      person: 'Person',
      state: 'Zustellung',
      when: 'Zeit',
      reply: 'Antwort des Mailservers',
      decide: 'Entscheiden',
    },
    handedTo: (server) => `an ${server}`,
    attempts: (n) => `${n} Versuche`,
    nextAttempt: (when) => `nächster Versuch ${when}`,
    asAccepted: 'Gilt als verschickt',
    resend: 'Noch einmal senden',
    resendConfirm: 'Falls die Mail doch hinausging, bekommt die Person sie zweimal.',
    resolvedAccepted: 'Die Mail gilt als verschickt.',
    resolvedResend: 'Die Mail wird noch einmal verschickt.',
    allAccepted: 'Alle als verschickt ansehen',
    allAcceptedConfirm: (n) => `Unklare Mails dieser Versandstufe: ${n}. Alle gelten dann als verschickt.`,
    allResend: 'Alle noch einmal senden',
    allResendConfirm: (n) =>
      `Unklare Mails dieser Versandstufe: ${n}. Alle werden noch einmal verschickt; wer die erste doch bekommen hat, bekommt sie zweimal.`,
    allResolvedAccepted: (n) => `Erledigt. Mails, die jetzt als verschickt gelten: ${n}.`,
    allResolvedResend: (n) => `Erledigt. Mails, die noch einmal verschickt werden: ${n}.`,
    noneFoundTitle: 'Keine Mail gefunden',
    noneFound: 'Zu dieser Auswahl gibt es in dieser Versandstufe keine Mail.',
    overText: 'In dieser Versandstufe wurde keine Mail vorbereitet.',
    uncertainTitle: 'Bei diesen Mails ist der Ausgang unklar',
    uncertainText:
      'Die Verbindung brach ab, bevor der Mailserver geantwortet hat. Von selbst wird keine davon noch einmal verschickt.',
    skippedTitle: 'Warum nicht an alle',
  },
};

const en: MailingTexts = {
  kinds: { invitation: 'Invitation', reminder: 'Reminder' },
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
  deliveries: {
    planned: 'Planned',
    claimed: 'In hand',
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
    refused: 'The mail server refused the address.',
    uncertain: 'May have gone out; you decide.',
    skipped: 'Not written to, with a reason.',
  },
  skipReasons: {
    closed: 'the survey was closed',
    suppressed: 'suppressed',
    unsubscribed: 'unsubscribed',
    completed: 'completed already',
    screened_out: 'not in the target group',
    declined: 'does not want to take part',
    answered_or_declined: 'completed already or does not want to take part',
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
  },
  audiences: {
    not_completed: 'Everybody who has not completed',
    not_started: 'Only who has not begun',
    started: 'Only who has begun but not completed',
  },
  waves: {
    title: 'Mailings',
    emptyTitle: 'Nothing scheduled yet',
    emptyText: 'Begin with the invitation. You see beforehand who gets it and what it looks like.',
    notPublished: 'Invitations are possible once the survey is published.',
    toQuestionnaire: 'To the questionnaire',
    nobody: 'Add participants first, or the invitation has nobody to go to.',
    toParticipants: 'Add participants',
    invite: 'Schedule invitation',
    remind: 'Schedule reminder',
    due: 'Due',
    started: 'Started',
    finished: 'Finished',
    audience: 'To whom',
    open: 'Still open',
    state: 'How it stands',
    progress: (accepted, total) => `${accepted} of ${total} accepted`,
    notPlanned: 'The mails are prepared when it is due.',
    nothingSent: 'No mail was prepared.',
    stages: 'All mailings',
    rate: (perSecond) => `${perSecond} mails a second`,
    eta: (when) => `done at about ${when}`,
    waitsUntil: (when) => `Waits until it is due: ${when}`,
    waitsForWindow: (when) => `Mails go out again from ${when}.`,
    waitsForPeople: 'Waits for people whose time is still to come.',
    onRequest: 'Reminder on request',
    rolling: 'rolling',
    waitsForResume: 'Paused: no mail goes out until you resume it.',
    notPlannedPaused: 'No mail is prepared yet.',
    finishedUncertain: (n) => `Finished, ${n} uncertain`,
    ended: 'Cancelled',
    waitsForStaff: (why) => `Held until you decide: ${why}`,
    waitsForMailServer: (why, when) =>
      `The mail server takes nothing at present (${why}). Next attempt: ${when}`,
    waitsForAttempt: (when) => `Next attempt: ${when}`,
    waitsForProvider: (provider, pace) =>
      `What is still open waits for ${provider}${pace === null ? '' : `: at most ${pace} go there at present`}.`,
    waitsForPace: (pace) => `The pace is limited: at most ${pace}.`,
    inLine: (providers) => `Slowed down while others go on: ${providers}`,
    ratePerMinute: (n) => `${n} mails a minute`,
    sendAt: {
      now: 'At once',
      local: (when) => when,
      beforeClosing: (days, time) =>
        days === 0
          ? `On the closing day at ${time}`
          : `${days === 1 ? 'One day' : `${String(days)} days`} before closing at ${time}`,
      afterInvitation: (days, time) =>
        `${days === 1 ? 'One day' : `${String(days)} days`} after the invitation at ${time}`,
    },
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel mailing',
    cancelConfirm: 'Whoever has not been written to will not get this mail. This cannot be undone.',
    paused: 'The mailing is paused.',
    resumed: 'The mailing goes on.',
    cancelled: 'The mailing is cancelled.',
    details: 'Single mails',
  },
  ledger: {
    title: 'Mails',
    filter: 'Filter by delivery',
    all: 'All',
    search: 'Address',
    searchSubmit: 'Search',
    reset: 'Clear search',
    emptyTitle: 'No mails',
    emptyText: 'Every mail of this mailing stands here as soon as it is planned.',
    columns: {
      person: 'Person',
      state: 'Delivery',
      when: 'Time',
      reply: 'Reply of the mail server',
      decide: 'Decide',
    },
    handedTo: (server) => `to ${server}`,
    attempts: (n) => `${n} attempts`,
    nextAttempt: (when) => `next attempt ${when}`,
    asAccepted: 'Take as sent',
    resend: 'Send again',
    resendConfirm: 'If the mail did go out, the person gets it twice.',
    resolvedAccepted: 'The mail is taken as sent.',
    resolvedResend: 'The mail is sent again.',
    allAccepted: 'Take all as sent',
    allAcceptedConfirm: (n) => `Uncertain mails of this mailing: ${n}. All of them are then taken as sent.`,
    allResend: 'Send all again',
    allResendConfirm: (n) =>
      `Uncertain mails of this mailing: ${n}. All of them are sent again; whoever did get the first gets it twice.`,
    allResolvedAccepted: (n) => `Done. Mails now taken as sent: ${n}.`,
    allResolvedResend: (n) => `Done. Mails sent again: ${n}.`,
    noneFoundTitle: 'No mail found',
    noneFound: 'No mail of this mailing matches.',
    overText: 'No mail was prepared in this mailing.',
    uncertainTitle: 'The outcome of these mails is uncertain',
    uncertainText:
      'The connection broke before the mail server had answered. None of them is sent again by itself.',
    skippedTitle: 'Why not to everybody',
  },
};

export function mailingTexts(locale: ConsoleLocale): MailingTexts {
  return locale === 'de' ? de : en;
}
