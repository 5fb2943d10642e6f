import { createRequire } from 'node:module';
import type * as Core from '@zxcvbn-ts/core';
import type * as Common from '@zxcvbn-ts/language-common';
import type * as German from '@zxcvbn-ts/language-de';

/** Below this a guesser is through within an hour, even at ten thousand guesses a second. */
const MIN_GUESSES = 5e7;
/** What is left without digits and punctuation at both ends: a single word with a year is no password. */
const MIN_GUESSES_OF_STEM = 1e6;
/** Checking takes longer the longer a password is; one that is strong this far is strong. */
const CHECKED_LENGTH = 32;

/** What people here think of first, beside the 49,000 most frequent passwords and the German dictionary. */
const OWN_WORDS = [
  'rücklauf',
  'ruecklauf',
  'umfrage',
  'umfragen',
  'fragebogen',
  'verteiler',
  'newsletter',
  'survey',
  'surveys',
  'konsole',
  'console',
  'kennwort',
  'ichliebedich',
];

/** Why a password would be guessed soon. */
export type Guessable = 'common' | 'word' | 'keyboard' | 'repeated' | 'date' | 'own';

/**
 * Why this password would be guessed soon, or null. Estimated by zxcvbn (Wheeler, USENIX Security 2016) over
 * frequent passwords, German words and names, keyboard rows, repetitions and dates, each also with
 * capitals, with digits for letters, backwards, and with something put before or after.
 *
 * @param own what belongs to the account: its address, its name
 */
export function whyGuessable(password: string, own: readonly string[]): Guessable | null {
  const head = Array.from(password).slice(0, CHECKED_LENGTH).join('');
  const stem = /\p{L}(?:.*\p{L})?/su.exec(head)?.[0] ?? '';
  const words = [...OWN_WORDS, ...own.flatMap(wordsOf)];
  const whole = estimator().check(head, words);
  if (whole.guesses < MIN_GUESSES) return reasonOf(whole);
  if (stem === '' || stem === head) return null;
  const bare = estimator().check(stem, words);
  return bare.guesses < MIN_GUESSES_OF_STEM ? reasonOf(bare) : null;
}

/** `anna.berg@netz-werk.de` as people shorten it. */
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const [local = ''] = lower.split('@');
  const parts = lower.split(/[^\p{L}\p{N}]+/u);
  return [lower, local, local.replaceAll(/[^\p{L}\p{N}]/gu, ''), ...parts].filter((word) => word.length > 2);
}

function reasonOf({
  sequence,
}: {
  sequence: readonly { pattern: string; dictionaryName?: string }[];
}): Guessable {
  if (sequence.some((part) => part.dictionaryName === 'userInputs')) return 'own';
  if (sequence.some((part) => part.dictionaryName?.startsWith('passwords'))) return 'common';
  const patterns = new Set(sequence.map((part) => part.pattern));
  if (patterns.has('repeat')) return 'repeated';
  if (patterns.has('spatial') || patterns.has('sequence')) return 'keyboard';
  if (patterns.has('date')) return 'date';
  return patterns.has('dictionary') ? 'word' : 'common';
}

let made: Core.ZxcvbnFactory | undefined;

/** Made when it is first needed: the dictionaries are 15 MB that most processes never look into. */
function estimator(): Core.ZxcvbnFactory {
  if (made) return made;
  const require = createRequire(import.meta.url);
  const { ZxcvbnFactory } = require('@zxcvbn-ts/core') as typeof Core;
  const common = require('@zxcvbn-ts/language-common') as typeof Common;
  const german = require('@zxcvbn-ts/language-de') as typeof German;
  made = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...german.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return made;
}
