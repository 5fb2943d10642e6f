import type { Locale } from '../common/locale.js';
import type { Participation } from './participant.entity.js';

interface ParticipantsTexts {
  title: string;
  enrol: string;
  enrolHint: string;
  list: string;
  choose: string;
  submit: string;
  noLists: { title: string; text: string; action: string };
  empty: { title: string; text: string };
  result: (n: { enrolled: string; already: string; suppressed: string; unsubscribed: string }) => string;
  count: (n: string) => string;
  columns: { person: string; participation: string; delivery: string; lastMailed: string; link: string };
  hidden: string;
  open: string;
  never: string;
  draft: string;
  participation: Record<Participation, string>;
}

const de: ParticipantsTexts = {
  title: 'Teilnehmende',
  enrol: 'Teilnehmende aufnehmen',
  enrolHint:
    'Alle Empfänger:innen des Verteilers werden Teilnehmer:innen dieser Umfrage, je mit einem persönlichen Link. Wer schon dabei ist, bleibt es; Abgemeldete und Gesperrte werden nicht aufgenommen. Es geht noch keine Mail hinaus.',
  list: 'Verteiler',
  choose: 'Bitte wählen',
  submit: 'Aufnehmen',
  noLists: {
    title: 'Es gibt noch keinen Verteiler',
    text: 'Legen Sie zuerst einen Verteiler an und laden Sie die Empfänger:innen hoch.',
    action: 'Zu den Verteilern',
  },
  empty: {
    title: 'Noch niemand aufgenommen',
    text: 'Wählen Sie einen Verteiler. Danach können Sie die Einladung planen.',
  },
  result: (n) =>
    `${n.enrolled} aufgenommen, ${n.already} waren schon dabei, ${n.unsubscribed} abgemeldet, ${n.suppressed} gesperrt.`,
  count: (n) => `${n} Teilnehmende`,
  columns: {
    person: 'Person',
    participation: 'Teilnahme',
    delivery: 'Letzte Mail',
    lastMailed: 'Zuletzt angeschrieben',
    link: 'Persönlicher Link',
  },
  hidden: 'In einer anonymen Umfrage zeigen wir nicht, wer wie weit ist.',
  open: 'Öffnen',
  never: 'noch nicht',
  draft: 'Solange die Umfrage ein Entwurf ist, kann noch niemand antworten.',
  participation: {
    not_started: 'Noch nicht begonnen',
    opened: 'Geöffnet',
    partial: 'Teilweise ausgefüllt',
    completed: 'Abgeschlossen',
    screened_out: 'Ausgeschlossen',
    declined: 'Möchte nicht teilnehmen',
  },
};

const en: ParticipantsTexts = {
  title: 'Participants',
  enrol: 'Add participants',
  enrolHint:
    'All subscribers of the list become participants of this survey, each with a personal link. Who is in already stays so; unsubscribed and suppressed people are not taken in. No mail goes out yet.',
  list: 'List',
  choose: 'Please choose',
  submit: 'Add',
  noLists: {
    title: 'There is no list yet',
    text: 'First create a list and upload its subscribers.',
    action: 'To the lists',
  },
  empty: { title: 'Nobody added yet', text: 'Choose a list. After that you can schedule the invitation.' },
  result: (n) =>
    `${n.enrolled} added, ${n.already} were in already, ${n.unsubscribed} unsubscribed, ${n.suppressed} suppressed.`,
  count: (n) => `${n} participants`,
  columns: {
    person: 'Person',
    participation: 'Participation',
    delivery: 'Last mail',
    lastMailed: 'Last written to',
    link: 'Personal link',
  },
  hidden: 'In an anonymous survey we do not show how far anybody is.',
  open: 'Open',
  never: 'not yet',
  draft: 'While the survey is a draft nobody can answer.',
  participation: {
    not_started: 'Not started',
    opened: 'Opened',
    partial: 'Partly answered',
    completed: 'Completed',
    screened_out: 'Screened out',
    declined: 'Does not want to take part',
  },
};

export function participantsTexts(locale: Locale): ParticipantsTexts {
  return locale === 'de' ? de : en;
}
