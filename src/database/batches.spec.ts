import { describe, expect, test } from '@jest/globals';
import { Batches } from './batches.js';

/** A database that answers when it is told to. */
function database() {
  const asked: { items: readonly string[]; answer: () => void }[] = [];
  const batches = new Batches<string, string>(async (items) => {
    await new Promise<void>((resolve) => asked.push({ items, answer: resolve }));
    if (items.includes('wrong')) throw new Error(`cannot take ${items.join()}`);
    return items.map((item) => item.toUpperCase());
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const turns = async () => {
    for (let n = 0; n < 4; n += 1) await turn();
  };
  return { batches, asked, turn, turns };
}

describe('what is asked at the same time', () => {
  test('goes together, and each gets its own answer', async () => {
    const { batches, asked, turns } = database();
    const answers = Promise.all(['a', 'b', 'c'].map((item) => batches.ask(item)));
    await turns();
    expect(asked.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
    asked[0]?.answer();
    expect(await answers).toEqual(['A', 'B', 'C']);
  });

  test('waits while two batches are under way, and then goes as one', async () => {
    const { batches, asked, turns } = database();
    const answers = [];
    for (const item of ['a', 'b', 'c', 'd']) {
      answers.push(batches.ask(item));
      await turns();
    }
    expect(asked.map(({ items }) => items)).toEqual([['a'], ['b']]);
    asked[0]?.answer();
    expect(await answers[0]).toBe('A');
    await turns();
    expect(asked.map(({ items }) => items)).toEqual([['a'], ['b'], ['c', 'd']]);
    asked[1]?.answer();
    asked[2]?.answer();
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('goes together with what the next turns of the event loop bring', async () => {
    const { batches, asked, turn, turns } = database();
    for (const item of ['a', 'b']) void batches.ask(item);
    await turn();
    void batches.ask('c');
    await turns();
    expect(asked.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
  });

  test('goes beside another batch only when it is as large', async () => {
    const { batches, asked, turns } = database();
    const ask = async (...items: string[]) => {
      items.forEach((item) => void batches.ask(item));
      await turns();
    };
    await ask('a', 'b', 'c');
    await ask('d', 'e');
    expect(asked.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
    await ask('f');
    expect(asked.map(({ items }) => items)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
  });

  test('goes beside a larger batch that does not come back', async () => {
    const { batches, asked, turns } = database();
    ['a', 'b', 'c'].forEach((item) => void batches.ask(item));
    await turns();
    const late = batches.ask('d');
    await turns();
    expect(asked).toHaveLength(1);
    for (let n = 0; n < 100 && asked.length < 2; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked).toHaveLength(2);
    asked[1]?.answer();
    expect(await late).toBe('D');
  });

  test('does not fail with another: a batch that fails is asked one by one', async () => {
    const { batches, asked, turns } = database();
    const answers = Promise.allSettled(['a', 'wrong', 'c'].map((item) => batches.ask(item)));
    await turns();
    asked[0]?.answer();
    await turns();
    asked.slice(1).forEach(({ answer }) => {
      answer();
    });
    expect(await answers).toEqual([
      { status: 'fulfilled', value: 'A' },
      { status: 'rejected', reason: new Error('cannot take wrong') },
      { status: 'fulfilled', value: 'C' },
    ]);
  });

  test('more than fifty go in several', async () => {
    const { batches, asked, turns } = database();
    const answers = Promise.all(Array.from({ length: 120 }, (_, n) => batches.ask(`n${n}`)));
    await turns();
    expect(asked.map(({ items }) => items.length)).toEqual([50, 50]);
    asked[0]?.answer();
    asked[1]?.answer();
    await turns();
    asked[2]?.answer();
    expect((await answers).at(-1)).toBe('N119');
  });
});
