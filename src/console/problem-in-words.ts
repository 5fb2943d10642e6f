import type { ConsoleLocale } from '../common/locale.js';
import { questionnaireProblems } from './questionnaire-problems.js';

/**
 * What the parts below the pages say is wrong, in German. Their messages are English, as scripts read
 * them too; `$1` and so on take over what a message names. Grouped by where they come from.
 */
const german: readonly (readonly [RegExp, string])[] = [
  ...questionnaireProblems,

  // JSON that is none (V8)
  [/^.* in JSON at position \d+ \(line (\d+) column (\d+)\)$/s, 'Fehler in Zeile $1, Spalte $2.'],
  [/^Unexpected end of JSON input$/, 'Der Text bricht vor seinem Ende ab.'],
  [/^Unexpected token '(.+)', .* is not valid JSON$/s, 'Das Zeichen „$1“ passt hier nicht.'],

  // Letters
  [
    /^unknown field (\{\{.*\}\}); allowed are (.+)$/,
    'Den Platzhalter $1 gibt es nicht; möglich sind hier $2.',
  ],
  [
    /^double braces that do not enclose a field, as in \{\{greeting\}\}$/,
    'Doppelte Klammern umschließen keinen Platzhalter; richtig wäre zum Beispiel {{greeting}}.',
  ],
  [/^must not be empty$/, 'Bitte schreiben Sie einen Text.'],
  [/^must not be longer than (\d+) characters$/, 'Der Text ist länger als $1 Zeichen.'],
  [
    /^has a paragraph with more than (\d+) of the characters \* _ \[$/,
    'In einem Absatz stehen mehr als $1 der Zeichen * _ [. Bitte schreiben Sie weniger davon, oder teilen Sie ihn.',
  ],
  [/^has more than (\d+) lines$/, 'Der Text hat mehr als $1 Zeilen.'],
  [/^pictures are not possible: (.+)$/s, 'Bilder sind in der Mail nicht möglich: $1'],
  [
    /^a link to (.+) is not possible; links begin with .+$/s,
    'Ein Link auf $1 ist nicht möglich; Links beginnen mit https://, http:// oder mailto:.',
  ],
  [
    /^a link to (.+) is not possible; only \{\{link\}\} .+$/s,
    'Ein Link auf $1 ist nicht möglich; Ziel kann nur {{link}} oder ein anderer Link-Platzhalter sein, und zwar allein.',
  ],
  [/^the letter would be longer than 100 KB$/, 'Die Mail würde größer als 100 KB.'],
  [
    /^must be an address that begins with https:\/\/ or http:\/\/$/,
    'Die Adresse muss mit https:// oder http:// beginnen.',
  ],

  // Times, and what is fixed
  [
    /^must be in the future, (\S+) has passed$/,
    'Der Teilnahmeschluss liegt in der Vergangenheit. Bitte wählen Sie in den Einstellungen einen neuen.',
  ],
  [
    /^Of "(.+)" (\d+) values are too rare and are counted together as other\.$/,
    'Von „$1“ sind $2 Werte zu selten und werden zusammen gezählt.',
  ],
  [
    /^"(.+)" cannot be told apart: every distinction would make a group of fewer than 5\.$/,
    '„$1“ kann nicht unterschieden werden: Jede Unterscheidung ergäbe eine Gruppe von weniger als fünf.',
  ],
  [/^is fixed at publication$/, 'Das steht seit der Veröffentlichung fest.'],
  [
    /^counts from the invitation, and none is scheduled yet$/,
    'Der Zeitpunkt zählt ab der Einladung, und noch ist keine geplant.',
  ],
  [
    /^(?:the segment )?must hold at least (\d+) participants and leave out at least (\d+), as the survey is anonymous$/,
    'Die Umfrage ist anonym: Zur Auswahl müssen mindestens $1 Teilnehmende gehören, und mindestens $2 dürfen nicht dazugehören. Wählen Sie eine größere Auswahl oder alle.',
  ],
  [/^must be before the closing date \S+$/, 'Der Zeitpunkt liegt nach dem Teilnahmeschluss.'],
  [/^must not be in the past: .+ has gone by$/, 'Der Zeitpunkt liegt in der Vergangenheit.'],
  [
    /^wave \d+ would fall after the closing date \S+$/,
    'Eine geplante Versandstufe läge dann nach dem Teilnahmeschluss. Bitte verschieben Sie sie zuerst oder brechen Sie sie ab.',
  ],
  [
    /^wave \d+ would have been due already, at \S+$/,
    'Eine geplante Versandstufe läge dann in der Vergangenheit. Bitte verschieben Sie sie zuerst oder brechen Sie sie ab.',
  ],
  [/^refused (\d+) of (\d+)$/, 'Von den ersten $2 Mails wurden $1 abgelehnt.'],
  [
    /^uncertain (\d+) of (\d+)$/,
    'Von $2 Mails ist bei $1 unklar, ob der Mailserver sie angenommen hat. Bitte sehen Sie sie durch, ehe Sie fortsetzen.',
  ],
  [
    /^refused (\d+) of (\d+), uncertain (\d+) of \d+$/,
    'Von $2 Mails wurden $1 abgelehnt, und bei $3 ist unklar, ob der Mailserver sie angenommen hat.',
  ],
  [
    /^not accepted (\d+) of (\d+)$/,
    'Von den ersten $2 Mails hat der Mailserver $1 auch beim zweiten Versuch nicht angenommen.',
  ],
  [
    /^late (\d+) of (\d+)$/,
    'Von $2 Mails kamen $1 nicht rechtzeitig beim Mailserver an: Er antwortet zu langsam.',
  ],
  [
    /^the header (\S+) cannot carry this value$/,
    'In die Kopfzeile $1 passt nicht, was dort stehen müsste. Bitte lassen Sie PUBLIC_URL und den Absender prüfen.',
  ],

  [
    /^The mail server did not take the test mail: (.+)$/s,
    'Der Mailserver hat die Testmail nicht angenommen: $1',
  ],

  // Segments
  [/^is required$/, 'Bitte füllen Sie das aus.'],
  [
    /^must be a number such as 3\.5 or a day such as 2027-11-12$/,
    'Bitte geben Sie eine Zahl wie 3,5 oder einen Tag wie 2027-11-12 ein.',
  ],
  [/^must not be more than (\d+) values$/, 'Mehr als $1 Werte sind nicht möglich.'],
  [/^must not be more than (\d+) conditions$/, 'Mehr als $1 Bedingungen sind nicht möglich.'],
  [
    /^contains a character that cannot be stored$/,
    'Der Text enthält ein Zeichen, das sich nicht speichern lässt.',
  ],
  [/^must be one line without control characters$/, 'Bitte schreiben Sie eine Zeile ohne Steuerzeichen.'],
  [/^nobody on this list has any attribute$/, 'Auf diesem Verteiler hat niemand Merkmale.'],
  [
    /^nobody on this list has it; known are (.+)$/s,
    'Dieses Merkmal hat auf diesem Verteiler niemand; es gibt $1.',
  ],
  [
    /^is taken by another segment of this list$/,
    'Auf diesem Verteiler gibt es schon eine Auswahl dieses Namens.',
  ],

  // Rows of a file
  [/^is not an e-mail address$/, 'ist keine E-Mail-Adresse'],
  [
    /^is not an e-mail address: it holds the invisible character (U\+[0-9A-F]+)$/,
    'ist keine E-Mail-Adresse: Sie enthält das unsichtbare Zeichen $1',
  ],
  [/^is not a language such as de or en$/, 'ist keine Sprache wie de oder en'],
  [/^contains a character that is not text$/, 'enthält ein Zeichen, das kein Text ist'],
  [/^stands in a column without a heading$/, 'steht in einer Spalte ohne Überschrift'],

  // Passwords
  [/^must have at least (\d+) characters$/, 'Bitte nehmen Sie mindestens $1 Zeichen.'],
  [/^must have at most (\d+) characters$/, 'Bitte nehmen Sie höchstens $1 Zeichen.'],
  [
    /^is too easy to guess: it is one of the passwords that are tried first, or close to one$/,
    'Das Passwort ist leicht zu erraten: Es gehört zu denen, die zuerst versucht werden, oder ist nah daran.',
  ],
  [
    /^is too easy to guess: it is a single word or name with little added$/,
    'Das Passwort ist leicht zu erraten: Es ist ein einzelnes Wort oder ein Name mit wenig dabei.',
  ],
  [
    /^is too easy to guess: its characters lie side by side on the keyboard or count on$/,
    'Das Passwort ist leicht zu erraten: Seine Zeichen liegen auf der Tastatur nebeneinander oder zählen weiter.',
  ],
  [/^is too easy to guess: it repeats itself$/, 'Das Passwort ist leicht zu erraten: Es wiederholt sich.'],
  [/^is too easy to guess: it is a date$/, 'Das Passwort ist leicht zu erraten: Es ist ein Datum.'],
  [
    /^is too easy to guess: it is made from your address, your name or what is done here$/,
    'Das Passwort ist leicht zu erraten: Es besteht aus Ihrer Adresse, Ihrem Namen oder dem, was hier getan wird.',
  ],

  // Questionnaires of LimeSurvey
  [
    /^is broken in line (\d+): .+\. Please export it again\.$/s,
    'Sie ist in Zeile $1 beschädigt. Bitte exportieren Sie sie noch einmal.',
  ],
  [
    /^has a DOCTYPE, which LimeSurvey never writes; for safety it is not read\.$/,
    'Sie enthält ein DOCTYPE, das LimeSurvey nie schreibt; zur Sicherheit wird sie nicht gelesen.',
  ],
  [
    /^has more than (\d+) rows, which no survey needs\.$/,
    'Sie hat mehr als $1 Zeilen; so viele braucht keine Umfrage.',
  ],
  [/^is larger than (\d+) MB\.$/, 'Sie ist größer als $1 MB.'],
  [/^is empty\.$/, 'Sie ist leer.'],
  [
    /^is an archive \(\.lsa or \.zip\); please unpack it and choose the \.lss file inside\.$/,
    'Sie ist ein Archiv (.lsa oder .zip). Bitte packen Sie es aus und wählen Sie die Datei .lss darin.',
  ],
  [
    /^is not XML; please choose the \.lss file that LimeSurvey exports\.$/,
    'Sie ist kein XML. Bitte wählen Sie die Datei .lss, die LimeSurvey exportiert.',
  ],
  [
    /^is not written in UTF-8; please export it again and do not save it in between\.$/,
    'Sie ist nicht in UTF-8 geschrieben. Bitte exportieren Sie sie noch einmal und speichern Sie sie nicht zwischendurch.',
  ],
  [
    /^holds a single .+; please export the whole survey \("Survey structure \(\.lss\)"\)\.$/,
    'Sie enthält nur eine Gruppe oder Frage. Bitte exportieren Sie die ganze Umfrage („Umfragestruktur (.lss)“).',
  ],
  [
    /^is XML but not a survey of LimeSurvey; in LimeSurvey choose Export and "Survey structure \(\.lss\)"\.$/,
    'Sie ist XML, aber keine Umfrage von LimeSurvey. Wählen Sie dort „Exportieren“ und „Umfragestruktur (.lss)“.',
  ],
  [/^has no questions\.$/, 'Sie enthält keine Fragen.'],
  [
    /^has more than (\d+) questions; please divide it\.$/,
    'Sie hat mehr als $1 Fragen. Bitte teilen Sie sie auf.',
  ],
  [
    /^is in (.+); surveys can be in (.+)\.$/,
    'Sie ist in einer Sprache geschrieben, die es hier nicht gibt: $1. Möglich sind $2.',
  ],
  [
    /^has no question of a kind that can be asked here\.$/,
    'Sie enthält keine Frage einer Art, die sich hier stellen lässt.',
  ],

  // Files that cannot be read
  [/^The file is empty\.$/, 'Die Datei ist leer.'],
  [
    /^Row 1 has no e-mail column; one must be headed .+\. It has: nothing\.$/s,
    'Zeile 1 enthält keine Überschriften. Eine Spalte muss „E-Mail“ heißen.',
  ],
  [
    /^Row 1 has no e-mail column; one must be headed .+\. It has: (.+)\.$/s,
    'Zeile 1 hat keine Spalte für die Adressen; eine muss „E-Mail“ heißen. Gefunden: $1.',
  ],
  [
    /^Row 1 has two columns for (.+); leave one of them out\.$/s,
    'Zeile 1 hat zwei Spalten für „$1“; bitte lassen Sie eine weg.',
  ],
  [
    /^Row 1 has (\d+) columns; at most (\d+) can be read\.$/,
    'Zeile 1 hat $1 Spalten; höchstens $2 sind möglich.',
  ],
  [
    /^Row 1 has a heading that is longer than (\d+) characters or not text; is it the header\?$/,
    'Zeile 1 hat eine Überschrift, die länger als $1 Zeichen oder kein Text ist. Stehen dort die Überschriften?',
  ],
  [
    /^Row (\d+) cannot be read: a quotation mark that opens here is never closed\.$/,
    'Zeile $1 ist nicht lesbar: Ein Anführungszeichen wird nicht wieder geschlossen.',
  ],
  [
    /^Row (\d+) cannot be read: the row is too long; is a quotation mark missing\?\.$/,
    'Zeile $1 ist nicht lesbar: Sie ist zu lang. Fehlt ein Anführungszeichen?',
  ],
  [
    /^Row (\d+) cannot be read: text follows a closing quotation mark; .+\.$/,
    'Zeile $1 ist nicht lesbar: Nach einem schließenden Anführungszeichen folgt Text. Anführungszeichen im Text werden verdoppelt.',
  ],
  [
    /^Row (\d+) cannot be read: a quotation mark stands in a cell that does not begin with one\.$/,
    'Zeile $1 ist nicht lesbar: Ein Anführungszeichen steht mitten im Text.',
  ],
  [/^Row (\d+) cannot be read: it is not CSV\.$/, 'Zeile $1 ist nicht lesbar: Das ist kein CSV.'],
  [/^The upload broke off\.$/, 'Die Übertragung brach ab.'],
  [
    /^The file could not be read because of an error on our side\.$/,
    'Die Datei ließ sich wegen eines Fehlers bei uns nicht lesen.',
  ],
];

/** A problem in German; null for one we have no German words for. */
export function problemInGerman(message: string): string | null {
  const found = german.find(([pattern]) => pattern.test(message));
  return found ? message.replace(found[0], found[1]) : null;
}

const LONGEST_TRANSLATED = 2000;

/** A problem in the words of the page, in English where there are no others. */
export function problemInWords(message: string, locale: ConsoleLocale): string {
  // What quotes so much of its input is not worth the time its patterns would take.
  if (locale !== 'de' || message.length > LONGEST_TRANSLATED) return message;
  return problemInGerman(message) ?? message;
}
