import type { LocalizedText } from '../../common/locale.js';

/** Words that LimeSurvey brings along with some kinds of question, so that the file does not hold them. */
export const genderWords = {
  F: { de: 'Weiblich', en: 'Female', fr: 'Féminin', pl: 'Kobieta', nl: 'Vrouw' },
  M: { de: 'Männlich', en: 'Male', fr: 'Masculin', pl: 'Mężczyzna', nl: 'Man' },
} as const;

export const commentWord = {
  ...{ de: 'Kommentar', en: 'Comment', fr: 'Commentaire', pl: 'Komentarz', nl: 'Opmerking' },
} as const;

const yes = { de: 'Ja', en: 'Yes', fr: 'Oui', pl: 'Tak', nl: 'Ja' };
const no = { de: 'Nein', en: 'No', fr: 'Non', pl: 'Nie', nl: 'Nee' };
const uncertain = { de: 'Unsicher', en: 'Uncertain', fr: 'Incertain', pl: 'Nie wiem', nl: 'Onzeker' };
const increase = { de: 'Zunahme', en: 'Increase', fr: 'Augmentation', pl: 'Wzrost', nl: 'Toename' };
const same = { de: 'Gleich', en: 'Same', fr: 'Sans changement', pl: 'Bez zmian', nl: 'Gelijk' };
const decrease = { de: 'Abnahme', en: 'Decrease', fr: 'Diminution', pl: 'Spadek', nl: 'Afname' };

type FixedColumn = number | { value: string; text: LocalizedText };

/** Columns of the arrays whose scale is fixed, by LimeSurvey's letter. */
export const fixedColumns: ReadonlyMap<string, readonly FixedColumn[]> = new Map(
  Object.entries<readonly FixedColumn[]>({
    A: numbersTo(5),
    B: numbersTo(10),
    C: [
      { value: 'Y', text: yes },
      { value: 'U', text: uncertain },
      { value: 'N', text: no },
    ],
    E: [
      { value: 'I', text: increase },
      { value: 'S', text: same },
      { value: 'D', text: decrease },
    ],
  }),
);

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
