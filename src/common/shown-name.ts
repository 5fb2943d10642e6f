import { withoutTrailing } from './trim-characters.js';

/**
 * A name or salutation of a list as a letter may show it: without invisible characters (Unicode Cf, which
 * turn the direction of writing or hide between letters), and empty where it holds a web or mail address.
 *
 * Mail programs make links of addresses in plain words, and anyone who signs somebody else up chooses the
 * name: a greeting must not be where advertisements stand.
 */
export function shownName(text: string | null): string {
  const visible = (text ?? '').replace(INVISIBLE, '');
  return holdsWebAddress(visible) ? '' : visible;
}

/** Whether a mail program may make a link of something in it. */
export function holdsWebAddress(text: string): boolean {
  if (!MAY_HOLD_ONE.test(text)) return false;
  // Full-width letters and dots lead to the same places (UTS 46).
  const plain = text.replace(INVISIBLE, '').normalize('NFKC').replaceAll('\u3002', '.');
  if (/http|:\/\/|www\.|\S@\S/i.test(plain)) return true;
  return plain.includes('.') && plain.split(/[\s,;()<>[\]"'|\\]+/).some(isWebAddress);
}

const INVISIBLE = /\p{Cf}/gu;
/** Most names are done with here: no dot, colon, @ or `http`, and nothing that is one of them in another form. */
const MAY_HOLD_ONE = /[.:@\u2024\u3002\uFE13\uFE52\uFE55\uFE6B\uFF00-\uFFEF\p{Cf}]|http/iu;
/** Before a dot without a blank these begin a name, `Dr.Li`, and no address. */
const TITLES = new Set(
  'dr prof st mag dipl ing hr fr herr frau mr mrs ms med phil jur rer nat habil hc'.split(' '),
);
const DOMAINS = new Set(
  (
    'com net org info biz name pro mobi eu de at ch uk fr nl pl it es ru cn io co me tv cc to app dev xyz online ' +
    'shop site top club store tech space website live link click example test'
  ).split(' '),
);

/**
 * Whether a word is a host name, `foo.example`, perhaps with a path. A part that begins with a capital is
 * more likely a name, `St.Gallen`, `A.Meier`, unless it is a well-known top-level domain.
 */
function isWebAddress(word: string): boolean {
  const [host = '', ...path] = withoutTrailing(word, /[.!?:]/).split(/[/?#:]/);
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const before = labels.at(-2) ?? '';
  if (labels.length < 2 || before === '') return false;
  if (labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label))) return true;
  if (path.length > 0 && last.length > 1) return true;
  const isKnown = DOMAINS.has(last.toLowerCase());
  if (
    TITLES.has(before.toLowerCase()) ||
    (before.length === 1 && last.length === 2 && !/^[a-z]+$/.test(before + last))
  )
    return false;
  return isKnown || /^[\p{Ll}\p{Lo}]{2,}$/u.test(last) || /^xn--/i.test(last);
}
