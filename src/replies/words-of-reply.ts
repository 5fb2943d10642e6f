/** What RFC 5321 section 4.2.3 says for a code; some providers put it above their own words. */
const BOILERPLATE = [
  'requested mail action not taken: mailbox unavailable',
  'requested action not taken: mailbox unavailable',
  'requested mail action aborted: exceeded storage allocation',
  'requested action not taken',
  'requested mail action aborted',
  'transaction failed',
];

/** From here on a reply says where to read on, in words that mean nothing for the reply. */
const READ_ON = [
  'for more information',
  'for instructions',
  'for further',
  'to review our',
  'to learn ',
  'learn more',
  'please visit',
  'please see http',
  'to best protect our users',
  'to protect our users',
  'to reduce the amount of spam',
];

/**
 * The words of a reply in lower case and in one line, without what would be taken for words: codes at the
 * beginning of lines, addresses, links.
 */
export function wordsOfReply(text: string): string {
  const lines = text.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'").split('\n');
  const words = lines
    .map((line) => line.replace(/^[2-5]\d\d[ -]/, '').replace(/^[245]\.\d{1,3}\.\d{1,3} /, ''))
    .join(' ')
    .split(/\s/)
    .filter((word) => word !== '')
    .map(withoutNames)
    .join(' ');
  return withoutBoilerplate(untilReadOn(words));
}

/** An address or a link says nothing, whatever it is called. */
function withoutNames(word: string): string {
  if (word.includes('@')) return '@';
  if (word.includes('://')) return 'http';
  return word;
}

function untilReadOn(words: string): string {
  const ends = READ_ON.map((marker) => words.indexOf(marker)).filter((at) => at > 0);
  return words.slice(0, Math.min(words.length, ...ends));
}

/** Without the RFC's words where the provider has some of its own. */
function withoutBoilerplate(words: string): string {
  const found = BOILERPLATE.find((phrase) => words.includes(phrase));
  if (found === undefined) return words;
  const rest = words.replace(found, ' ');
  const own = rest.split(' ').filter((word) => /^[a-zà-ÿ]{2}/.test(word));
  return own.length >= 2 ? rest : words;
}
