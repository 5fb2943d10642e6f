import { describe, expect, test } from '@jest/globals';
import { DomainError, InvalidInput } from '../common/errors.js';
import { Survey } from './survey.entity.js';
import { refuseChangesWhereAnonymous, refuseFixed, requireFuture } from './survey-changes.rules.js';
import type { SurveyChange } from './survey.schema.js';

const closesAt = new Date('2027-11-12T22:59:00Z');
const published = Object.assign(new Survey(), {
  state: 'published' as const,
  closesAt,
  closesAtLocal: '2027-11-12T23:59',
  languages: ['de', 'en'],
  privacy: 'anonymous' as const,
  textsStayWithAnswers: false,
  groupColumns: ['role', 'region'],
  mayChangeAnswers: false,
} satisfies Partial<Survey>);

/** The paths and codes a change is refused with; empty: it is let through. */
function refusalsOf(change: SurveyChange): string[] {
  try {
    refuseFixed(published, change);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ kind: 'conflict', code: 'survey.fixed' });
    return (error as DomainError).problems.map(({ path, code }) => `${path}: ${code}`);
  }
}

describe('a survey that begins', () => {
  const at = (ms: number) => new Date(closesAt.getTime() + ms);

  test('closes after the present moment, if only by a millisecond', () => {
    expect(() => {
      requireFuture(published, at(-1));
    }).not.toThrow();
  });

  test.each([0, 1, 86_400_000])('is refused where it has closed %d ms ago, with the time as typed', (ms) => {
    expect(() => {
      requireFuture(published, at(ms));
    }).toThrow(InvalidInput);
    try {
      requireFuture(published, at(ms));
    } catch (error) {
      expect((error as InvalidInput).problems).toEqual([
        { path: 'closesAt', code: 'survey.closes_in_the_past', values: { local: '2027-11-12T23:59' } },
      ]);
    }
  });
});

describe('what people were promised at publication', () => {
  test.each<[string, SurveyChange, string[]]>([
    ['another privacy', { privacy: 'identified' }, ['privacy: survey.fixed_field']],
    ['the same privacy, named at all', { privacy: 'anonymous' }, ['privacy: survey.fixed_field']],
    [
      'free texts beside the answers',
      { textsStayWithAnswers: true },
      ['textsStayWithAnswers: survey.fixed_field'],
    ],
    ['another group column', { groupColumns: ['role'] }, ['groupColumns: survey.fixed_field']],
    ['other group columns in number', { groupColumns: [] }, ['groupColumns: survey.fixed_field']],
    [
      'group columns in another order',
      { groupColumns: ['region', 'role'] },
      ['groupColumns: survey.fixed_field'],
    ],
    ['one language less', { languages: ['de'] }, ['languages: survey.fixed_languages']],
    ['another language instead', { languages: ['de', 'fr'] }, ['languages: survey.fixed_languages']],
  ])('keeps it from %s', (_, change, refusals) => {
    expect(refusalsOf(change)).toEqual(refusals);
  });

  test.each<[string, SurveyChange]>([
    ['nothing at all', {}],
    ['another closing date', { closesAt: '2027-11-19T23:59', timeZone: 'Europe/Paris' }],
    ['one language more', { languages: ['de', 'en', 'fr'] }],
    ['another first language', { languages: ['en', 'de'] }],
    ['what it says already', { textsStayWithAnswers: false, groupColumns: ['role', 'region'] }],
    ['a sender', { sender: { name: 'Netzwerkbüro', email: 'buero@example.org' } }],
  ])('does not keep it from %s', (_, change) => {
    expect(refusalsOf(change)).toEqual([]);
  });

  test('is refused as a whole, and every field of it is named', () => {
    const change: SurveyChange = {
      privacy: 'identified',
      textsStayWithAnswers: true,
      groupColumns: [],
      languages: ['fr'],
    };
    expect(refusalsOf(change)).toEqual([
      'privacy: survey.fixed_field',
      'textsStayWithAnswers: survey.fixed_field',
      'groupColumns: survey.fixed_field',
      'languages: survey.fixed_languages',
    ]);
    expect(() => {
      refuseFixed(published, change);
    }).toThrow(/privacy, textsStayWithAnswers, groupColumns, languages/);
    expect(() => {
      refuseFixed(published, { languages: ['fr'] });
    }).toThrow(DomainError);
    try {
      refuseFixed(published, { languages: ['fr'] });
    } catch (error) {
      expect((error as DomainError).problems[0]?.values).toEqual({ languages: 'de, en' });
    }
  });
});

test.each<[Survey['privacy'], boolean, boolean]>([
  ['identified', true, false],
  ['pseudonymous', true, false],
  ['anonymous', true, true],
  ['anonymous', false, false],
])(
  'answers of a survey that is %s may change: %s is refused: %s (P8)',
  (privacy, mayChangeAnswers, isRefused) => {
    const check = () => {
      refuseChangesWhereAnonymous(Object.assign(new Survey(), { privacy, mayChangeAnswers }));
    };
    if (isRefused) expect(check).toThrow(/^mayChangeAnswers: /);
    else expect(check).not.toThrow();
  },
);
