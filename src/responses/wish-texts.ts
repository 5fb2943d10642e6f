import type { Locale } from '../common/locale.js';
import type { NoSnooze } from './snooze.rules.js';

interface Words {
  title: string;
  text: string;
}

/** What the pages say on which people choose not this survey, or later. Dates are written out. */
export interface WishTexts {
  instead: string;
  toQuestionnaire(closing: string): string;
  toDecline: string;
  toSnooze: string;
  toUnsubscribe: string;
  undoUnsubscribe: string;
  decline: {
    ask: Words & { saved: string; button: string };
    done: Words & { saved: string; undo: string; button: string; takePart: string };
    undone: Words;
  };
  snooze: {
    ask: { title: string; text(at: string): string; sooner: string; until: string; button: string };
    done: { title: string; text(at: string): string; undo: string; button: string };
    undone: Words;
  };
  refused: Record<Exclude<NoSnooze, 'declined'>, Words>;
}

export const wishTexts: Record<Locale, WishTexts> = {
  de: {
    instead: 'Stattdessen können Sie auch:',
    toQuestionnaire: (closing) => `Den Fragebogen ausfüllen, bis ${closing}`,
    toDecline: 'Diesmal nicht teilnehmen',
    toSnooze: 'Sich später erinnern lassen',
    toUnsubscribe: 'Sich vom Verteiler abmelden',
    undoUnsubscribe: 'Die Abmeldung zurücknehmen',
    decline: {
      ask: {
        title: 'Diesmal nicht teilnehmen?',
        text: 'Zu dieser Umfrage erhalten Sie dann keine Erinnerungen mehr. Auf dem Verteiler bleiben Sie: Einladungen zu anderen Umfragen erreichen Sie weiterhin.',
        saved: 'Was Sie schon ausgefüllt haben, bleibt gespeichert, falls Sie es sich anders überlegen.',
        button: 'Ja, diesmal nicht teilnehmen',
      },
      done: {
        title: 'Sie nehmen diesmal nicht teil',
        text: 'Zu dieser Umfrage erhalten Sie keine Erinnerungen mehr. Auf dem Verteiler bleiben Sie: Einladungen zu anderen Umfragen erreichen Sie weiterhin.',
        saved: 'Was Sie schon ausgefüllt haben, ist noch gespeichert.',
        undo: 'Haben Sie es sich anders überlegt?',
        button: 'Absage zurücknehmen',
        takePart: 'Doch teilnehmen',
      },
      undone: {
        title: 'Ihre Absage ist zurückgenommen',
        text: 'Sie können wieder teilnehmen. Bis zum Teilnahmeschluss können Sie auch noch eine Erinnerung erhalten.',
      },
    },
    snooze: {
      ask: {
        title: 'Später erinnern?',
        text: (at) => `Wir erinnern Sie noch einmal an diese Umfrage: am ${at}.`,
        sooner: 'In drei Tagen wäre die Umfrage schon beendet, deshalb kommt die Mail etwas früher.',
        until: 'Bis dahin schreiben wir Ihnen zu dieser Umfrage nicht.',
        button: 'Ja, später erinnern',
      },
      done: {
        title: 'Wir erinnern Sie später',
        text: (at) => `Sie erhalten am ${at} eine Erinnerung an diese Umfrage.`,
        undo: 'Doch keine Erinnerung zu diesem Zeitpunkt?',
        button: 'Zurücknehmen',
      },
      undone: {
        title: 'Die Erinnerung ist abbestellt',
        text: 'Sie erhalten zu dem gewünschten Zeitpunkt keine Mail. Andere Erinnerungen an diese Umfrage können Sie weiterhin erreichen.',
      },
    },
    refused: {
      completed: {
        title: 'Sie haben schon teilgenommen',
        text: 'Ihre Antworten sind bei uns angekommen. Erinnerungen an diese Umfrage erhalten Sie nicht mehr; Sie brauchen nichts weiter zu tun.',
      },
      closed: {
        title: 'Diese Umfrage ist beendet',
        text: 'Erinnerungen an diese Umfrage verschicken wir nicht mehr; Sie brauchen nichts weiter zu tun.',
      },
      unsubscribed: {
        title: 'Sie sind vom Verteiler abgemeldet',
        text: 'Deshalb schicken wir Ihnen auch keine Erinnerung. Teilnehmen können Sie trotzdem.',
      },
      not_mailed: {
        title: 'Noch gibt es nichts aufzuschieben',
        text: 'Zu dieser Umfrage haben wir Ihnen noch keine Mail geschickt. Teilnehmen können Sie sofort.',
      },
      once: {
        title: 'Wir haben Sie schon einmal später erinnert',
        text: 'Jede Mail lässt sich einmal aufschieben, und diese kam bereits auf Ihren Wunsch. Teilnehmen können Sie weiterhin.',
      },
      no_more: {
        title: 'Eine Erinnerung ist nicht mehr vorgesehen',
        text: 'Zu dieser Umfrage schicken wir Ihnen keine weiteren Mails. Teilnehmen können Sie weiterhin.',
      },
      too_late: {
        title: 'Aufschieben geht nicht mehr',
        text: 'Bis zum Teilnahmeschluss ist nicht mehr genug Zeit für eine spätere Erinnerung.',
      },
    },
  },
  en: {
    instead: 'Instead you can also:',
    toQuestionnaire: (closing) => `Fill in the questionnaire, until ${closing}`,
    toDecline: 'Not take part this time',
    toSnooze: 'Be reminded later',
    toUnsubscribe: 'Unsubscribe from this list',
    undoUnsubscribe: 'Undo unsubscribing',
    decline: {
      ask: {
        title: 'Not this time?',
        text: 'You will then receive no more reminders of this survey. You stay on the list: invitations to other surveys will still reach you.',
        saved: 'What you have filled in so far stays saved, in case you change your mind.',
        button: 'Yes, not this time',
      },
      done: {
        title: 'You are not taking part this time',
        text: 'You will receive no more reminders of this survey. You stay on the list: invitations to other surveys will still reach you.',
        saved: 'What you have filled in so far is still saved.',
        undo: 'Have you changed your mind?',
        button: 'Undo',
        takePart: 'Take part after all',
      },
      undone: {
        title: 'You can take part again',
        text: 'You are no longer marked as not taking part. Until the survey closes you may also receive another reminder.',
      },
    },
    snooze: {
      ask: {
        title: 'Remind you later?',
        text: (at) => `We will remind you of this survey once more: on ${at}.`,
        sooner: 'In three days the survey would be over, so the mail will come a little earlier.',
        until: 'Until then we will not write to you about this survey.',
        button: 'Yes, remind me later',
      },
      done: {
        title: 'We will remind you later',
        text: (at) => `You will receive a reminder of this survey on ${at}.`,
        undo: 'No reminder at that time after all?',
        button: 'Undo',
      },
      undone: {
        title: 'The reminder is cancelled',
        text: 'You will receive no mail at the time you had chosen. Other reminders of this survey may still reach you.',
      },
    },
    refused: {
      completed: {
        title: 'You have already taken part',
        text: 'Your answers have reached us. You will receive no more reminders of this survey; there is nothing more to do.',
      },
      closed: {
        title: 'This survey has ended',
        text: 'We no longer send reminders of this survey; there is nothing more to do.',
      },
      unsubscribed: {
        title: 'You are unsubscribed from the list',
        text: 'So we will not send you a reminder either. You can take part all the same.',
      },
      not_mailed: {
        title: 'There is nothing to put off yet',
        text: 'We have not sent you a mail about this survey yet. You can take part right away.',
      },
      once: {
        title: 'We have already reminded you later once',
        text: 'Each mail can be put off once, and this one came because you asked for it. You can still take part.',
      },
      no_more: {
        title: 'No further reminder is planned',
        text: 'We will send you no more mails about this survey. You can still take part.',
      },
      too_late: {
        title: 'It cannot be put off any more',
        text: 'There is not enough time left before the survey closes for a later reminder.',
      },
    },
  },
};
