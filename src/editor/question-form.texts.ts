import type { ConsoleLocale } from '../common/locale.js';
import type { Label } from './question-fields.texts.js';

interface QuestionFormTexts {
  /** By `property.option`. */
  options: Record<string, string>;
  part: { title: string; type: string; required: string; choices: string; hint: string };
  checks: { regex: Label; minLength: Label; expression: Label; text: Label };
}

const de: QuestionFormTexts = {
  options: {
    'inputType.text': 'Text',
    'inputType.number': 'Zahl',
    'inputType.date': 'Datum',
    'inputType.time': 'Uhrzeit',
    'inputType.email': 'E-Mail-Adresse',
    'inputType.tel': 'Telefonnummer',
    'inputType.url': 'Webadresse',
    'choicesOrder.none': 'wie eingegeben',
    'choicesOrder.random': 'zufällig, je Person gleich bleibend',
    'choicesOrder.asc': 'nach dem Alphabet',
    'choicesOrder.desc': 'nach dem Alphabet, rückwärts',
    'rowOrder.initial': 'wie eingegeben',
    'rowOrder.random': 'zufällig, je Person gleich bleibend',
    'questionOrder.initial': 'wie eingegeben',
    'questionOrder.random': 'zufällig, je Person gleich bleibend',
    'renderAs.radio': 'zwei Antworten nebeneinander',
    'renderAs.checkbox': 'ein Kästchen zum Ankreuzen',
    'rateType.labels': 'Zahlen',
    'rateType.stars': 'Sterne',
    'rateType.smileys': 'Smileys',
    'displayStyle.none': 'wie berechnet',
    'displayStyle.decimal': 'Zahl',
    'displayStyle.percent': 'Prozent',
    'displayStyle.currency': 'Geldbetrag',
    'displayStyle.date': 'Datum',
    'cellType.dropdown': 'Auswahlliste',
    'cellType.radiogroup': 'Einfachauswahl',
    'cellType.checkbox': 'Mehrfachauswahl',
    'cellType.boolean': 'Ja oder Nein',
    'cellType.rating': 'Skala',
    'cellType.text': 'Textzeile',
    'cellType.comment': 'Mehrzeiliger Text',
  },
  part: {
    title: 'Beschriftung',
    type: 'Art',
    required: 'Pflicht',
    choices: 'Antworten, eine je Zeile',
    hint: 'neu',
  },
  checks: {
    regex: ['Muster (regulärer Ausdruck)', 'Zum Beispiel ^\\d{5}$ für eine Postleitzahl.'],
    minLength: ['Mindestens so viele Zeichen'],
    expression: ['Gültig nur, wenn (Ausdruck)', 'Zum Beispiel {bis} >= {von}.'],
    text: ['Hinweis, wenn es nicht passt'],
  },
};

const en: QuestionFormTexts = {
  options: {
    'inputType.text': 'Text',
    'inputType.number': 'Number',
    'inputType.date': 'Date',
    'inputType.time': 'Time',
    'inputType.email': 'E-mail address',
    'inputType.tel': 'Telephone number',
    'inputType.url': 'Web address',
    'choicesOrder.none': 'as entered',
    'choicesOrder.random': 'random, the same for one person',
    'choicesOrder.asc': 'alphabetical',
    'choicesOrder.desc': 'alphabetical, backwards',
    'rowOrder.initial': 'as entered',
    'rowOrder.random': 'random, the same for one person',
    'questionOrder.initial': 'as entered',
    'questionOrder.random': 'random, the same for one person',
    'renderAs.radio': 'two answers beside each other',
    'renderAs.checkbox': 'one box to tick',
    'rateType.labels': 'Numbers',
    'rateType.stars': 'Stars',
    'rateType.smileys': 'Smileys',
    'displayStyle.none': 'as calculated',
    'displayStyle.decimal': 'Number',
    'displayStyle.percent': 'Percent',
    'displayStyle.currency': 'Amount of money',
    'displayStyle.date': 'Date',
    'cellType.dropdown': 'Dropdown',
    'cellType.radiogroup': 'Single choice',
    'cellType.checkbox': 'Multiple choice',
    'cellType.boolean': 'Yes or no',
    'cellType.rating': 'Scale',
    'cellType.text': 'Line of text',
    'cellType.comment': 'Several lines of text',
  },
  part: { title: 'Label', type: 'Kind', required: 'required', choices: 'Answers, one per line', hint: 'new' },
  checks: {
    regex: ['Pattern (regular expression)', 'For example ^\\d{5}$ for a postcode.'],
    minLength: ['At least so many characters'],
    expression: ['Valid only if (expression)', 'For example {to} >= {from}.'],
    text: ['Message when it does not fit'],
  },
};

/** What can be chosen in the fields of a question, and the words of its parts and checks. */
export function questionFormTexts(locale: ConsoleLocale): QuestionFormTexts {
  return locale === 'de' ? de : en;
}
