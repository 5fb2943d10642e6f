import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';

/** The project with a console in Dutch: every English text, marked, but for the area `surveys`. */
const folder = mkdtempSync(join(tmpdir(), 'messages-'));
const dutch = join(folder, 'messages', 'nl', 'console');
cpSync(join(projectFolder, 'messages'), join(folder, 'messages'), { recursive: true });
mkdirSync(dutch);
const english = join(projectFolder, 'messages', 'en', 'console');
for (const file of readdirSync(english).filter((name) => name !== 'surveys.json')) {
  const tree = JSON.parse(readFileSync(join(english, file), 'utf8')) as unknown;
  writeFileSync(join(dutch, file), JSON.stringify(marked(tree)));
}

function marked(tree: unknown): unknown {
  if (typeof tree === 'string') return `nl ${tree}`;
  if (Array.isArray(tree)) return tree.map(marked);
  return Object.fromEntries(Object.entries(tree as object).map(([key, part]) => [key, marked(part)]));
}

jest.unstable_mockModule('../../src/common/project-folder.js', () => ({ projectFolder: folder }));
const { consoleLocales } = await import('../../src/common/locale.js');
const { localeOfRequest } = await import('../../src/console/locale-of-request.js');
const { TopBar } = await import('../../src/console/top-bar.js');
const { renderToString } = await import('preact-render-to-string');
const { texts } = await import('../../src/common/texts.js');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a folder of texts is all that another language of the console needs', () => {
  expect(consoleLocales).toEqual(['de', 'en', 'nl']);
  expect(localeOfRequest(undefined, 'nl-NL,de;q=0.5')).toBe('nl');

  const context = {
    locale: 'nl',
    path: '/console',
    catchesMail: true,
    member: { name: 'Anna', email: 'a@b.test' },
  };
  const html = renderToString(TopBar({ context: context as never, section: 'surveys' }));
  expect(html).toContain('nl Sign out');
  expect(html).toContain('nl Signed in as a@b.test');
  expect(html).toContain('lang="de"');
  expect(html).not.toContain('lang="nl"');
});

test('what such a language does not have comes in English, counts in their form', () => {
  expect(texts('surveys', 'nl').new).toBe('New survey');
  expect(texts('console', 'nl').errorSummary({ n: 1 })).toBe('nl Please check one entry');
});
