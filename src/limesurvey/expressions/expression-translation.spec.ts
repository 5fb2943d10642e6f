import { describe, expect, test } from '@jest/globals';
import { ConditionsParser } from 'survey-core';
import { translateCondition, translateValue } from './expression-translation.js';
import type { Variable } from './expression-variables.js';

const variables = new Map<string, Variable>(
  Object.entries<Variable>({
    L1: { kind: 'code', path: 'L1' },
    '#89': { kind: 'code', path: 'L1' },
    L1_other: { kind: 'text', path: 'L1-Comment' },
    M1: { kind: 'list', path: 'M1' },
    M1_SQ001: { kind: 'choice', path: 'M1', value: 'SQ001' },
    '#90SQ001': { kind: 'choice', path: 'M1', value: 'SQ001' },
    M1_SQ002: { kind: 'choice', path: 'M1', value: 'SQ002' },
    N1: { kind: 'number', path: 'N1' },
    S1: { kind: 'text', path: 'S1' },
    Y1: { kind: 'switch', path: 'Y1', yes: 'Y', no: 'N' },
    F1_SQ001: { kind: 'code', path: 'F1.SQ001' },
    D1_SQ001_1: { kind: 'code', path: 'D1.SQ001.scale2' },
    '#91SQ001#1': { kind: 'code', path: 'D1.SQ001.scale2' },
    Q481: { kind: 'code', path: 'L1' },
  }),
);

describe('a condition of LimeSurvey', () => {
  test.each([
    ['L1.NAOK == "A1"', "{L1} = 'A1'"],
    ["((L1.NAOK == 'A1'))", "{L1} = 'A1'"],
    ['{L1.NAOK=="A1"}', "{L1} = 'A1'"],
    ['L1 eq "A1"', "{L1} = 'A1'"],
    ['L1.NAOK ne "A1"', "{L1} != 'A1'"],
    ['"A1" == L1.NAOK', "{L1} = 'A1'"],
    ['L1 == 1', "{L1} = '1'"],
    ['L1.NAOK == "-oth-"', "{L1} = 'other'"],
    ['L1_other.NAOK == "Anna"', "{L1-Comment} = 'Anna'"],
    ['12345X67X89.NAOK == "A1"', "{L1} = 'A1'"],
    ['Q481.NAOK == "A1"', "{L1} = 'A1'"],
    ['M1_SQ001.NAOK == "Y"', "{M1} contains 'SQ001'"],
    ['M1_SQ001.NAOK != "Y"', "{M1} notcontains 'SQ001'"],
    ['M1_SQ001 == ""', "{M1} notcontains 'SQ001'"],
    ['12345X67X90SQ001.NAOK == "Y"', "{M1} contains 'SQ001'"],
    ['F1_SQ001.NAOK == "A2"', "{F1.SQ001} = 'A2'"],
    ['D1_SQ001_1.NAOK == "A2"', "{D1.SQ001.scale2} = 'A2'"],
    ['12345X67X91SQ001#1.NAOK == "A2"', "{D1.SQ001.scale2} = 'A2'"],
    ['Y1.NAOK == "Y"', '{Y1} = true'],
    ['Y1.NAOK == "N"', '{Y1} = false'],
    ['N1.NAOK ge 18', '{N1} >= 18'],
    ['N1.NAOK > "17.5"', '{N1} > 17.5'],
    ['3 < N1', '{N1} > 3'],
    ['N1 + 1 == 3', '({N1} + 1) = 3'],
    ['is_empty(L1.NAOK)', '{L1} empty'],
    ['!is_empty(L1.NAOK)', '{L1} notempty'],
    ['L1.NAOK == ""', '{L1} empty'],
    ['L1.NAOK != " "', '{L1} notempty'],
    ['L1', '{L1} notempty'],
    ['!M1_SQ001', "{M1} notcontains 'SQ001'"],
    ['!(L1 == "A1")', "!({L1} = 'A1')"],
    ['L1 == "A1" && (N1 > 1 || N1 < 0)', "{L1} = 'A1' and ({N1} > 1 or {N1} < 0)"],
    ['L1 == "A1" or N1 > 1 and N1 < 5', "{L1} = 'A1' or ({N1} > 1 and {N1} < 5)"],
    [
      'count(M1_SQ001, M1_SQ002) >= 2',
      "(iif({M1} contains 'SQ001', 1, 0) + iif({M1} contains 'SQ002', 1, 0)) >= 2",
    ],
    ['TOKEN:ATTRIBUTE_1 == "Bonn"', "{person.attribute_1} = 'Bonn'"],
    ['S1.shown == "Bonn"', "{S1} = 'Bonn'"],
  ])('%s', (source, expected) => {
    expect(translateCondition(source, variables)).toBe(expected);
    expect(new ConditionsParser().parseExpression(expected)).toBeTruthy();
  });

  test.each([
    ['a question that is not there', 'GONE == "A1"'],
    ['a function without a counterpart', 'regexMatch("/a/", S1)'],
    ['the words shown for an answer', 'L1.shown == "Ja"'],
    ['a text with a quotation mark, which SurveyJS cannot hold', `S1 == "it's"`],
    ['braces that would name another question', 'S1 == "{N1}"'],
    ['a list as a whole against a value', 'M1 == "SQ001"'],
    ['half an expression', 'L1 == '],
    ['an open parenthesis', '(L1 == "A1"'],
    ['an assignment', 'L1 = "A1"'],
    ['nothing but a number', '2'],
    ['a list order by words', 'L1 > "b"'],
    ['very deep nesting', `${'('.repeat(5000)}N1${')'.repeat(5000)} > 1`],
    ['very great length', Array(3000).fill('N1 > 1').join(' or ')],
  ])('%s is not guessed at', (_, source) => {
    expect(translateCondition(source, variables)).toBeNull();
  });
});

test('a computed value is translated with its functions', () => {
  expect(translateValue('{sum(N1.NAOK, N1.NAOK) * 2}', variables)).toBe('(sum({N1}, {N1}) * 2)');
  expect(translateValue('if(Y1.NAOK == "Y", N1 - 1, -1)', variables)).toBe(
    'iif({Y1} = true, ({N1} - 1), -1)',
  );
  expect(translateValue('strlen(S1)', variables)).toBeNull();
});
