/** The start of an academic title; what follows it (`h. c.`, `med.`) is no title by itself. */
const HEAD =
  /^(?:univ\.?-?prof|prof|professorin|professor|professeure|professeur|profesor|hoogleraar|dr|drs|doktorin|doktor|doctor|docteure|docteur|mag|maga|dipl|priv\.?-?doz|pd|ing|ir|dr\.?-ing|dipl\.?-[\p{L}]+|bakk|hon\.?-?prof|apl)(?:\.|$)/iu;
const FULL_STOP_NEEDED = /^(?:ing|ir|mag|maga|dipl|bakk|apl)$/i;
const TAIL =
  /^(?:h|c|hc|e|mult|med|dent|vet|jur|iur|phil|rer|nat|pol|oec|publ|habil|theol|sc|scient|techn|agr|ing|univ|biol|math|cult|silv)\.(?:\p{L}+\.)*\p{L}*(?:-\p{L}+\.?)*$|^(?:h\.c|med|phil|jur|rer|nat|pol|habil)\.?$/u;
const PROFESSOR = /prof(?:\.|$|ess?or)|hoogleraar/i;

/** Letters behind a name: degrees, seats in parliament, senior and junior. */
const BEHIND =
  /^(?:(?:[BM]\.? ?(?:A|Sc|Eng|Ed)|LL\.? ?[BM]|Ph\.? ?D|MBA|MPA|MdB|MdL|MdEP|MEP|MP|OBE|MBE|CBE|KC|QC|DSc|MD|FH|Dipl\.\S*)\.?|(?:jun|jr|sen|sr)\.?|\((?:FH|TU|Univ\.?)\))$/i;

/** Takes the academic titles off the front of a name or a form of address: `[titles, the rest]`. */
export function takeTitles(words: readonly string[]): [string[], string[]] {
  let end = 0;
  while (end < words.length) {
    const word = words[end] ?? '';
    const isHead = HEAD.test(word) && !FULL_STOP_NEEDED.test(word);
    if (!isHead && !(end > 0 && TAIL.test(word))) break;
    end++;
  }
  return [words.slice(0, end).map(withFullStop), words.slice(end)];
}

function withFullStop(title: string): string {
  return /^(?:Prof|Dr|Mag)$/.test(title) ? `${title}.` : title;
}

/** `Dr.Müller` is two words, `Prof.Dr.Müller` three. */
export function withTitlesParted(text: string): string {
  return text
    .replace(/(^|\s)Prof\.(?=Dr\b|\p{Lu}\p{L}{2,})/gu, '$1Prof. ')
    .replace(/(^|\s)Dr\.(?=\p{Lu}\p{L}{2,})/gu, '$1Dr. ');
}

/** Takes degrees and the like off the end of a name. */
export function withoutLettersBehind(words: readonly string[]): string[] {
  let end = words.length;
  while (end > 1 && BEHIND.test(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

/** Whether a word is nothing but letters that stand behind names. */
export const standsBehindNames = (word: string): boolean => BEHIND.test(word);

/** The titles of both, none of them twice, professors first. */
export function joinedTitles(one: readonly string[], other: readonly string[]): string[] {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  const held = new Set(longer.map(meaning));
  const added = shorter.every((word) => held.has(meaning(word))) ? [] : takeNew(shorter, held);
  const all = [...longer, ...added];
  const professors = all.filter((word) => PROFESSOR.test(word));
  return [...professors, ...all.filter((word) => !PROFESSOR.test(word))];
}

function takeNew(titles: readonly string[], held: ReadonlySet<string>): string[] {
  return titles.filter((word) => !held.has(meaning(word)));
}

/** `Professorin`, `Prof.` and `professor` mean the same. */
function meaning(title: string): string {
  const plain = title.toLowerCase().replace(/\.$/, '');
  if (/^(?:prof|profess?[eo]u?rin|profess?[eo]u?re?)$/.test(plain)) return 'prof';
  return /^(?:dr|do[kc]tor(?:in)?|docteure?)$/.test(plain) ? 'dr' : plain;
}

/** The one title by which languages address somebody that name no more than one. */
export function highestTitle(titles: readonly string[]): 'professor' | 'doctor' | null {
  if (titles.some((title) => PROFESSOR.test(title))) return 'professor';
  return titles.some((title) => /^(?:dr|do[kc]tor|docteur)/i.test(title)) ? 'doctor' : null;
}

/** Whether it may end a greeting: „Sehr geehrter Herr Professor“, not „Herr Dr.“. */
export const isSpelledOut = (title: string): boolean => /^(?:profess|do[kc]t)\p{L}+$/iu.test(title);
