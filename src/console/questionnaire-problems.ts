/**
 * What the compiler of questionnaires and the reader of expressions say is wrong, in German. The first
 * pattern that fits is taken; `$1` and so on take over what a message names.
 */
export const questionnaireProblems: readonly (readonly [RegExp, string])[] = [
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
    /^has a meaning only for inputType number, date or time\.$/,
    'gilt nur bei inputType number, date oder time.',
  ],

  // Properties that are known and refused
  [
    /^limits the time to answer, which is not supported; please remove it\.$/,
    'begrenzt die Zeit zum Antworten; das wird nicht unterstützt, bitte entfernen.',
  ],
  [
    /^is not supported; please add an ordinary choice instead\.$/,
    'wird nicht unterstützt; bitte stattdessen eine gewöhnliche Antwort aufnehmen.',
  ],
  [
    /^takes choices from elsewhere, which is not supported; please list the choices\.$/,
    'holt die Antworten von anderswo; das wird nicht unterstützt, bitte einzeln aufführen.',
  ],
  [
    /^hides it from everybody; please remove the element instead\.$/,
    'verbirgt die Stelle vor allen; bitte die Stelle selbst entfernen.',
  ],
  [/^makes it impossible to answer; please remove it\.$/, 'macht das Antworten unmöglich; bitte entfernen.'],
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
    /^must be "(\w+)": answers to hidden questions are left out when submitting\.$/,
    'kann nur „$1“ sein: Antworten auf ausgeblendete Fragen fallen beim Absenden weg.',
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
  [
    /^must be "complete" or "skip"; other triggers are not supported\.$/,
    'kann nur „complete“ oder „skip“ sein.',
  ],
  [/^must be "(.+)"; other (?:modes|cells|kinds|contents) are not supported\.$/, 'kann nur „$1“ sein.'],
  [
    /^is a condition that is not supported here; please remove it\.$/,
    'ist eine Bedingung, die hier nicht möglich ist; bitte entfernen.',
  ],
  [
    /^presets a value, which is not supported; please remove it\.$/,
    'gibt einen Wert vor; das wird nicht unterstützt, bitte entfernen.',
  ],
  [
    /^adds up a column, which is not supported; please use a question of type expression\.$/,
    'rechnet eine Spalte zusammen; das geht nur mit einer Frage vom Typ expression.',
  ],
  [
    /^is not supported; please write the whole condition as expression\.$/,
    'wird nicht unterstützt; bitte die ganze Bedingung in expression schreiben.',
  ],
  [/^are not possible here; please remove them\.$/, 'ist hier nicht möglich; bitte entfernen.'],
  [
    /^must be true; use questionOrder for a fixed order\.$/,
    'muss true sein; eine feste Reihenfolge gibt questionOrder.',
  ],
  [/^is not supported; please use showNoneItem\.$/, 'wird nicht unterstützt; dafür gibt es showNoneItem.'],
  [
    /^must be true: numbers are written as the language has them\.$/,
    'muss true sein: Zahlen stehen so da, wie die Sprache sie schreibt.',
  ],

  // Names, conditions and calculations
  [
    /^is reserved: \{person\.…\} stands for what is known about the person\.$/,
    'ist vergeben: {person.…} steht für das, was über die Person bekannt ist.',
  ],
  [
    /^reads \{person\.…\}: in an anonymous survey .+$/,
    'fragt nach {person.…}: In einer anonymen Umfrage verrieten die Antworten dann, wer jemand ist; bitte entfernen.',
  ],
  [
    /^(\{.+\}) names nothing of the person; write for example (\{person\.town\})\.$/s,
    '$1 nennt kein Merkmal der Person; richtig wäre zum Beispiel $2.',
  ],
  [/^(\{.+\}) names a part of (.+), which has none\.$/s, '$1: „$2“ hat keine Teile.'],
  [/^(\{.+\}) names no part of (.+); it has (.+)\.$/s, '$1 gibt es nicht; „$2“ hat $3.'],
  [
    /^(\{.+\}) names no question or variable of this questionnaire\.$/s,
    '$1 ist weder eine Frage noch ein berechneter Wert dieses Fragebogens.',
  ],
  [
    /^(\{.+\}) reads a property; only answers can be read\.$/s,
    '$1 liest eine Eigenschaft; möglich sind nur Antworten.',
  ],
  [/^(\{.*\}) is not a name\.$/s, '$1 ist kein Name.'],
  [
    /^(\{.+\}) counts from the end, which is not supported\.$/s,
    '$1 zählt vom Ende her; das wird nicht unterstützt.',
  ],
  [/^(\{.+\}) is not supported\.$/s, '$1 wird nicht unterstützt.'],
  [/^The expression is longer than (\d+) characters\.$/, 'Der Ausdruck ist länger als $1 Zeichen.'],
  [/^The expression cannot be read\.$/, 'Der Ausdruck ist nicht lesbar.'],
  [/^The expression ends too early\.$/, 'Der Ausdruck bricht vor seinem Ende ab.'],
  [
    /^The expression cannot be read from character (\d+) on: "(.*)"\.$/s,
    'Der Ausdruck ist ab dem $1. Zeichen nicht lesbar: „$2“.',
  ],
  [/^The expression is nested too deeply\.$/, 'Der Ausdruck ist zu tief verschachtelt.'],
  [/^A number is too large\.$/, 'Eine Zahl ist zu groß.'],
  [/^null can only be compared with, as in (.+)\.$/, 'Mit null lässt sich nur vergleichen, zum Beispiel $1.'],
  [/^(\w+)\(\) needs a value\.$/, '$1() braucht einen Wert.'],
  [/^The function (\w+)\(\) is not supported\.$/, 'Die Funktion $1() wird nicht unterstützt.'],
  [/^There is no function (.+)\(\)\.$/s, 'Eine Funktion $1() gibt es nicht.'],
  [/^The operator (.+) is not supported\.$/, 'Der Operator $1 wird nicht unterstützt.'],
  [/^"(.*)" is not supported\.$/s, '„$1“ wird nicht unterstützt.'],
  [
    /^(\w+)\(\) takes a table, a column in quotes, and at most a column to return and a condition\.$/,
    '$1() braucht eine Tabelle und eine Spalte in Anführungszeichen; dazu höchstens eine Spalte für das Ergebnis und eine Bedingung.',
  ],
  [
    /^The condition of (\w+)\(\) must be a comparison, as in (.+)\.$/,
    'Die Bedingung von $1() muss ein Vergleich sein, zum Beispiel $2.',
  ],
  [
    /^A condition on rows cannot look into another table\.$/,
    'Eine Bedingung für Zeilen kann nicht in eine andere Tabelle sehen.',
  ],
  [
    /^needs its own result \((.+)\), so that it can never be worked out\.$/s,
    'braucht das eigene Ergebnis ($1) und lässt sich deshalb nie berechnen.',
  ],
  [/^"(.+)" is no question of this questionnaire\.$/s, '„$1“ ist keine Frage dieses Fragebogens.'],
  [
    /^must stand on a later page than the questions of the expression\.$/,
    'muss auf einer späteren Seite stehen als die Fragen des Ausdrucks.',
  ],

  // Types with rules of their own
  [/^needs a name of at most (\d+) characters\.$/, 'braucht einen Namen von höchstens $1 Zeichen.'],
  [/^is above (\w+)\.$/, 'liegt über $1.'],
  [/^must be a whole number from 0 to (\d+)\.$/, 'muss eine ganze Zahl von 0 bis $1 sein.'],
  [/^must be a currency such as "EUR" \(ISO 4217\)\.$/, 'muss eine Währung wie „EUR“ sein (ISO 4217).'],
  [/^has a meaning only beside selectToRankEnabled\.$/, 'gilt nur zusammen mit selectToRankEnabled.'],
  [/^has a meaning only for inputType number\.$/, 'gilt nur bei inputType number.'],
  [
    /^must be a date such as "(.+)" or an expression such as "(.+)"\.$/,
    'muss ein Datum wie „$1“ sein oder ein Ausdruck wie „$2“.',
  ],
  [
    /^must be a time such as "(.+)" or an expression such as "(.+)"\.$/,
    'muss eine Uhrzeit wie „$1“ sein oder ein Ausdruck wie „$2“.',
  ],
  [/^is missing; please upload a picture\.$/, 'fehlt; bitte laden Sie ein Bild hoch.'],
  [
    /^holds the picture itself; please upload it in the editor\.$/,
    'enthält das Bild selbst; bitte laden Sie es im Editor hoch.',
  ],
  [
    /^must be a picture uploaded here: another site would learn who answers\.$/,
    'muss ein hier hochgeladenes Bild sein: Eine andere Website erführe sonst, wer antwortet.',
  ],
  [
    /^has (\d+) smileys at most; this scale has (\d+) values\.$/,
    'Es gibt höchstens $1 Smileys; diese Skala hat $2 Werte.',
  ],
  [/^is not a check of (\w+); possible are (.+)\.$/, 'gibt es für $1 nicht; möglich sind $2.'],
  [
    /^is not a pattern that can be checked in good time; .+$/s,
    'ist kein Muster, das sich schnell genug prüfen lässt; Lookaround wie (?=…), Rückbezüge wie \\1 und sehr große Wiederholungen sind nicht möglich.',
  ],
];
