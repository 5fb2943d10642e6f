import type { ConsoleLocale } from '../common/locale.js';

/**
 * What the parts below the pages say is wrong, in German. Their messages are English, as scripts read
 * them too; `$1` and so on take over what a message names. Grouped by where they come from.
 */
const german: readonly (readonly [RegExp, string])[] = [
  // Every reading of the questionnaire
  [/^must be a text\.$/, 'muss ein Text sein.'],
  [/^must be true or false\.$/, 'muss true oder false sein.'],
  [/^must be a number\.$/, 'muss eine Zahl sein.'],
  [/^must be a whole number above zero\.$/, 'muss eine ganze Zahl über null sein.'],
  [/^must be above zero\.$/, 'muss über null liegen.'],
  [/^must be a list\.$/, 'muss eine Liste sein.'],
  [/^must be an object\.$/, 'muss ein Objekt sein.'],
  [/^must be one of (.+); other values are not supported\.$/, 'kann nur $1 sein.'],
  [/^must be a text or an object of texts by language\.$/, 'muss ein Text sein oder je Sprache ein Text.'],
  [/^the text for "(.+)" must be a text\.$/, 'Der Eintrag für „$1“ muss ein Text sein.'],
  [/^is longer than (\d+) characters\.?$/, 'ist länger als $1 Zeichen.'],
  [
    /^inserts an answer \(\{…\}\), which is not supported yet\.$/,
    'setzt eine frühere Antwort ein ({…}); das ist noch nicht möglich.',
  ],
  [/^has no text in (\w+) or (\w+)\.$/, 'hat keinen Text in den Sprachen $1 oder $2.'],
  [/^has no text in (\w+)\.$/, 'hat keinen Text in der Sprache $1.'],
  [/^is not supported here; please remove it\.$/, 'wird hier nicht unterstützt; bitte entfernen.'],
  [/^is not supported; please remove it\.$/, 'wird nicht unterstützt; bitte entfernen.'],

  // The questionnaire as a whole, its pages and names
  [/^must be a SurveyJS JSON object\.$/, 'muss ein JSON-Objekt von SurveyJS sein.'],
  [/^needs at least one language\.$/, 'Bitte wählen Sie mindestens eine Sprache.'],
  [/^is not one of (.+)\.$/, 'ist keine der Sprachen der Umfrage ($1).'],
  [/^has more than (\d+) pages\.$/, 'hat mehr als $1 Seiten.'],
  [/^has more than (\d+) questions\.$/, 'hat mehr als $1 Fragen.'],
  [/^has no question\.$/, 'enthält keine Frage.'],
  [/^stands beside pages; please move it into a page\.$/, 'steht neben pages; bitte auf eine Seite setzen.'],
  [/^is nested more than (\d+) deep\.$/, 'ist tiefer als $1-mal verschachtelt.'],
  [/^is missing\.?$/, 'fehlt.'],
  [
    /^is missing; every question needs a name of its own\.$/,
    'fehlt; jede Frage braucht einen eigenen Namen.',
  ],
  [/^"(.+)" is taken by (.*); names must differ\.$/, 'Der Name „$1“ ist schon vergeben ($2).'],
  [
    /^cannot be used as a name \(at most (\d+) characters, .+\)\.$/,
    'ist als Name nicht möglich (höchstens $1 Zeichen, keine Steuerzeichen, keine Leerzeichen am Rand).',
  ],
  [/^a missing type is not supported; use one of (.+)\.$/, 'fehlt; möglich sind $1.'],
  [/^(.+) is not supported; use one of (.+)\.$/, '„$1“ wird nicht unterstützt; möglich sind $2.'],

  // Choices, scales, text fields
  [/^needs at least one entry\.$/, 'braucht mindestens einen Eintrag.'],
  [/^has more than (\d+) entries\.$/, 'hat mehr als $1 Einträge.'],
  [
    /^the value "(.*)" is reserved for a special choice; values must differ\.$/,
    'Der Wert „$1“ ist einer besonderen Antwort vorbehalten.',
  ],
  [/^the value "(.*)" stands here twice; values must differ\.$/, 'Der Wert „$1“ steht hier zweimal.'],
  [
    /^needs a value: a number or a text of at most (\d+) characters\.$/,
    'braucht einen Wert: eine Zahl oder einen Text von höchstens $1 Zeichen.',
  ],
  [/^asks for more choices than can be made\.$/, 'verlangt mehr Antworten, als zur Wahl stehen.'],
  [/^must be a number; use radiogroup for words\.$/, 'muss eine Zahl sein; für Wörter gibt es radiogroup.'],
  [
    /^makes a scale of (-?\d+|NaN) values; 2 to (\d+) are possible\.$/,
    'ergibt eine Skala mit $1 Werten; möglich sind 2 bis $2.',
  ],
  [
    /^is read by SurveyJS only beside rateMin or rateMax; please add one of them\.$/,
    'liest SurveyJS nur zusammen mit rateMin oder rateMax; bitte eines davon angeben.',
  ],
  [/^is above max\.$/, 'liegt über max.'],
  [/^is not an autofill token of HTML\.$/, 'ist keine autocomplete-Angabe von HTML.'],
  [
    /^must be a date such as "(.+)"; expressions are not supported yet\.$/,
    'muss ein Datum wie „$1“ sein; Ausdrücke werden noch nicht unterstützt.',
  ],
  [
    /^must be a time such as "(.+)"; expressions are not supported yet\.$/,
    'muss eine Uhrzeit wie „$1“ sein; Ausdrücke werden noch nicht unterstützt.',
  ],
  [
    /^has a meaning only for inputType number, date or time\.$/,
    'gilt nur bei inputType number, date oder time.',
  ],

  // Properties that are known and refused
  [
    /^is a condition, and conditions are not supported yet; please remove it\.$/,
    'ist eine Bedingung; Bedingungen werden noch nicht unterstützt, bitte entfernen.',
  ],
  [
    /^limits the time to answer, which is not supported; please remove it\.$/,
    'begrenzt die Zeit zum Antworten; das wird nicht unterstützt, bitte entfernen.',
  ],
  [
    /^is not supported; please add an ordinary choice instead\.$/,
    'wird nicht unterstützt; bitte stattdessen eine gewöhnliche Antwort aufnehmen.',
  ],
  [
    /^computes or presets a value, which is not supported yet; please remove it\.$/,
    'berechnet einen Wert oder gibt ihn vor; das wird noch nicht unterstützt, bitte entfernen.',
  ],
  [
    /^takes choices from elsewhere, which is not supported; please list the choices\.$/,
    'holt die Antworten von anderswo; das wird nicht unterstützt, bitte einzeln aufführen.',
  ],
  [
    /^react to answers, which is not supported yet; please remove them\.$/,
    'reagiert auf Antworten; das wird noch nicht unterstützt, bitte entfernen.',
  ],
  [
    /^hides it from everybody; please remove the element instead\.$/,
    'verbirgt die Stelle vor allen; bitte die Stelle selbst entfernen.',
  ],
  [/^makes it impossible to answer; please remove it\.$/, 'macht das Antworten unmöglich; bitte entfernen.'],
  [/^must be "(.+)"; other (?:modes|cells) are not supported(?: yet)?\.$/, 'kann nur „$1“ sein.'],
  [
    /^are not supported yet; use inputType, min, max or maxLength where they serve\.$/,
    'wird noch nicht unterstützt; oft genügen inputType, min, max oder maxLength.',
  ],
  [
    /^shares answers between questions, which is not supported; please remove it\.$/,
    'teilt Antworten zwischen Fragen; das wird nicht unterstützt, bitte entfernen.',
  ],
  [
    /^is not supported; please add a question of type comment\.$/,
    'wird nicht unterstützt; bitte eine Frage vom Typ comment aufnehmen.',
  ],
  [
    /^must be true: the words for "other" are kept beside the answer\.$/,
    'muss true sein: Die Worte zu „Sonstiges“ stehen neben der Antwort.',
  ],
  [
    /^must be "labels"; stars and smileys are not supported yet\.$/,
    'kann nur „labels“ sein; Sterne und Smileys werden noch nicht unterstützt.',
  ],
  [
    /^must be "initial"; a random order is not supported yet\.$/,
    'kann nur „initial“ sein; eine zufällige Reihenfolge wird noch nicht unterstützt.',
  ],
  [
    /^must be "standard"; please divide the pages yourself\.$/,
    'kann nur „standard“ sein; bitte teilen Sie die Seiten selbst ein.',
  ],
  [
    /^must be "onNextPage": every page is checked when it is left\.$/,
    'kann nur „onNextPage“ sein: Jede Seite wird beim Verlassen geprüft.',
  ],
  [/^must be true: people can always go back\.$/, 'muss true sein: Zurück kommt man immer.'],
  [
    /^must be true: pages are left by their buttons\.$/,
    'muss true sein: Seiten verlässt man über ihre Schaltflächen.',
  ],
  [
    /^must be true: everybody sees that the answers have arrived\.$/,
    'muss true sein: Alle sollen sehen, dass ihre Antworten angekommen sind.',
  ],
  [
    /^leads to another site after submitting, which is not supported; please remove it\.$/,
    'führt nach dem Absenden auf eine andere Website; das wird nicht unterstützt, bitte entfernen.',
  ],

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
  [/^is fixed at publication$/, 'Das steht seit der Veröffentlichung fest.'],
  [
    /^counts from the invitation, and none is scheduled yet$/,
    'Der Zeitpunkt zählt ab der Einladung, und noch ist keine geplant.',
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
  [/^is not a language such as de or en$/, 'ist keine Sprache wie de oder en'],
  [/^contains a character that is not text$/, 'enthält ein Zeichen, das kein Text ist'],
  [/^stands in a column without a heading$/, 'steht in einer Spalte ohne Überschrift'],

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

/** A problem in the words of the page, in English where there are no others. */
export function problemInWords(message: string, locale: ConsoleLocale): string {
  return locale === 'de' ? (problemInGerman(message) ?? message) : message;
}
