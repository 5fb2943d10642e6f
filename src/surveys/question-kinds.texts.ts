import type { ConsoleLocale } from '../common/locale.js';
import type { KindGroup, KindId } from './question-kinds.js';

interface QuestionKindsTexts {
  groups: Record<KindGroup, string>;
  kinds: Record<KindId, readonly [name: string, sentence: string]>;
  page: string;
  unknown: string;
}

const de: QuestionKindsTexts = {
  groups: {
    text: 'Text',
    choice: 'Auswahl',
    scale: 'Skala',
    table: 'Tabelle',
    ranking: 'Sortieren',
    consent: 'Zustimmung',
    note: 'Hinweistext',
    calculation: 'Berechnung',
    panel: 'Panel',
  },
  kinds: {
    text: ['Textzeile', 'Eine kurze Antwort in eigenen Worten.'],
    comment: ['Mehrzeiliger Text', 'Platz für eine längere Antwort.'],
    number: ['Zahl', 'Eine Zahl, auf Wunsch mit Grenzen.'],
    date: ['Datum', 'Ein Tag aus dem Kalender.'],
    email: ['E-Mail-Adresse', 'Eine Adresse, deren Form geprüft wird.'],
    multipletext: ['Mehrere Textzeilen', 'Mehrere kurze Antworten unter einer Frage.'],
    radiogroup: ['Einfachauswahl', 'Genau eine Antwort aus einer Liste.'],
    checkbox: ['Mehrfachauswahl', 'Beliebig viele Antworten aus einer Liste.'],
    dropdown: ['Auswahlliste', 'Eine Antwort aus einer langen Liste zum Aufklappen.'],
    tagbox: ['Liste mit mehreren', 'Mehrere Antworten aus einer langen Liste.'],
    boolean: ['Ja oder Nein', 'Eine Frage mit zwei Antworten.'],
    imagepicker: ['Bilderauswahl', 'Ein oder mehrere Bilder zur Wahl.'],
    rating: ['Skala', 'Eine Zahl zwischen zwei Polen.'],
    stars: ['Sterne', 'Eine Bewertung mit Sternen.'],
    nps: ['Weiterempfehlung (0–10)', 'Wie wahrscheinlich ist eine Empfehlung?'],
    matrix: ['Tabelle mit einer Wahl je Zeile', 'Mehrere Aussagen, dieselben Antworten.'],
    matrixdropdown: ['Tabelle mit Feldern', 'Je Zeile mehrere kleine Fragen.'],
    ranking: ['Rangfolge', 'Eine Liste in die eigene Reihenfolge bringen.'],
    consent: ['Zustimmung', 'Ein Kästchen, das angekreuzt werden muss.'],
    html: ['Hinweistext', 'Ein Absatz zwischen den Fragen.'],
    expression: ['Berechneter Wert', 'Zeigt an, was sich aus Antworten ergibt.'],
    panel: ['Gruppe von Fragen', 'Fragen, die unter einer Überschrift zusammengehören.'],
  },
  page: 'Seite',
  unknown: 'Unbekannte Art',
};

const en: QuestionKindsTexts = {
  groups: {
    text: 'Text',
    choice: 'Choice',
    scale: 'Scale',
    table: 'Table',
    ranking: 'Ranking',
    consent: 'Consent',
    note: 'Note',
    calculation: 'Calculation',
    panel: 'Panel',
  },
  kinds: {
    text: ['Line of text', 'A short answer in own words.'],
    comment: ['Several lines of text', 'Room for a longer answer.'],
    number: ['Number', 'A number, within bounds if you like.'],
    date: ['Date', 'A day of the calendar.'],
    email: ['E-mail address', 'An address whose form is checked.'],
    multipletext: ['Several short texts', 'Several short answers under one question.'],
    radiogroup: ['Single choice', 'Exactly one answer out of a list.'],
    checkbox: ['Multiple choice', 'Any number of answers out of a list.'],
    dropdown: ['Dropdown', 'One answer out of a long list that opens.'],
    tagbox: ['Dropdown with several', 'Several answers out of a long list.'],
    boolean: ['Yes or no', 'A question with two answers.'],
    imagepicker: ['Pictures', 'One or several pictures to choose from.'],
    rating: ['Scale', 'A number between two poles.'],
    stars: ['Stars', 'A rating with stars.'],
    nps: ['Recommendation (0–10)', 'How likely is a recommendation?'],
    matrix: ['Table with one choice per row', 'Several statements, the same answers.'],
    matrixdropdown: ['Table of fields', 'Several small questions per row.'],
    ranking: ['Ranking', 'Putting a list into one’s own order.'],
    consent: ['Consent', 'A box that has to be ticked.'],
    html: ['Note', 'A paragraph between questions.'],
    expression: ['Calculated value', 'Shows what follows from answers.'],
    panel: ['Group of questions', 'Questions that belong together under a heading.'],
  },
  page: 'Page',
  unknown: 'Unknown kind',
};

/** What the kinds of questions are called, each with a sentence for choosing it. */
export function questionKindsTexts(locale: ConsoleLocale): QuestionKindsTexts {
  return locale === 'de' ? de : en;
}
