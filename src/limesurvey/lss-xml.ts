import sax from 'sax';
import { InvalidInput } from '../common/errors.js';

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
  const broken = (what: string) =>
    refusal(`is broken in line ${parser.line + 1}: ${what}. Please export it again.`);
  parser.onerror = (error) => {
    throw broken(error.message.split('\n')[0] ?? 'it cannot be read');
  };
  parser.ondoctype = () => {
    throw refusal('has a DOCTYPE, which LimeSurvey never writes; for safety it is not read.');
  };
  parser.onopentag = ({ name }) => {
    path.push(name);
    if (path.length === 1 && name !== 'document') throw notLimeSurvey();
    if (path.length > MAX_DEPTH) throw broken('its elements are nested too deep');
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
        if (rowCount > MAX_ROWS) throw refusal(`has more than ${MAX_ROWS} rows, which no survey needs.`);
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
  if (size > MAX_BYTES) throw refusal(`is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  const text = typeof file === 'string' ? file : decoded(file);
  const xml = text.replace(/^\uFEFF/, '').trimStart();
  if (xml === '') throw refusal('is empty.');
  if (xml.startsWith('PK'))
    throw refusal('is an archive (.lsa or .zip); please unpack it and choose the .lss file inside.');
  if (!xml.startsWith('<')) throw refusal('is not XML; please choose the .lss file that LimeSurvey exports.');
  return xml;
}

function decoded(file: Buffer): string {
  // Not text at all, so that what it begins with tells more than that it is no UTF-8.
  if (file.subarray(0, 2).toString('latin1') === 'PK') return 'PK';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw refusal('is not written in UTF-8; please export it again and do not save it in between.');
  }
}

function otherKind(docType: string): InvalidInput {
  if (docType === 'Group' || docType === 'Question')
    return refusal(
      `holds a single ${docType.toLowerCase()}; please export the whole survey ("Survey structure (.lss)").`,
    );
  return notLimeSurvey();
}

function notLimeSurvey(): InvalidInput {
  return refusal(
    'is XML but not a survey of LimeSurvey; in LimeSurvey choose Export and "Survey structure (.lss)".',
  );
}

function refusal(message: string): InvalidInput {
  return new InvalidInput([{ path: 'file', message }], `The file ${message}`);
}
