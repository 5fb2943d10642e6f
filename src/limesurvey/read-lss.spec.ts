import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Model, type Question } from 'survey-core';
import { assetsFolder } from '../common/assets.js';
import { readLss } from './read-lss.js';

const file = readFileSync(join(assetsFolder, '../samples/limesurvey-vereinsbefragung.lss'));
const { title, languages, questionnaire, report } = readLss(file);
const model = () => new Model(structuredClone(questionnaire));
const question = (name: string): Question => {
  const found = model().getQuestionByName(name);
  expect(found).not.toBeNull();
  return found;
};

describe('a survey exported by LimeSurvey', () => {
  test('arrives with its title, its languages, and a page per group', () => {
    expect(title).toEqual({ de: 'Vereinsbefragung', en: 'Club survey' });
    expect(languages).toEqual(['de', 'en']);
    const { pages, locale } = model();
    expect(locale).toBe('de');
    expect(pages.map((page) => page.title)).toEqual([
      'Ihr Verein',
      'Zufriedenheit',
      'Ehrenamt',
      'Zum Schluss',
    ]);
  });

  test('is a questionnaire that SurveyJS finds nothing wrong with', () => {
    expect(model().jsonErrors).toBeFalsy();
  });

  test('asks in the same order, each type as its counterpart', () => {
    expect(
      model()
        .getAllQuestions()
        .map((one) => `${one.name} ${one.getType()}`),
    ).toEqual([
      'ROLLE radiogroup',
      'DAUER text',
      'PLZ text',
      'ANGEBOTE checkbox',
      'ZUFRIEDEN matrix',
      'NOTE rating',
      'GRUND comment',
      'FLUTLICHT boolean',
      'RANG ranking',
      'STUNDEN multipletext',
      'SUMME expression',
      'AUFWAND matrixdropdown',
      'ZEITEN matrixdropdown',
      'ENTLASTUNG comment',
      'EINTRITT text',
      'KANAL radiogroup',
      'KANAL_comment comment',
      'KONTAKT multipletext',
      'DANK html',
    ]);
  });

  test('keeps texts in both languages, as plain text', () => {
    expect(question('ROLLE').toJSON()).toMatchObject({
      title: { de: 'Was machen Sie im Verein?', en: 'What do you do in the club?' },
      isRequired: true,
      choices: [
        { value: 'A1' },
        { value: 'A2', text: { de: 'Übungsleitung', en: 'Coaching' } },
        { value: 'A3' },
      ],
      showOtherItem: true,
      otherText: { de: 'Etwas anderes', en: 'Something else' },
    });
  });

  test('keeps limits, patterns and the choice that excludes all others', () => {
    expect(question('DAUER').toJSON()).toMatchObject({ inputType: 'number', min: 0, max: 90 });
    expect(question('PLZ').toJSON()).toMatchObject({
      maxLength: 5,
      validators: [{ type: 'regex', regex: '^[0-9]{5}$' }],
    });
    expect(question('ANGEBOTE').toJSON()).toMatchObject({
      showNoneItem: true,
      noneText: { de: 'Nichts davon', en: 'None of these' },
      maxSelectedChoices: 3,
      choicesOrder: 'random',
    });
    expect(question('EINTRITT').toJSON()).toMatchObject({ inputType: 'date', min: '1920-01-01' });
  });

  test('shows and hides what LimeSurvey would show and hide', () => {
    const survey = model();
    const isVisible = (name: string) => survey.getQuestionByName(name).isVisible;
    const pageIsVisible = () => survey.getPageByName('page3').isVisible;
    expect([isVisible('ZUFRIEDEN'), isVisible('FLUTLICHT'), pageIsVisible()]).toEqual([false, false, false]);
    expect(isVisible('KANAL')).toBe(true);

    survey.setValue('ROLLE', 'A1');
    survey.setValue('ANGEBOTE', ['SQ001', 'SQ002']);
    expect([isVisible('ZUFRIEDEN'), isVisible('FLUTLICHT'), pageIsVisible()]).toEqual([true, true, true]);
    expect(isVisible('KANAL')).toBe(false);

    survey.setValue('NOTE', 3);
    expect(isVisible('GRUND')).toBe(false);
    survey.setValue('NOTE', 2);
    expect(isVisible('GRUND')).toBe(true);
  });

  test('computes the same, and conditions may use the result', () => {
    const survey = model();
    survey.setValue('ROLLE', 'A2');
    survey.setValue('ANGEBOTE', ['SQ003']);
    survey.setValue('STUNDEN', { SQ001: 12, SQ003: 8 });
    expect(survey.getValue('SUMME')).toBe(20);
    expect(survey.getQuestionByName('ENTLASTUNG').isVisible).toBe(false);
    survey.setValue('STUNDEN', { SQ001: 12, SQ003: 9 });
    expect(survey.getQuestionByName('ENTLASTUNG').isVisible).toBe(true);
  });

  test('comes with a list of all that is different now', () => {
    const lines = report.map(({ where, kind, code }) => `${where}: ${kind} ${code}`);
    expect(lines).toEqual([
      ': left_out quotas',
      'NOTE: changed person_fields',
      'NOTE: changed person_fields',
      'RANG: left_out array_filter',
      'STUNDEN: left_out sum_limits',
      'EINTRITT: left_out date_bounds',
      'KANAL: changed comment_apart',
      'KONTAKT: left_out condition_left_out',
      'FOTO: left_out question_type',
      'DANK: left_out media',
    ]);
    expect(report.find(({ where }) => where === 'KONTAKT')?.values).toEqual({
      condition: 'regexMatch("/^5/", PLZ.NAOK)',
    });
  });
});
