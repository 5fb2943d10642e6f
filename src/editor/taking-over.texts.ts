import type { Locale } from '../common/locale.js';

const de = {
  import: {
    title: 'Fragebogen einlesen',
    lead: 'Aus SurveyJS (JSON) oder aus LimeSurvey (.lss). Der jetzige Fragebogen wird ersetzt; „Rückgängig“ holt ihn zurück.',
    newTitle: 'Neue Umfrage aus Datei',
    newLead: 'Ein Fragebogen aus SurveyJS (JSON) oder LimeSurvey (.lss) wird zu einer neuen Umfrage.',
    file: 'Datei',
    fileHint: 'JSON oder .lss, höchstens 4 MB.',
    text: 'Oder als Text einfügen',
    read: 'Einlesen und ansehen',
    nothing: 'Bitte wählen Sie eine Datei oder fügen Sie Text ein.',
    unreadable: 'Diese Datei konnten wir nicht lesen.',
    complete: 'Alles lässt sich übernehmen.',
    found: (pages: number, questions: number) =>
      `${pages === 1 ? '1 Seite' : `${String(pages)} Seiten`}, ${questions === 1 ? '1 Frage' : `${String(questions)} Fragen`}`,
    problems: 'Danach noch zu klären',
    apply: 'Fragebogen ersetzen',
    applied: 'Der Fragebogen ist eingelesen.',
    lost: (leftOut: number, changed: number) =>
      [
        leftOut > 0 && `Nicht übernommen aus LimeSurvey: ${String(leftOut)}`,
        changed > 0 && `Anders übernommen: ${String(changed)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    seen: 'Erledigt, nicht mehr anzeigen',
    toForm: 'Weiter zu den Angaben',
  },
  twin: {
    title: 'Umfrage duplizieren',
    lead: 'Fragebogen, Einstellungen und Texte der Mails werden übernommen; Teilnehmende, Versand und Antworten nicht.',
    copyOf: { de: 'Kopie von ', en: 'Copy of ', fr: 'Copie de ', pl: 'Kopia: ', nl: 'Kopie van ' } as Record<
      Locale,
      string
    >,
    titleIn: (language: string) => `Titel (${language})`,
    closesAt: 'Neuer Teilnahmeschluss',
    create: 'Kopie anlegen',
    created: 'Die Kopie ist angelegt.',
    errors: {
      title: 'Bitte geben Sie einen Titel an.',
      closesAt: 'Bitte geben Sie Datum und Uhrzeit in der Zukunft an.',
    },
  },
  image: {
    title: 'Bild hochladen',
    for: 'Zu welcher Antwort',
    file: 'Bild (PNG, JPEG, WebP oder GIF, höchstens 1 MB)',
    upload: 'Hochladen',
    kind: 'Diese Datei ist kein PNG, JPEG, WebP oder GIF.',
    large: 'Das Bild ist größer als 1 MB.',
    pixels: 'Das Bild hat mehr als 6.000 Pixel auf einer Seite oder mehr als 24 Millionen insgesamt.',
    damaged: 'Das Bild ist beschädigt oder unvollständig. Speichern Sie es in einem Bildprogramm neu.',
    nowhere: 'Diese Antwort gibt es nicht mehr; das Bild wurde nicht gespeichert.',
    missing: 'Bitte wählen Sie ein Bild.',
    noChoices: 'Speichern Sie zuerst die Antworten, eine je Zeile. Dann laden Sie zu jeder ein Bild hoch.',
    done: 'Das Bild ist hochgeladen.',
    without: 'ohne Bild',
  },
};

const en: typeof de = {
  import: {
    title: 'Import a questionnaire',
    lead: 'From SurveyJS (JSON) or from LimeSurvey (.lss). The present questionnaire is replaced; “Undo” brings it back.',
    newTitle: 'New survey from a file',
    newLead: 'A questionnaire from SurveyJS (JSON) or LimeSurvey (.lss) becomes a new survey.',
    file: 'File',
    fileHint: 'JSON or .lss, at most 4 MB.',
    text: 'Or paste as text',
    read: 'Read and look',
    nothing: 'Please choose a file or paste a text.',
    unreadable: 'We could not read this file.',
    complete: 'Everything can be taken over.',
    found: (pages, questions) =>
      `${pages === 1 ? '1 page' : `${String(pages)} pages`}, ${questions === 1 ? '1 question' : `${String(questions)} questions`}`,
    problems: 'To be settled afterwards',
    apply: 'Replace the questionnaire',
    applied: 'The questionnaire is imported.',
    lost: (leftOut, changed) =>
      [
        leftOut > 0 && `Not taken over from LimeSurvey: ${String(leftOut)}`,
        changed > 0 && `Taken over in another way: ${String(changed)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    seen: 'Done, do not show it any more',
    toForm: 'Go on to the details',
  },
  twin: {
    title: 'Duplicate survey',
    lead: 'Questionnaire, settings and texts of the mails are taken over; participants, mailings and responses are not.',
    copyOf: { de: 'Kopie von ', en: 'Copy of ', fr: 'Copie de ', pl: 'Kopia: ', nl: 'Kopie van ' },
    titleIn: (language) => `Title (${language})`,
    closesAt: 'New closing date',
    create: 'Create the copy',
    created: 'The copy is created.',
    errors: { title: 'Please enter a title.', closesAt: 'Please enter date and time in the future.' },
  },
  image: {
    title: 'Upload a picture',
    for: 'For which answer',
    file: 'Picture (PNG, JPEG, WebP or GIF, at most 1 MB)',
    upload: 'Upload',
    kind: 'This file is not a PNG, JPEG, WebP or GIF.',
    large: 'The picture is larger than 1 MB.',
    pixels: 'The picture has more than 6,000 pixels on a side, or more than 24 million in all.',
    damaged: 'The picture is damaged or incomplete. Save it anew in a picture program.',
    nowhere: 'This answer does not exist any more; the picture was not stored.',
    missing: 'Please choose a picture.',
    noChoices: 'Save the answers first, one per line. Then upload a picture for each.',
    done: 'The picture is uploaded.',
    without: 'without a picture',
  },
};

/** What comes into a questionnaire from outside: files, another survey, pictures. */
export const takingOver = { de, en };
