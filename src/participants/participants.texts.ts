import type { ConsoleLocale } from '../common/locale.js';
import type { Participation } from './participant.entity.js';

interface ParticipantsTexts {
  title: string;
  enrol: string;
  enrolHint: string;
  source: string;
  later: string;
  follow: string;
  followHint: string;
  check: string;
  checkAgain: string;
  preview: Record<'enrolled' | 'already' | 'outside' | 'suppressed' | 'unsubscribed' | 'nobody', string> & {
    title: (source: string) => string;
  };
  submit: (n: string, number: number) => string;
  justFollow: string;
  nowFollows: string;
  stopped: (source: string) => string;
  resumed: (source: string) => string;
  enrolments: Record<
    | 'title'
    | 'source'
    | 'since'
    | 'later'
    | 'actions'
    | 'follows'
    | 'still'
    | 'stop'
    | 'resume'
    | 'forget'
    | 'forgetConfirm'
    | 'forgotten',
    string
  >;
  noLists: { title: string; text: string; action: string };
  empty: { title: string; text: string };
  result: (n: { enrolled: string; already: string; suppressed: string; unsubscribed: string }) => string;
  count: (n: string) => string;
  columns: { person: string; participation: string; delivery: string; lastMailed: string; link: string };
  hidden: string;
  screenedOutNotShown: string;
  open: string;
  never: string;
  draft: string;
  participation: Record<Participation, string>;
}

const de: ParticipantsTexts = {
  title: 'Teilnehmende',
  enrol: 'Teilnehmende aufnehmen',
  enrolHint:
    'Alle Empfänger:innen des Verteilers oder der Auswahl werden Teilnehmer:innen dieser Umfrage, je mit einem persönlichen Link. Sie sehen zuerst, wie viele es wären.',
  source: 'Verteiler oder Auswahl',
  later: 'Wer später dazukommt',
  follow: 'Die Umfrage folgt dem Verteiler',
  followHint:
    'Neue Empfänger:innen werden bis zum Teilnahmeschluss von selbst aufgenommen. Wer sich abmeldet, bekommt ohnehin nichts mehr.',
  check: 'Weiter zur Vorschau',
  checkAgain: 'Neu zählen',
  preview: {
    title: (source) => `Vorschau: ${source}`,
    enrolled: 'Neu dabei',
    already: 'Schon dabei',
    outside: 'Nicht in der Auswahl',
    suppressed: 'Gesperrt',
    unsubscribed: 'Abgemeldet',
    nobody: 'Es ist niemand aufzunehmen.',
  },
  submit: (n, number) => (number === 1 ? 'Eine Person aufnehmen' : `${n} Personen aufnehmen`),
  justFollow: 'Ab jetzt folgen',
  nowFollows: 'Neue Empfänger:innen kommen von selbst dazu.',
  stopped: (source) => `Die Umfrage folgt „${source}“ nicht mehr. Wer dabei ist, bleibt es.`,
  resumed: (source) => `Die Umfrage folgt „${source}“. Neue Empfänger:innen kommen von selbst dazu.`,
  enrolments: {
    title: 'Woher die Teilnehmenden kommen',
    source: 'Verteiler',
    since: 'Aufgenommen',
    later: 'Neue Empfänger:innen',
    actions: 'Ändern',
    follows: 'Kommen dazu',
    still: 'Bleiben außen vor',
    stop: 'Nicht mehr folgen',
    resume: 'Folgen',
    forget: 'Austragen',
    forgetConfirm:
      'Die Auswahl steht dann nicht mehr hier und kann gelöscht werden. Wer dabei ist, bleibt es.',
    forgotten: 'Ausgetragen. Wer dabei ist, bleibt es.',
  },
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
  screenedOutNotShown:
    'Wer nicht zur Zielgruppe gehört, steht hier unter „Abgeschlossen“: Sonst ließe sich, wo das wenige sind, eine Kennziffer einer Person zuordnen.',
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
    'All subscribers of the list or segment become participants of this survey, each with a personal link. You first see how many that would be.',
  source: 'List or segment',
  later: 'Who joins later',
  follow: 'The survey follows the list',
  followHint:
    'New subscribers are added by themselves until the closing date. Who unsubscribes gets nothing more in any case.',
  check: 'Go on to the preview',
  checkAgain: 'Count again',
  preview: {
    title: (source) => `Preview: ${source}`,
    enrolled: 'New',
    already: 'In already',
    outside: 'Not in the segment',
    suppressed: 'Suppressed',
    unsubscribed: 'Unsubscribed',
    nobody: 'There is nobody to add.',
  },
  submit: (n, number) => (number === 1 ? 'Add one person' : `Add ${n} people`),
  justFollow: 'Follow from now on',
  nowFollows: 'New subscribers are added by themselves.',
  stopped: (source) => `The survey no longer follows “${source}”. Who is in stays in.`,
  resumed: (source) => `The survey follows “${source}”. New subscribers are added by themselves.`,
  enrolments: {
    title: 'Where the participants come from',
    source: 'List',
    since: 'Added',
    later: 'New subscribers',
    actions: 'Change',
    follows: 'Are added',
    still: 'Are left out',
    stop: 'Stop following',
    resume: 'Follow',
    forget: 'Take off',
    forgetConfirm: 'The segment no longer stands here and can be deleted. Who is in stays in.',
    forgotten: 'Taken off. Who is in stays in.',
  },
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
  screenedOutNotShown:
    'Who was screened out stands here as “Completed”: where these are few, a code could be told to be theirs otherwise.',
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

export function participantsTexts(locale: ConsoleLocale): ParticipantsTexts {
  return locale === 'de' ? de : en;
}
