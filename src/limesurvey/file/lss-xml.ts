import sax from 'sax';
import type { InvalidInput } from '../../common/errors.js';
import { refusal } from '../refusal.js';

/** One row of a table by column; what the export left empty or away is absent. */
export type LssRow = ReadonlyMap<string, string>;

/** An `.lss` file as it stands: the tables of LimeSurvey's database that make up one survey. */
export interface LssDocument {
  languages: readonly string[];
  tables: ReadonlyMap<string, readonly LssRow[]>;
}

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 200_000;
const MAX_DEPTH = 50;
/** No text needs them, and a name or a database would choke on some. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** The tables that are read; all others say nothing about what is asked. */
const wanted: ReadonlySet<string> = new Set(
  `surveys surveys_languagesettings groups group_l10ns questions subquestions question_l10ns answers
  answer_l10ns question_attributes conditions defaultvalues quota`.split(/\s+/),
);

/**
 * Reads the XML of an `.lss` file. It comes from outside: a DOCTYPE is refused, so that no entity can
 * be declared, and size, depth and number of rows are bounded.
 *
 * @throws InvalidInput that says what the file is instead, or the line at which it is broken
 */
export function readLssXml(file: string | Buffer): LssDocument {
  const xml = textOf(file);
  const tables = new Map<string, LssRow[]>();
  const languages: string[] = [];
  const path: string[] = [];
  let row = new Map<string, string>();
  let rowCount = 0;
  let docType = '';
  let text = '';

  const parser = sax.parser(true, { strictEntities: true } as sax.SAXOptions);
  parser.onerror = (error) => {
    const line = parser.line + 1;
    const what = error.message.split('\n')[0];
    throw what
      ? refusal('limesurvey.broken', { line, what })
      : refusal('limesurvey.broken/unreadable', { line });
  };
  parser.ondoctype = () => {
    throw refusal('limesurvey.doctype');
  };
  parser.onopentag = ({ name }) => {
    path.push(name);
    if (path.length === 1 && name !== 'document') throw notLimeSurvey();
    if (path.length > MAX_DEPTH) throw refusal('limesurvey.broken/too_deep', { line: parser.line + 1 });
    if (path.length === 4) row = new Map();
    text = '';
  };
  parser.ontext = parser.oncdata = (part) => (text += part);
  parser.onclosetag = () => {
    const [, section = '', rows, element, column] = path;
    const value = text.replaceAll(CONTROL, '').trim();
    if (path.length === 2 && section === 'LimeSurveyDocType') docType = value;
    if (path.length === 3 && section === 'languages' && value !== '') languages.push(value);
    if (rows === 'rows' && element === 'row' && wanted.has(section)) {
      if (path.length === 5 && column !== undefined && value !== '') row.set(column, value);
      if (path.length === 4) {
        rowCount += 1;
        if (rowCount > MAX_ROWS) throw refusal('limesurvey.too_many_rows', { most: MAX_ROWS });
        const table = tables.get(section);
        if (table) table.push(row);
        else tables.set(section, [row]);
      }
    }
    path.pop();
    text = '';
  };
  parser.write(xml).close();

  if (docType !== 'Survey') throw otherKind(docType);
  return { languages, tables };
}

function textOf(file: string | Buffer): string {
  const size = typeof file === 'string' ? Buffer.byteLength(file) : file.byteLength;
  if (size > MAX_BYTES) throw refusal('limesurvey.too_large', { most: MAX_BYTES / 1024 / 1024 });
  const text = typeof file === 'string' ? file : decoded(file);
  const xml = text.replace(/^\uFEFF/, '').trimStart();
  if (xml === '') throw refusal('limesurvey.empty');
  if (xml.startsWith('PK')) throw refusal('limesurvey.archive');
  if (!xml.startsWith('<')) throw refusal('limesurvey.not_xml');
  return xml;
}

function decoded(file: Buffer): string {
  // Not text at all, so that what it begins with tells more than that it is no UTF-8.
  if (file.subarray(0, 2).toString('latin1') === 'PK') return 'PK';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw refusal('limesurvey.not_utf8');
  }
}

function otherKind(docType: string): InvalidInput {
  if (docType === 'Group') return refusal('limesurvey.single_group');
  if (docType === 'Question') return refusal('limesurvey.single_question');
  return notLimeSurvey();
}

function notLimeSurvey(): InvalidInput {
  return refusal('limesurvey.another_xml');
}
