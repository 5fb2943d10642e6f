import { describe, expect, test } from '@jest/globals';
import { stepOf } from '../editor-steps.js';
import {
  addElement,
  addPage,
  changeNode,
  duplicateNode,
  gapBeside,
  located,
  moveNode,
  removeNode,
} from './questionnaire-steps.js';
import { referencesTo } from './name-references.js';
import { type Draft, draftOf, nameOf, nodeAt, placedIn } from './questionnaire-tree.js';

const draft: Draft = draftOf({
  pages: [
    {
      name: 'seite1',
      elements: [
        { type: 'radiogroup', name: 'rolle', title: 'Ihre Rolle', choices: ['haupt', 'ehren'] },
        {
          type: 'panel',
          name: 'gruppe',
          elements: [{ type: 'text', name: 'jahre', visibleIf: "{rolle} = 'ehren' and {ort} notempty" }],
        },
      ],
    },
    {
      name: 'seite2',
      visibleIf: "{rolle} = 'ehren'",
      elements: [{ type: 'comment', name: 'wunsch', title: 'Als {rolle}: was wünschen Sie?' }],
    },
  ],
  triggers: [{ type: 'complete', expression: "{rolle} = 'keine'" }],
});
const namesOf = (of: Draft) => placedIn(of).map(({ node }) => nameOf(node));

describe('a questionnaire is edited by steps', () => {
  test('a new question gets a name from its title, and never one that is taken', () => {
    const first = addElement(
      draft,
      { within: '0', index: 1 },
      { type: 'text', title: 'In welcher Stadt wohnen Sie?' },
      'de',
    );
    expect([first.at, nameOf(nodeAt(first.draft, first.at) ?? {})]).toEqual(['0.1', 'stadt_wohnen']);
    const second = addElement(
      first.draft,
      { within: '1', index: 0 },
      { type: 'text', title: 'Stadt, wohnen!' },
      'de',
    );
    expect(nameOf(nodeAt(second.draft, second.at) ?? {})).toBe('stadt_wohnen2');
    expect(namesOf(draft)).toEqual(['seite1', 'rolle', 'gruppe', 'jahre', 'seite2', 'wunsch']);
  });

  test('the first question of an empty questionnaire makes its page', () => {
    const { draft: made, at } = addElement(
      draftOf({}),
      { within: '0', index: 0 },
      { type: 'text', title: 'Name' },
      'de',
    );
    expect([at, namesOf(made)]).toEqual(['0.0', ['seite1', 'name']]);
  });

  test('a new name reaches conditions, pages, triggers and inserted answers', () => {
    const node = { ...nodeAt(draft, '0.0'), name: 'aufgabe' };
    const { draft: renamed } = changeNode(draft, '0.0', node);
    const text = JSON.stringify(renamed);
    expect(text).not.toContain('rolle');
    expect(text.match(/\{aufgabe\}/g)).toHaveLength(4);
  });

  test('what uses an answer is known before it is deleted, and adapted when it is', () => {
    expect(referencesTo(draft, ['rolle'], '0.0')).toEqual([
      { address: '0.1.0', kind: 'condition' },
      { address: '1', kind: 'condition' },
      { address: '1.0', kind: 'text' },
      { address: null, kind: 'trigger' },
    ]);
    const { draft: left } = removeNode(draft, '0.0');
    expect(nodeAt(left, '0.0.0')).toEqual({ type: 'text', name: 'jahre', visibleIf: '{ort} notempty' });
    expect(nodeAt(left, '1')).not.toHaveProperty('visibleIf');
    expect(nodeAt(left, '1.0')).toMatchObject({ title: 'Als : was wünschen Sie?' });
    expect(left['triggers']).toEqual([]);
  });

  test('a question moves into a panel, to another page, and past its neighbours', () => {
    expect(moveNode(draft, '0.0', { within: '0.1', index: 1 }).at).toBe('0.0.1');
    expect(moveNode(draft, '0.0', { within: '1', index: 1 }).at).toBe('1.1');
    expect(moveNode(draft, '0.0', { within: '0', index: 2 }).at).toBe('0.1');
    expect(gapBeside(draft, '0.0', 'up')).toBeNull();
    expect(gapBeside(draft, '1.0', 'up')).toEqual({ within: '0', index: 2 });
    expect(gapBeside(draft, '0.1.0', 'down')).toEqual({ within: '0', index: 2 });
  });

  test('a panel does not move into itself, and a page not into a page', () => {
    expect(moveNode(draft, '0.1', { within: '0.1', index: 0 }).draft).toEqual(draft);
    expect(moveNode(draft, '0', { within: '1', index: 0 }).draft).toEqual(draft);
    expect(namesOf(moveNode(draft, '1', { within: '', index: 0 }).draft)[0]).toBe('seite2');
  });

  test('a copy has names of its own, all the way down', () => {
    const { draft: twice, at } = duplicateNode(draft, '0');
    expect(at).toBe('1');
    expect(new Set(namesOf(twice)).size).toBe(namesOf(twice).length);
  });

  test('a form finds its question again where it has moved to', () => {
    expect(located(draft, '0.1', 'wunsch')).toBe('1.0');
    expect(located(draft, '0.1', 'weg')).toBeNull();
    expect(addPage(draft, 2, {}).at).toBe('2');
  });
});

describe('what a form was about may be gone meanwhile', () => {
  const languages = ['de'];
  test('nothing is moved into what is no page or panel, so that nothing is lost', () => {
    for (const to of ['7@0', '0.9@0', '0.0@0']) {
      const outcome = stepOf(draft, { do: 'move', at: '1.0', was: 'wunsch', to }, languages);
      expect(outcome).toEqual({ kind: 'gone' });
    }
    const moved = stepOf(draft, { do: 'move', at: '1.0', was: 'wunsch', to: '0.1@0' }, languages);
    expect(moved).toMatchObject({ kind: 'step', stepped: { at: '0.1.0' } });
  });

  test('a new question needs its page or panel to be there', () => {
    const add = { do: 'add', kind: 'text', 'title.de': 'Ort' };
    expect(stepOf(draft, { ...add, at: '7@0' }, languages)).toEqual({ kind: 'gone' });
    expect(stepOf(draft, { ...add, at: '@0' }, languages)).toEqual({ kind: 'gone' });
    expect(stepOf(draftOf({}), { ...add, at: '0@0' }, languages)).toMatchObject({ kind: 'step' });
  });

  test('what has no name is not mistaken for something else without one', () => {
    const unnamed = draftOf({ pages: [{ elements: [{ type: 'text' }] }] });
    expect(located(unnamed, '0.4', '')).toBeNull();
    expect(located(unnamed, '0.0', '')).toBe('0.0');
  });
});
