import type { Locale } from '../common/locale.js';
import type { InputType } from './questionnaire-plan.js';

/** What people are told about an answer that cannot be taken, in words that say what to do. */
export interface AnswerMessages {
  fillIn: string;
  chooseOne: string;
  chooseSome: string;
  chooseInOneRow: string;
  sayWhichOther(other: string): string;
  noneAlone(none: string): string;
  chooseAtLeast(count: number): string;
  chooseAtMost(count: number): string;
  shorten(by: number, maxLength: number): string;
  atLeast(bound: string): string;
  atMost(bound: string): string;
  notBefore(bound: string): string;
  notAfter(bound: string): string;
  inSteps(step: string): string;
  notOffered: string;
  unreadable: string;
  plainNumber: string;
  invalid: Record<Exclude<InputType, 'text'>, string>;
  yes: string;
  no: string;
  tick: string;
  fillInOne: string;
  answerOneOf: string;
  lengthen(by: number, minLength: number): string;
  withoutDigits: string;
  otherForm: string;
  notConsistent: string;
  columnTaken(column: string): string;
  rankFrom(count: number): string;
  rankTwice(rank: number): string;
  rankMissing(rank: number): string;
  rankAll(count: number): string;
  rankAtLeast(count: number): string;
  rankAtMost(count: number): string;
}

export const answerMessages: Record<Locale, AnswerMessages> = {
  de: {
    fillIn: 'Bitte füllen Sie dieses Feld aus.',
    chooseOne: 'Bitte wählen Sie eine Antwort aus.',
    chooseSome: 'Bitte wählen Sie mindestens eine Antwort aus.',
    chooseInOneRow: 'Bitte wählen Sie in mindestens einer Zeile eine Antwort aus.',
    sayWhichOther: (other) =>
      `Sie haben „${other}“ gewählt. Bitte schreiben Sie in das Feld darunter, was Sie meinen.`,
    noneAlone: (none) => `Bitte wählen Sie entweder „${none}“ oder andere Antworten, nicht beides.`,
    chooseAtLeast: (count) =>
      `Bitte wählen Sie mindestens ${count === 1 ? 'eine Antwort' : `${count} Antworten`} aus.`,
    chooseAtMost: (count) =>
      `Bitte wählen Sie höchstens ${count === 1 ? 'eine Antwort' : `${count} Antworten`} aus.`,
    shorten: (by, maxLength) => `Bitte kürzen Sie Ihren Text um ${by} auf höchstens ${maxLength} Zeichen.`,
    atLeast: (bound) => `Bitte geben Sie eine Zahl ab ${bound} ein.`,
    atMost: (bound) => `Bitte geben Sie eine Zahl bis ${bound} ein.`,
    notBefore: (bound) => `Bitte geben Sie ${bound} oder später ein.`,
    notAfter: (bound) => `Bitte geben Sie ${bound} oder früher ein.`,
    inSteps: (step) => `Bitte geben Sie eine Zahl in Schritten von ${step} ein.`,
    notOffered: 'Diese Antwort steht nicht zur Wahl. Bitte wählen Sie eine der angebotenen Antworten aus.',
    unreadable: 'Diese Angabe konnten wir nicht lesen. Bitte geben Sie sie noch einmal ein.',
    plainNumber: 'Bitte geben Sie eine Zahl in Ziffern ein, ohne Tausenderpunkt.',
    invalid: {
      email: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.org.',
      number: 'Bitte geben Sie eine Zahl ohne Tausenderpunkt ein, zum Beispiel 1500 oder 2,5.',
      date: 'Bitte geben Sie ein Datum ein, zum Beispiel 12.11.2027.',
      time: 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:30.',
      tel: 'Bitte geben Sie eine Telefonnummer aus Ziffern ein, zum Beispiel 0211 123456.',
      url: 'Bitte geben Sie eine Internetadresse ein, zum Beispiel https://www.example.org.',
    },
    yes: 'Ja',
    no: 'Nein',
    tick: 'Bitte setzen Sie dieses Häkchen.',
    fillInOne: 'Bitte füllen Sie mindestens eines dieser Felder aus.',
    answerOneOf: 'Bitte beantworten Sie mindestens eine Frage dieses Abschnitts.',
    lengthen: (by, minLength) =>
      `Bitte schreiben Sie mindestens ${minLength} Zeichen; es ${by === 1 ? 'fehlt noch eines' : `fehlen noch ${by}`}.`,
    withoutDigits: 'Bitte geben Sie hier keine Ziffern ein.',
    otherForm: 'Diese Angabe hat nicht die erwartete Form. Bitte prüfen Sie sie auf Tippfehler.',
    notConsistent: 'Diese Angabe passt nicht zu dem, was gefragt ist. Bitte prüfen Sie sie.',
    columnTaken: (column) =>
      `„${column}“ haben Sie schon in einer anderen Zeile gewählt. Bitte wählen Sie hier eine andere Antwort.`,
    rankFrom: (count) => `Bitte geben Sie als Rang eine Zahl von 1 bis ${count} an.`,
    rankTwice: (rank) => `Rang ${rank} haben Sie zweimal vergeben. Bitte geben Sie jedem einen eigenen Rang.`,
    rankMissing: (rank) => `Rang ${rank} fehlt noch. Bitte vergeben Sie die Ränge ohne Lücke ab 1.`,
    rankAll: (count) => `Bitte bringen Sie alle ${count} in eine Reihenfolge.`,
    rankAtLeast: (count) => `Bitte vergeben Sie mindestens ${count === 1 ? 'einen Rang' : `${count} Ränge`}.`,
    rankAtMost: (count) => `Bitte vergeben Sie höchstens ${count === 1 ? 'einen Rang' : `${count} Ränge`}.`,
  },
  en: {
    fillIn: 'Please fill in this field.',
    chooseOne: 'Please choose an answer.',
    chooseSome: 'Please choose at least one answer.',
    chooseInOneRow: 'Please choose an answer in at least one row.',
    sayWhichOther: (other) => `You chose “${other}”. Please use the field below it to say what you mean.`,
    noneAlone: (none) => `Please choose either “${none}” or other answers, not both.`,
    chooseAtLeast: (count) => `Please choose at least ${count === 1 ? 'one answer' : `${count} answers`}.`,
    chooseAtMost: (count) => `Please choose at most ${count === 1 ? 'one answer' : `${count} answers`}.`,
    shorten: (by, maxLength) => `Please shorten your text by ${by} to at most ${maxLength} characters.`,
    atLeast: (bound) => `Please enter a number of ${bound} or more.`,
    atMost: (bound) => `Please enter a number of ${bound} or less.`,
    notBefore: (bound) => `Please enter ${bound} or later.`,
    notAfter: (bound) => `Please enter ${bound} or earlier.`,
    inSteps: (step) => `Please enter a number in steps of ${step}.`,
    notOffered: 'This answer is not on offer. Please choose one of the answers shown.',
    unreadable: 'We could not read this. Please enter it again.',
    plainNumber: 'Please enter a number in digits, without thousands separators.',
    invalid: {
      email: 'Please enter an email address, for example name@example.org.',
      number: 'Please enter a number without thousands separators, for example 1500 or 2.5.',
      date: 'Please enter a date with the day first, for example 12/11/2027.',
      time: 'Please enter a time of day, for example 14:30.',
      tel: 'Please enter a telephone number in digits, for example 0211 123456.',
      url: 'Please enter a web address, for example https://www.example.org.',
    },
    yes: 'Yes',
    no: 'No',
    tick: 'Please tick this box.',
    fillInOne: 'Please fill in at least one of these fields.',
    answerOneOf: 'Please answer at least one question of this section.',
    lengthen: (by, minLength) =>
      `Please write at least ${minLength} characters; ${by === 1 ? 'one is' : `${by} are`} still missing.`,
    withoutDigits: 'Please do not use digits here.',
    otherForm: 'This does not have the expected form. Please check it for typing errors.',
    notConsistent: 'This does not fit what is asked for. Please check it.',
    columnTaken: (column) =>
      `You have chosen “${column}” in another row already. Please choose another answer here.`,
    rankFrom: (count) => `Please enter a rank from 1 to ${count}.`,
    rankTwice: (rank) => `You have given rank ${rank} twice. Please give each its own rank.`,
    rankMissing: (rank) => `Rank ${rank} is still missing. Please use the ranks without a gap, from 1.`,
    rankAll: (count) => `Please put all ${count} in order.`,
    rankAtLeast: (count) => `Please give at least ${count === 1 ? 'one rank' : `${count} ranks`}.`,
    rankAtMost: (count) => `Please give at most ${count === 1 ? 'one rank' : `${count} ranks`}.`,
  },
};
