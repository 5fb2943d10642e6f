import type { Locale } from '../common/locale.js';

const de = {
  off: 'Ein offener Link führt alle zur Umfrage, die ihn kennen, zum Beispiel aus einem Brief, von einem Plakat oder einer Internetseite. Wer darüber antwortet, bleibt unbekannt und kann mehrfach antworten; diese Antworten zählen wir getrennt, ohne Rücklaufquote.',
  settings: 'Offener Link',
  on: 'Offener Link ist eingeschaltet',
  onHint: 'Antworten nimmt er nur an, solange die Umfrage läuft.',
  slug: 'Kurzcode',
  slugHint: 'Ende der Adresse: 3 bis 40 Buchstaben a–z, Ziffern und Bindestriche. Leer: Wir machen einen.',
  perMinute: 'Antworten je Minute, höchstens',
  perMinuteHint:
    'Darüber hinaus bitten wir, es gleich noch einmal zu versuchen. Nichts Eingegebenes geht verloren.',
  save: 'Speichern',
  saved: 'Der offene Link ist gespeichert.',
  address: 'Adresse',
  orType: (address: string) => `Oder ${address} öffnen und den Kurzcode eintippen:`,
  qr: 'QR-Code der Adresse',
  download: 'QR-Code als SVG',
  print: 'Druckansicht für Briefe',
  printHint: 'Eine Seite A5 mit QR-Code, Kurzcode und Titel.',
  notOpen: 'Die Umfrage nimmt gerade keine Antworten an. Der Link sagt das, bis sie läuft.',
  errors: {
    taken: 'Diesen Kurzcode hat schon eine andere Umfrage. Bitte wählen Sie einen anderen.',
    slug: 'Bitte wählen Sie 3 bis 40 Buchstaben a–z, Ziffern und Bindestriche, zum Beispiel zukunft-2027.',
    perMinute: 'Bitte geben Sie eine Zahl von 1 bis 10000 ein.',
  },
  letter: {
    take: 'Nehmen Sie teil',
    scan: 'Code mit der Kamera Ihres Telefons öffnen',
    until: (date: string) => `Bis ${date}`,
  },
};

export type OpenLinkConsoleTexts = typeof de;

const en: OpenLinkConsoleTexts = {
  off: 'An open link leads everybody to the survey who knows it, for example from a letter, a poster or a web page. Whoever answers through it stays unknown and can answer more than once; these responses are counted apart, without a response rate.',
  settings: 'Open link',
  on: 'The open link is on',
  onHint: 'It takes answers only while the survey is open.',
  slug: 'Short code',
  slugHint: 'End of the address: 3 to 40 letters a–z, digits and hyphens. Empty: we make one.',
  perMinute: 'Responses per minute, at most',
  perMinuteHint: 'Beyond that people are asked to try again in a moment. Nothing they typed is lost.',
  save: 'Save',
  saved: 'The open link is saved.',
  address: 'Address',
  orType: (address) => `Or open ${address} and type the short code:`,
  qr: 'QR code of the address',
  download: 'QR code as SVG',
  print: 'Print view for letters',
  printHint: 'One A5 page with QR code, short code and title.',
  notOpen: 'The survey takes no answers at the moment. The link says so until it does.',
  errors: {
    taken: 'Another survey has this short code already. Please choose another one.',
    slug: 'Please choose 3 to 40 letters a–z, digits and hyphens, for example future-2027.',
    perMinute: 'Please enter a number from 1 to 10000.',
  },
  letter: {
    take: 'Take part',
    scan: 'Open the code with the camera of your phone',
    until: (date) => `Until ${date}`,
  },
};

export function openLinkTexts(locale: Locale): OpenLinkConsoleTexts {
  return locale === 'de' ? de : en;
}
