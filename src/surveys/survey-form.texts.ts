import type { ConsoleLocale } from '../common/locale.js';

const de = {
  newTitle: 'Neue Umfrage',
  newLead: 'Nichts davon geht schon hinaus: Erst veröffentlichen Sie, dann laden Sie ein.',
  what: 'Worum es geht',
  titleIn: (language: string) => `Titel auf ${language}`,
  titleHint: 'Steht über dem Fragebogen und in den Mails.',
  languages: 'Sprachen',
  languagesHint: 'In diesen Sprachen können die Menschen antworten.',
  moreLanguagesHint:
    'In diesen Sprachen können die Menschen antworten. Weitere können dazukommen; wo im Fragebogen eine Übersetzung fehlt, steht der Text so, wie er zuerst geschrieben wurde. Briefe mit eigenen Worten brauchen auch in der neuen Sprache welche, sonst geht der vorgegebene Text hinaus.',
  languageOptions: {
    de: 'Deutsch',
    en: 'Englisch',
    fr: 'Französisch',
    pl: 'Polnisch',
    nl: 'Niederländisch',
  },
  until: 'Bis wann',
  closesAt: 'Teilnahmeschluss',
  closesAtHint: 'Datum und Uhrzeit am Ort der Umfrage.',
  timeZone: 'Zeitzone',
  timeZoneHint: 'IANA-Name, zum Beispiel Europe/Berlin.',
  privacyTitle: 'Vertraulichkeit',
  privacyHint: 'Wird bei der Veröffentlichung festgelegt und den Teilnehmenden in einem Satz gesagt.',
  privacyOptions: {
    identified: {
      label: 'Namentlich',
      hint: 'Wir speichern, wer was geantwortet hat. Begonnene Antworten werden Seite für Seite gesichert.',
    },
    pseudonymous: {
      label: 'Mit Code statt Namen',
      hint: 'Antworten tragen einen Code und ihren Tag, keinen Namen. Vom Code zur Person führt nur der geheime Schlüssel dieses Servers. Begonnene Antworten werden gesichert.',
    },
    anonymous: {
      label: 'Anonym',
      hint: 'Antwort und Person haben nichts gemeinsam: keinen Schlüssel, keine genaue Zeit, keine Reihenfolge. Niemand kann es nachträglich verknüpfen.',
    },
  },
  textsTitle: 'Freie Texte in anonymen Umfragen',
  textsStayWithAnswers: {
    label: 'Texte bleiben bei den übrigen Antworten',
    hint: 'Sonst werden Texte für sich ausgegeben, in eigener Reihenfolge, damit niemand an seiner Schreibweise samt allen Antworten erkannt wird. Den Teilnehmenden wird gesagt, wenn sie zusammenbleiben.',
  },
  changesTitle: 'Nach dem Absenden',
  mayChangeAnswers: {
    label: 'Antworten dürfen bis zum Teilnahmeschluss geändert werden',
    hint: 'Über den persönlichen Link. Frühere Angaben bleiben als Verlauf erhalten. Nicht in anonymen Umfragen.',
  },
  sender: 'Absender',
  senderName: 'Name',
  senderNameHint: 'So erscheint der Absender im Postfach.',
  senderEmail: 'E-Mail-Adresse',
  senderEmailHint: 'Antworten auf die Mails kommen hier an.',
  senderAddress: 'Anschrift',
  senderAddressHint: 'Steht am Ende jeder Mail.',
  privacyUrl: 'Link zur Datenschutzerklärung',
  imprintUrl: 'Link zum Impressum',
  questionnaire: 'Fragebogen',
  questionnaireHint:
    'SurveyJS-JSON, eingefügt oder als Datei. Was davon nicht gefragt werden kann, sagt der Editor.',
  start: 'Womit beginnen?',
  starts: {
    empty: { label: 'Leer', hint: 'Sie bauen die Fragen im Editor.' },
    sample: {
      label: 'Beispiel: Städtepartnerschaften in Nordrhein-Westfalen',
      hint: 'Ein fertiger Fragebogen auf Deutsch und Englisch, den Sie umbauen können.',
    },
  },
  ownJson: 'Ich habe schon einen Fragebogen als SurveyJS-JSON',
  file: 'Oder als Datei',
  fileHint: 'Eine Datei ersetzt den Text darüber.',
  create: 'Umfrage anlegen',
  save: 'Speichern',
  created: 'Die Umfrage ist angelegt. Bauen Sie jetzt den Fragebogen.',
  saved: 'Gespeichert.',
  fixed:
    'Die Vertraulichkeit steht seit der Veröffentlichung fest. Ein geänderter Fragebogen gilt, sobald Sie ihn als neue Fassung veröffentlichen.',
  problems: (n: number) =>
    n === 1 ? 'Eine Stelle im Fragebogen passt nicht' : `${String(n)} Stellen im Fragebogen passen nicht`,
  problemsHint: 'Jede Zeile nennt die Stelle im JSON und was dort nicht stimmt.',
  imported: { leftOut: 'Was nicht übernommen werden kann', changed: 'Was anders übernommen wird' },
  errors: {
    mayChangeAnswers:
      'In einer anonymen Umfrage weiß niemand, welche Antworten von wem sind: Sie lassen sich nicht ändern.',
    title: 'Bitte geben Sie einen Titel an.',
    languages: 'Bitte wählen Sie mindestens eine Sprache.',
    closesAt: 'Bitte geben Sie Datum und Uhrzeit an.',
    closesInPast: 'Dieser Zeitpunkt liegt in der Vergangenheit. Bitte wählen Sie einen späteren.',
    timeZone: 'Diese Zeitzone kennen wir nicht. Ein Beispiel: Europe/Berlin.',
    senderName: 'Bitte geben Sie einen Namen an.',
    senderEmail: 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel buero@example.org.',
    url: 'Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
    json: 'Das ist kein gültiges JSON.',
  },
};

export type SurveyFormTexts = typeof de;

const en: SurveyFormTexts = {
  newTitle: 'New survey',
  newLead: 'Nothing of this goes out yet: you publish first, then you invite.',
  what: 'What it is about',
  titleIn: (language) => `Title in ${language}`,
  titleHint: 'Stands above the questionnaire and in the mails.',
  languages: 'Languages',
  languagesHint: 'People can answer in these languages.',
  moreLanguagesHint:
    'People can answer in these languages. More can be added; where the questionnaire lacks a translation, the text stands as it was first written. Letters in your own words need some in the new language too, else the standard text goes out.',
  languageOptions: { de: 'German', en: 'English', fr: 'French', pl: 'Polish', nl: 'Dutch' },
  until: 'Until when',
  closesAt: 'Closing date',
  closesAtHint: 'Date and time where the survey takes place.',
  timeZone: 'Time zone',
  timeZoneHint: 'IANA name, for example Europe/Berlin.',
  privacyTitle: 'Confidentiality',
  privacyHint: 'Fixed at publication and told to participants in one sentence.',
  privacyOptions: {
    identified: {
      label: 'Identified',
      hint: 'We store who answered what. Answers that were begun are kept page by page.',
    },
    pseudonymous: {
      label: 'A code instead of a name',
      hint: 'Responses bear a code and their day, no name. Only the secret key of this server leads from the code to the person. Answers that were begun are kept.',
    },
    anonymous: {
      label: 'Anonymous',
      hint: 'Response and person have nothing in common: no key, no exact time, no order. Nobody can join them later.',
    },
  },
  textsTitle: 'Free texts in anonymous surveys',
  textsStayWithAnswers: {
    label: 'Texts stay with the other answers',
    hint: 'Otherwise texts are exported by themselves, in an order of their own, so that nobody’s way of writing gives all their answers away. Participants are told if they stay together.',
  },
  changesTitle: 'After submitting',
  mayChangeAnswers: {
    label: 'Answers may be changed until the closing date',
    hint: 'Through the personal link. What was said before is kept as history. Not in anonymous surveys.',
  },
  sender: 'Sender',
  senderName: 'Name',
  senderNameHint: 'How the sender appears in the mailbox.',
  senderEmail: 'E-mail address',
  senderEmailHint: 'Replies to the mails arrive here.',
  senderAddress: 'Postal address',
  senderAddressHint: 'Stands at the end of every mail.',
  privacyUrl: 'Link to the privacy notice',
  imprintUrl: 'Link to the imprint',
  questionnaire: 'Questionnaire',
  questionnaireHint: 'SurveyJS JSON, pasted or as a file. The editor says what of it cannot be asked.',
  start: 'What to begin with?',
  starts: {
    empty: { label: 'Empty', hint: 'You build the questions in the editor.' },
    sample: {
      label: 'Example: town twinning in North Rhine-Westphalia',
      hint: 'A complete questionnaire in German and English, to be rebuilt.',
    },
  },
  ownJson: 'I have a questionnaire as SurveyJS JSON already',
  file: 'Or as a file',
  fileHint: 'A file replaces the text above.',
  create: 'Create survey',
  save: 'Save',
  created: 'The survey is created. Now build the questionnaire.',
  saved: 'Saved.',
  fixed:
    'Confidentiality is fixed since publication. A changed questionnaire holds once you publish it as a new version.',
  problems: (n) =>
    n === 1
      ? 'One place in the questionnaire is wrong'
      : `${String(n)} places in the questionnaire are wrong`,
  problemsHint: 'Each line names the place in the JSON and what is wrong there.',
  imported: { leftOut: 'What cannot be taken over', changed: 'What is taken over in another way' },
  errors: {
    mayChangeAnswers: 'In an anonymous survey nobody knows which answers are whose: they cannot be changed.',
    title: 'Please enter a title.',
    languages: 'Please choose at least one language.',
    closesAt: 'Please enter date and time.',
    closesInPast: 'This time has passed. Please choose a later one.',
    timeZone: 'We do not know this time zone. An example: Europe/Berlin.',
    senderName: 'Please enter a name.',
    senderEmail: 'Please enter an e-mail address, for example office@example.org.',
    url: 'Please enter a full address that begins with https://.',
    json: 'This is not valid JSON.',
  },
};

/** What staff say about a survey, when it is new and later. */
export function surveyFormTexts(locale: ConsoleLocale): SurveyFormTexts {
  return locale === 'de' ? de : en;
}
