import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { format, resolveConfig } from 'prettier';
import { root } from './build.mjs';

/** Kinds of parts of a parsed message. */
const TYPE = { argument: 1, number: 2, select: 5, plural: 6 };

const messages = join(root, 'messages');
const folder = join(messages, 'de');
const target = join(messages, 'texts.d.ts');

/** The types of all messages, from the German ones: which there are, and the values each needs. */
async function messageTypes() {
  const files = [...filesIn(folder), ...filesIn(join(folder, 'console'))];
  const areas = files.map((file) => {
    const tree = JSON.parse(readFileSync(file, 'utf8'));
    return `  ${JSON.stringify(basename(file, '.json'))}: ${typeOf(tree)};`;
  });
  const source = [
    '// Made by `npm run messages` from messages/de; not to be changed by hand.',
    '',
    '/** Everything people read, by area: texts, and functions from values to texts. */',
    `export interface Texts {\n${areas.join('\n')}\n}`,
    '',
  ].join('\n');
  return format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
}

function filesIn(directory) {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(directory, name));
}

function typeOf(tree) {
  if (typeof tree === 'string') return typeOfMessage(tree);
  if (Array.isArray(tree)) {
    return `readonly [${tree.map(typeOf).join(', ')}]`;
  }
  const keys = Object.entries(tree).map(([key, part]) => `${JSON.stringify(key)}: ${typeOf(part)};`);
  return `{ ${keys.join(' ')} }`;
}

function typeOfMessage(message) {
  const gaps = new Map();
  collect(new IntlMessageFormat(message, 'de', undefined, { ignoreTag: true }).getAst(), gaps);
  if (gaps.size === 0) return 'string';
  const values = [...gaps].map(([name, type]) => `${name}: ${type};`);
  return `(values: { ${values.join(' ')} }) => string`;
}

function collect(parts, gaps) {
  for (const part of parts) {
    if (part.type === TYPE.argument && !gaps.has(part.value)) gaps.set(part.value, 'string | number');
    if (part.type === TYPE.plural || part.type === TYPE.number) gaps.set(part.value, 'number');
    if (part.type === TYPE.select) gaps.set(part.value, 'string');
    for (const option of Object.values(part.options ?? {})) collect(option.value, gaps);
  }
}

/** The values each coded text needs: the gaps of the English ones; a plural in any language asks for a number. */
async function problemTypes() {
  const gapsOf = new Map();
  for (const language of ['en', ...readdirSync(messages).filter((name) => /^[a-z]{2}$/.test(name))]) {
    const within = join(messages, language, 'problems');
    for (const file of existsSync(within) ? readdirSync(within) : []) {
      for (const [code, message] of Object.entries(JSON.parse(readFileSync(join(within, file), 'utf8')))) {
        const gaps = new Map();
        collect(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst(), gaps);
        const known = gapsOf.get(code);
        if (!known) gapsOf.set(code, gaps);
        for (const [name, type] of known ? gaps : [])
          if (type === 'number' && known.has(name)) known.set(name, type);
      }
    }
  }
  const lines = [...gapsOf].map(([code, gaps]) => {
    const values = [...gaps].map(([name, type]) => `${name}: ${type}`);
    return `  ${JSON.stringify(code)}: ${values.length === 0 ? 'null' : `{ ${values.join('; ')} }`};`;
  });
  const source = [
    '// Made by `npm run messages` from messages/*/problems; not to be changed by hand.',
    '',
    '/** What errors, problems and warnings say, by code: the values that the text needs, or null. */',
    `export interface ProblemValues {\n${lines.join('\n')}\n}`,
    '',
  ].join('\n');
  return format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
}

const made = { 'texts.d.ts': await messageTypes(), 'problems.d.ts': await problemTypes() };
for (const [name, types] of Object.entries(made)) {
  const file = join(messages, name);
  if (!process.argv.includes('--check')) writeFileSync(file, types);
  else if (readFileSync(file, 'utf8') !== types)
    throw new Error(`messages/${name} is old. Run: npm run messages`);
}
