import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileJson } from '../../../../test/support/compile.js';
import { generatedQuestionnaires } from '../../../../test/support/generated-questionnaires.js';
import type { Answers } from '../answers.js';
import { formOfAnswers } from '../read/answer-form.js';
import { checkPage, checkWhole } from './check-answers.js';
import { questionsWithin } from '../../plan/questionnaire-plan.js';
import { evaluateQuestionnaire } from '../state/evaluate-questionnaire.js';

const respondent = {
  person: {},
  now: new Date('2027-11-12T10:00:00Z'),
  timeZone: 'Europe/Berlin',
  seed: 'a',
};

describe('what was checked on the page that came last is not checked again', () => {
  test('and the outcome is that of checking everything', () => {
    let incomplete = 0;
    let handedIn = 0;
    fc.assert(
      fc.property(generatedQuestionnaires({ withTriggers: true }), ({ json, answerSets }) => {
        const plan = compileJson(json);
        const [kept = {}, ...posts] = answerSets as Answers[];
        const before = evaluateQuestionnaire(plan, kept, respondent);
        for (const [pageIndex, page] of plan.pages.entries()) {
          for (const answers of posts) {
            const form = formOfAnswers(questionsWithin(page), answers, 'de');
            const last = checkPage(before, pageIndex, form, 'de');
            // A page with something wrong on it is shown again, and leads nowhere.
            if (last.errors.length > 0) continue;
            const everything = checkWhole(evaluateQuestionnaire(plan, last.answers, respondent), 'de');
            expect(checkWhole(last.state, 'de', { last })).toEqual(everything);
            if (everything.errors.length > 0) incomplete += 1;
            else handedIn += 1;
          }
        }
      }),
      { seed: 20271112, numRuns: 300 },
    );
    expect(Math.min(incomplete, handedIn)).toBeGreaterThan(100);
  });

  test('also where a choice of the page that is gone had taken another one with it', () => {
    const choice = (value: string, visibleIf: string) => ({ value, text: value, visibleIf });
    const plan = compileJson({
      pages: [
        { elements: [{ type: 'checkbox', name: 'x', choices: [choice('x', "{y} <> 'a'")] }] },
        {
          elements: [
            { type: 'boolean', name: 'c' },
            { type: 'radiogroup', name: 'y', choices: [choice('a', '{c} = true')] },
          ],
        },
      ],
    });
    const last = checkPage(
      evaluateQuestionnaire(plan, { x: ['x'] }, respondent),
      1,
      { 'q.c': 'false', 'q.y': 'a' },
      'de',
    );
    expect(checkWhole(last.state, 'de', { last })).toEqual({
      answers: { x: ['x'], c: false },
      errors: [],
    });
  });
});
