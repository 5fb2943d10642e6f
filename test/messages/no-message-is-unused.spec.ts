import { expect, test } from '@jest/globals';
import { unusedMessages } from '../support/message-uses.js';

/** Messages, or whole parts of them, that are read in a way the types do not tell, and where. */
const readOtherwise: Record<string, string> = {};

test('every message is read somewhere', () => {
  const isDeclared = (path: string) =>
    Object.keys(readOtherwise).some((part) => path === part || path.startsWith(`${part}.`));
  expect(unusedMessages().filter((path) => !isDeclared(path))).toEqual([]);
}, 240_000);
