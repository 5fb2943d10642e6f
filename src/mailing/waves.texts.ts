import type { ConsoleLocale } from '../common/locale.js';

const de = {
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
  stages: 'Versandstufen',
  rolling: 'fortlaufend',
  ended: 'Abgebrochen',
  sendAt: {
    now: 'Sofort',
    local: (when: string) => when,
    beforeClosing: (days: number, time: string) =>
      days === 0
        ? `Am Tag des Teilnahmeschlusses um ${time} Uhr`
        : `${days === 1 ? 'Einen Tag' : `${String(days)} Tage`} vor Teilnahmeschluss um ${time} Uhr`,
    afterInvitation: (days: number, time: string) =>
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
};

const en: typeof de = {
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
  stages: 'All mailings',
  rolling: 'rolling',
  ended: 'Cancelled',
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
};

/** The waves of a survey and what staff do with them. */
export function wavesTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
