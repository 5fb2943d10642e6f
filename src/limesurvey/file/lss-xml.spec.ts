import { describe, expect, test } from '@jest/globals';
import { lssFile } from '../../../test/support/lss-file.js';
import { InvalidInput } from '../../common/errors.js';
import { readLss } from '../read-lss.js';

const small = lssFile({
  groups: [{ gid: '1', group_name: 'Eins', language: 'de' }],
  questions: [
    { qid: '2', parent_qid: '0', gid: '1', type: 'T', title: 'Q1', question: 'Wie?', language: 'de' },
  ],
});

function refusal(file: string | Buffer): string {
  try {
    readLss(file);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).message;
  }
  throw new Error('was read');
}

describe('a file that is no survey is refused with what it is instead', () => {
  test.each([
    ['', 'is empty'],
    ['name;mail\n', 'is not XML'],
    [Buffer.from('PK\u0003\u0004\u00ff\u00fe', 'latin1'), 'is an archive (.lsa or .zip)'],
    [Buffer.from('<document>\u00e4', 'latin1'), 'is not written in UTF-8'],
    ['<html><body/></html>', 'is XML but not a survey of LimeSurvey'],
    ['<document/>', 'is XML but not a survey of LimeSurvey'],
    ['<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>', 'holds a single group'],
    [lssFile({}), 'has no questions'],
    [lssFile({ groups: [{ gid: '1' }] }), 'has no questions'],
    [small.replaceAll('>de<', '>es<').replaceAll('[de]', '[es]'), 'is in es; surveys can be in'],
    [small.replace('[T]', '[|]'), 'has no question of a kind that can be asked here'],
  ])('%j', (file, message) => {
    expect(refusal(file)).toContain(`The file ${message}`);
  });

  test('broken XML is refused with the line', () => {
    expect(refusal(small.replace('</groups>', '</group>'))).toMatch(
      /is broken in line 11: Unexpected close tag/,
    );
    expect(refusal(small.slice(0, -20))).toMatch(/is broken in line \d+: Unclosed root tag/);
    expect(refusal(small.replace('<gid>', '<gid>&auml;'))).toMatch(
      /is broken in line 9: Invalid character entity/,
    );
  });

  test('nothing can be declared, so that no entity explodes', () => {
    const bomb = `<!DOCTYPE document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<document>`;
    expect(refusal(small.replace('<document>', bomb))).toContain('has a DOCTYPE');
    const elsewhere = small.replace('<groups>', '<!DOCTYPE x><groups>');
    expect(refusal(elsewhere)).toMatch(/has a DOCTYPE|is broken/);
  });

  test('size, depth and number of rows are bounded', () => {
    expect(refusal(`<document>${' '.repeat(21 * 1024 * 1024)}`)).toContain('is larger than 20 MB');
    expect(refusal(`<document>${'<a>'.repeat(100_000)}`)).toContain('nested too deep');
    expect(refusal(small.replace('<rows>', `<rows>${'<row/>'.repeat(200_001)}`))).toContain(
      'more than 200000 rows',
    );
  });
});

test('a byte order mark and characters that XML escapes are read', () => {
  const { questionnaire } = readLss(
    Buffer.from(`\uFEFF${small.replace('<![CDATA[Wie?]]>', 'Wie &amp; &#119;o &lt;b&gt;wann&lt;/b&gt;?')}`),
  );
  expect(questionnaire).toMatchObject({ pages: [{ elements: [{ title: { de: 'Wie & wo wann?' } }] }] });
});
