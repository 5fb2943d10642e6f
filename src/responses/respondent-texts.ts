import type { Locale } from '../common/locale.js';
import type { Privacy } from '../surveys/survey.entity.js';

/** Everything participants read on our pages besides the questionnaire itself. */
export interface RespondentTexts {
  skipToContent: string;
  language: string;
  errorPrefix: string;
  pageOf(page: number, pages: number): string;
  closingDate: string;
  duration: string;
  minutes(count: number): string;
  confidentiality: string;
  requiredNote: string;
  required: string;
  next: string;
  back: string;
  submit: string;
  savedByPage: string;
  savedOnOnePage: string;
  savedAtTheEnd: string;
  errorSummary(count: number): string;
  contact: string;
  privacyNotice: string;
  imprint: string;
  yes: string;
  no: string;
  pleaseChoose: string;
  sayWhich(choice: string): string;
  optionalWords: string;
  atMostCharacters(count: number): string;
  numberBetween(min: string | null, max: string | null): string | null;
  chooseCount(min: number | null, max: number | null): string | null;
  means(value: string, text: string): string;
  topic: string;
  thankYou: { title: string; received: string; close: string };
  /** Shown after closing to whoever had begun. */
  grace(minutes: number): string;
  closed: { title: string; on(date: string): string; thanks: string };
  wrongLink: {
    title: string;
    reasons: string;
    advice: string;
    /** For a link that was not to a survey. */
    unknownTitle: string;
    unknownAdvice: string;
  };
  unsubscribe: {
    ask: { title: string; text(sender: string): string; button: string; surveyNote: string };
    done: { title: string; text(sender: string): string; undo: string; button: string };
    undone: { title: string; text(sender: string): string };
  };
  /** After closing: what became of answers that were not submitted. */
  closedWith: { saved: string; lost: string };
  /** Some answers of a page have brought up further questions on it. */
  appeared(count: number): string;
  /** An answer was chosen in a letter. */
  chosenInMail: string;
  /** Stands on every page while submitted answers are changed. */
  changing: string;
  screenedOut: { title: string; received: string };
  change: { possible: string; button: string; begun: string; goOn: string; discard: string };
  openLink: OpenLinkTexts;
  /** Beside a question whose condition to be answered does not hold. */
  notAnswerableNow: string;
  fromTo(min: string | null, max: string | null): string | null;
  atLeastCharacters(count: number): string;
  rankAll: string;
  rankSome(min: number | null, max: number | null): string;
  /** In the list of places of one entry. */
  noPlace: string;
  eachColumnOnce: string;
  search: string;
  accessibility: string;
  /** Said by the script; what it puts in stands as %1, %2, %3. */
  script: {
    found: string;
    chosen: string;
    charactersLeft: string;
    charactersOver: string;
    up: string;
    down: string;
    takeOrder: string;
    place: string;
    unplaced: string;
  };
}

/** What only people behind an open link read. */
export interface OpenLinkTexts {
  /** Page where a short code is typed. */
  enter: { title: string; label: string; hint: string; button: string; unknown: string };
  answeredTitle: string;
  answered: string;
  again: string;
  tooMany: string;
  /** What is stored of somebody whom no personal link names. */
  privacy: Record<Privacy, string>;
}

export const respondentTexts: Record<Locale, RespondentTexts> = {
  de: {
    skipToContent: 'Zum Inhalt springen',
    language: 'Sprache',
    errorPrefix: 'Fehler: ',
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
    closingDate: 'Teilnahmeschluss',
    duration: 'Dauer',
    minutes: (count) => (count === 1 ? 'etwa eine Minute' : `etwa ${count} Minuten`),
    confidentiality: 'Ihre Daten',
    requiredNote: 'Fragen mit dem Zusatz „Pflichtfrage“ brauchen eine Antwort. Alle anderen sind freiwillig.',
    required: 'Pflichtfrage',
    next: 'Weiter',
    back: 'Zurück',
    submit: 'Antworten absenden',
    savedOnOnePage: 'Ihre Antworten werden gespeichert, wenn Sie sie absenden.',
    savedByPage:
      'Mit jeder Seite werden Ihre Antworten gespeichert. Sie können unterbrechen und über Ihren persönlichen Link weitermachen.',
    savedAtTheEnd: 'Ihre Antworten werden erst gespeichert, wenn Sie sie auf der letzten Seite absenden.',
    errorSummary: (count) =>
      count === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${count} Angaben`,
    contact: 'Fragen zur Umfrage?',
    privacyNotice: 'Datenschutzhinweise',
    imprint: 'Impressum',
    yes: 'Ja',
    no: 'Nein',
    pleaseChoose: 'Bitte wählen',
    sayWhich: (choice) => `Zu „${choice}“: Was meinen Sie?`,
    optionalWords: 'Nur, wenn Sie diese Antwort wählen.',
    atMostCharacters: (count) => `Höchstens ${count} Zeichen.`,
    numberBetween: (min, max) => {
      if (min !== null && max !== null) return `Eine Zahl von ${min} bis ${max}.`;
      if (min !== null) return `Eine Zahl ab ${min}.`;
      return max === null ? null : `Eine Zahl bis ${max}.`;
    },
    chooseCount: (min, max) => {
      if (min !== null && max !== null) {
        return min === max
          ? `Bitte wählen Sie ${min} Antworten.`
          : `Bitte wählen Sie ${min} bis ${max} Antworten.`;
      }
      if (min !== null) return `Bitte wählen Sie mindestens ${min} Antworten.`;
      return max === null ? null : `Sie können bis zu ${max} Antworten wählen.`;
    },
    means: (value, text) => `${value} = ${text}`,
    topic: 'Thema',
    thankYou: {
      title: 'Vielen Dank für Ihre Teilnahme',
      received: 'Ihre Antworten sind bei uns angekommen.',
      close: 'Sie können dieses Fenster jetzt schließen.',
    },
    grace: (minutes) =>
      `Der Teilnahmeschluss ist vorbei. Weil Sie schon begonnen haben, können Sie bis ${minutes} Minuten danach noch absenden.`,
    closed: {
      title: 'Diese Umfrage ist beendet',
      on: (date) => `Teilnahmeschluss war am ${date}. Antworten können nicht mehr abgegeben werden.`,
      thanks: 'Vielen Dank für Ihr Interesse.',
    },
    wrongLink: {
      title: 'Dieser Link führt zu keiner Umfrage',
      unknownTitle: 'Dieser Link gilt nicht',
      unknownAdvice:
        'Bitte öffnen Sie den Link noch einmal direkt aus der Mail oder kopieren Sie ihn vollständig. Hilft das nicht, antworten Sie bitte auf die Mail und schreiben Sie, dass Sie sich abmelden möchten.',
      reasons: 'Vielleicht wurde er beim Kopieren gekürzt oder in der Mail umgebrochen.',
      advice:
        'Bitte öffnen Sie den Link noch einmal direkt aus der Mail oder kopieren Sie ihn vollständig. Hilft das nicht, antworten Sie bitte auf die Mail, mit der Sie eingeladen wurden.',
    },
    unsubscribe: {
      ask: {
        title: 'Vom Verteiler abmelden?',
        text: (sender) =>
          `Danach erhalten Sie über diesen Verteiler keine Einladungen und Erinnerungen mehr (Absender: ${sender}).`,
        button: 'Ja, abmelden',
        surveyNote: 'Möchten Sie weiter Mails erhalten, schließen Sie einfach dieses Fenster.',
      },
      done: {
        title: 'Sie sind abgemeldet',
        text: (sender) => `Sie erhalten über diesen Verteiler keine Mails mehr (Absender: ${sender}).`,
        undo: 'War das ein Versehen?',
        button: 'Abmeldung zurücknehmen',
      },
      undone: {
        title: 'Sie erhalten weiter Mails',
        text: (sender) =>
          `Ihre Abmeldung ist zurückgenommen; Sie erhalten wieder Mails über diesen Verteiler (Absender: ${sender}).`,
      },
    },
    closedWith: {
      saved:
        'Was Sie bis dahin ausgefüllt hatten, ist gespeichert, aber nicht abgesendet: Es zählt nicht als Teilnahme. Wird der Teilnahmeschluss noch verschoben, können Sie über Ihren Link dort weitermachen.',
      lost: 'Ihre Antworten konnten deshalb nicht mehr angenommen werden und sind nicht gespeichert.',
    },
    appeared: (count) =>
      count === 1
        ? 'Aus Ihren Antworten ergibt sich noch eine Frage auf dieser Seite.'
        : `Aus Ihren Antworten ergeben sich noch ${count} Fragen auf dieser Seite.`,
    chosenInMail:
      'Ihre Auswahl aus der Mail ist eingetragen, aber noch nicht gespeichert. Bitte gehen Sie weiter oder senden Sie ab.',
    changing:
      'Sie ändern Ihre Antworten. Bis Sie sie am Ende neu absenden, gilt, was Sie bereits abgesendet haben.',
    screenedOut: {
      title: 'Vielen Dank für Ihr Interesse',
      received: 'Diese Umfrage richtet sich an andere Personen. Für Sie ist sie hier zu Ende.',
    },
    change: {
      possible: 'Bis zum Teilnahmeschluss können Sie Ihre Antworten noch ändern.',
      button: 'Antworten ändern',
      begun: 'Sie haben begonnen, Ihre Antworten zu ändern. Noch gilt, was Sie abgesendet haben.',
      goOn: 'Weiter ändern',
      discard: 'Änderungen verwerfen',
    },
    openLink: {
      enter: {
        title: 'Zur Umfrage mit Kurzcode',
        label: 'Kurzcode',
        hint: 'Er steht in Ihrem Brief. Groß- und Kleinschreibung spielen keine Rolle.',
        button: 'Zur Umfrage',
        unknown: 'Zu diesem Kurzcode gibt es keine Umfrage. Bitte vergleichen Sie ihn mit Ihrem Brief.',
      },
      answeredTitle: 'Von diesem Gerät wurde schon geantwortet',
      answered: 'Die Antworten sind angekommen. Möchte noch jemand mit diesem Gerät teilnehmen?',
      again: 'Noch einmal antworten',
      tooMany:
        'Gerade gehen sehr viele Antworten ein. Ihre Antworten sind noch nicht gespeichert: Bitte senden Sie sie in einer Minute noch einmal ab.',
      privacy: {
        identified:
          'Wir wissen nicht, wer über diesen Link antwortet: Gespeichert werden nur Ihre Antworten, die Sprache und der Zeitpunkt.',
        pseudonymous:
          'Wir wissen nicht, wer über diesen Link antwortet: Gespeichert werden nur Ihre Antworten, die Sprache und der Tag.',
        anonymous: 'Diese Umfrage ist anonym: Gespeichert werden nur Ihre Antworten, auch kein Zeitpunkt.',
      },
    },
    notAnswerableNow:
      'Diese Frage können Sie im Moment nicht beantworten. Das hängt von Ihren anderen Antworten ab.',
    fromTo: (min, max) => {
      if (min !== null && max !== null) return `Von ${min} bis ${max}.`;
      if (min !== null) return `Frühestens ${min}.`;
      return max === null ? null : `Spätestens ${max}.`;
    },
    atLeastCharacters: (count) => `Mindestens ${count} Zeichen.`,
    rankAll: 'Bitte bringen Sie alles in eine Reihenfolge. 1 ist der erste Platz.',
    rankSome: (min, max) => {
      if (min !== null && max !== null)
        return `Bitte vergeben Sie ${min} bis ${max} Plätze. 1 ist der erste.`;
      if (min !== null) return `Bitte vergeben Sie mindestens ${min} Plätze. 1 ist der erste.`;
      return max === null
        ? 'Vergeben Sie so viele Plätze, wie Sie möchten. 1 ist der erste.'
        : `Sie können bis zu ${max} Plätze vergeben. 1 ist der erste.`;
    },
    noPlace: 'ohne Platz',
    eachColumnOnce: 'Jede Antwort kann nur einmal gewählt werden.',
    search: 'Liste durchsuchen',
    accessibility: 'Barrierefreiheit',
    script: {
      found: '%1 von %2 passen',
      chosen: 'Gewählt: %1',
      charactersLeft: 'Noch %1 Zeichen',
      charactersOver: '%1 Zeichen zu viel',
      up: '%1 nach oben',
      down: '%1 nach unten',
      takeOrder: 'Reihenfolge so übernehmen',
      place: '%1: Platz %2 von %3',
      unplaced: '%1: ohne Platz',
    },
  },
  en: {
    skipToContent: 'Skip to content',
    language: 'Language',
    errorPrefix: 'Error: ',
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    closingDate: 'Open until',
    duration: 'Takes',
    minutes: (count) => (count === 1 ? 'about one minute' : `about ${count} minutes`),
    confidentiality: 'Your data',
    requiredNote: 'Questions marked “required” need an answer. All others are up to you.',
    required: 'required',
    next: 'Continue',
    back: 'Back',
    submit: 'Submit answers',
    savedOnOnePage: 'Your answers are saved when you submit them.',
    savedByPage:
      'Your answers are saved with every page. You can stop and go on later through your personal link.',
    savedAtTheEnd: 'Your answers are only saved when you submit them on the last page.',
    errorSummary: (count) => (count === 1 ? 'Please check one answer' : `Please check ${count} answers`),
    contact: 'Questions about the survey?',
    privacyNotice: 'Privacy notice',
    imprint: 'Imprint',
    yes: 'Yes',
    no: 'No',
    pleaseChoose: 'Please choose',
    sayWhich: (choice) => `About “${choice}”: what do you mean?`,
    optionalWords: 'Only if you choose this answer.',
    atMostCharacters: (count) => `At most ${count} characters.`,
    numberBetween: (min, max) => {
      if (min !== null && max !== null) return `A number from ${min} to ${max}.`;
      if (min !== null) return `A number of ${min} or more.`;
      return max === null ? null : `A number of ${max} or less.`;
    },
    chooseCount: (min, max) => {
      if (min !== null && max !== null) {
        return min === max ? `Please choose ${min} answers.` : `Please choose ${min} to ${max} answers.`;
      }
      if (min !== null) return `Please choose at least ${min} answers.`;
      return max === null ? null : `You can choose up to ${max} answers.`;
    },
    means: (value, text) => `${value} = ${text}`,
    topic: 'Topic',
    thankYou: {
      title: 'Thank you for taking part',
      received: 'Your answers have reached us.',
      close: 'You can close this window now.',
    },
    grace: (minutes) =>
      `The closing date has passed. As you had begun, you can still submit until ${minutes} minutes after it.`,
    closed: {
      title: 'This survey has ended',
      on: (date) => `It was open until ${date}. Answers can no longer be given.`,
      thanks: 'Thank you for your interest.',
    },
    wrongLink: {
      title: 'This link does not lead to a survey',
      unknownTitle: 'This link is not valid',
      unknownAdvice:
        'Please open the link once more from the mail itself, or copy all of it. If that does not help, please reply to the mail and say that you wish to unsubscribe.',
      reasons: 'Perhaps it was cut off when it was copied, or broken across lines in the mail.',
      advice:
        'Please open the link once more from the mail itself, or copy all of it. If that does not help, please reply to the mail that invited you.',
    },
    unsubscribe: {
      ask: {
        title: 'Unsubscribe from this list?',
        text: (sender) => `You will then receive no more invitations and reminders from ${sender}.`,
        button: 'Yes, unsubscribe',
        surveyNote: 'If you would like to go on receiving mails, simply close this window.',
      },
      done: {
        title: 'You are unsubscribed',
        text: (sender) => `You will receive no more mails from ${sender} through this list.`,
        undo: 'Was this a mistake?',
        button: 'Undo unsubscribing',
      },
      undone: {
        title: 'You will go on receiving mails',
        text: (sender) =>
          `Your unsubscribing has been undone. ${sender} can write to you through this list again.`,
      },
    },
    closedWith: {
      saved:
        'What you had filled in until then is saved but not submitted: it does not count as taking part. If the closing date is moved, you can go on there through your link.',
      lost: 'Your answers could therefore no longer be accepted, and they are not saved.',
    },
    appeared: (count) =>
      count === 1
        ? 'Your answers have brought up one more question on this page.'
        : `Your answers have brought up ${count} more questions on this page.`,
    chosenInMail: 'Your choice from the mail is filled in but not saved yet. Please continue or submit.',
    changing:
      'You are changing your answers. Until you submit them again at the end, what you have submitted before counts.',
    screenedOut: {
      title: 'Thank you for your interest',
      received: 'This survey is meant for other people. For you it ends here.',
    },
    change: {
      possible: 'You can change your answers until the survey closes.',
      button: 'Change answers',
      begun: 'You have begun to change your answers. What you have submitted still counts.',
      goOn: 'Go on changing',
      discard: 'Discard changes',
    },
    openLink: {
      enter: {
        title: 'To the survey by short code',
        label: 'Short code',
        hint: 'It stands in your letter. Capital and small letters are the same.',
        button: 'To the survey',
        unknown: 'There is no survey with this short code. Please compare it with your letter.',
      },
      answeredTitle: 'This device has been used to answer already',
      answered: 'The answers have reached us. Would somebody else like to take part with this device?',
      again: 'Answer once more',
      tooMany:
        'Very many answers are coming in at the moment. Yours are not saved yet: please submit them again in a minute.',
      privacy: {
        identified:
          'We do not know who answers through this link: only your answers, the language and the time are stored.',
        pseudonymous:
          'We do not know who answers through this link: only your answers, the language and the day are stored.',
        anonymous: 'This survey is anonymous: only your answers are stored, and no time either.',
      },
    },
    notAnswerableNow: 'You cannot answer this question right now. It depends on your other answers.',
    fromTo: (min, max) => {
      if (min !== null && max !== null) return `From ${min} to ${max}.`;
      if (min !== null) return `Not before ${min}.`;
      return max === null ? null : `Not after ${max}.`;
    },
    atLeastCharacters: (count) => `At least ${count} characters.`,
    rankAll: 'Please put everything in order. 1 is the first place.',
    rankSome: (min, max) => {
      if (min !== null && max !== null) return `Please give ${min} to ${max} places. 1 is the first.`;
      if (min !== null) return `Please give at least ${min} places. 1 is the first.`;
      return max === null
        ? 'Give as many places as you like. 1 is the first.'
        : `You can give up to ${max} places. 1 is the first.`;
    },
    noPlace: 'no place',
    eachColumnOnce: 'Each answer can be chosen only once.',
    search: 'Search the list',
    accessibility: 'Accessibility',
    script: {
      found: '%1 of %2 match',
      chosen: 'Chosen: %1',
      charactersLeft: '%1 characters left',
      charactersOver: '%1 characters too many',
      up: 'Move %1 up',
      down: 'Move %1 down',
      takeOrder: 'Take this order',
      place: '%1: place %2 of %3',
      unplaced: '%1: no place',
    },
  },
};
