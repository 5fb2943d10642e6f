type Row = Readonly<Record<string, string>>;

/** An `.lss` file with these tables, as LimeSurvey writes it. */
export function lssFile(
  tables: Readonly<Record<string, readonly Row[]>>,
  languages: readonly string[] = ['de'],
): string {
  const cell = ([name, value]: [string, string]) =>
    value === '' ? `<${name}/>` : `<${name}><![CDATA[${value}]]></${name}>`;
  const row = (one: Row) => `<row>${Object.entries(one).map(cell).join('')}</row>`;
  const table = ([name, rows]: [string, readonly Row[]]) =>
    ` <${name}>\n  <fields/>\n  <rows>\n${rows.map(row).join('\n')}\n  </rows>\n </${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<document>',
    ' <LimeSurveyDocType>Survey</LimeSurveyDocType>',
    ' <DBVersion>359</DBVersion>',
    ` <languages>${languages.map((language) => `<language>${language}</language>`).join('')}</languages>`,
    ...Object.entries(tables).map(table),
    '</document>',
  ].join('\n');
}
