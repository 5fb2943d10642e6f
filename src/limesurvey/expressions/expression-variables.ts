/** What a name of LimeSurvey's stands for in the questionnaire. */
export interface Variable {
  /**
   * `text` and `number` are answers as given, `code` one of a list's values, `list` several of them.
   * `choice` is one box of a multiple choice, `switch` a yes or no.
   */
  kind: 'text' | 'number' | 'code' | 'list' | 'choice' | 'switch';
  /** As SurveyJS names it between braces, for example `Q1` or `Q1.SQ001`. */
  path: string;
  /** Of a choice: its value. */
  value?: string;
  /** Of a switch: LimeSurvey's values for yes and no. */
  yes?: string;
  no?: string;
  /** Of the choice „Sonstiges“: where its words stand. */
  words?: string;
}

export type Variables = ReadonlyMap<string, Variable>;

const OLD_NAME = /^(?:INSERTANS:)?\d+X\d+X(\d\w*(?:#\d)?)$/;
const PERSON = /^(?:TOKEN:)?(ATTRIBUTE_(\d{1,3})|FIRSTNAME|LASTNAME)$/;

/**
 * Finds a variable by question code (`Q1_SQ001`), by the old name made of survey, group and question
 * (`12345X67X89SQ001`) or by the new one made of ids (`Q89_S91`). Old names are kept under `#89SQ001`,
 * as survey and group have other numbers in every copy.
 */
export function variableNamed(name: string, variables: Variables): Variable | undefined {
  const old = OLD_NAME.exec(name)?.[1];
  return variables.get(old === undefined ? name : `#${old}`) ?? attributeOf(name);
}

/** A field of the person asked, for example `TOKEN:ATTRIBUTE_1`; first and last name are one with us. */
export function personFieldOf(name: string): string | null {
  const [, field, attribute] = PERSON.exec(name) ?? [];
  if (field === undefined) return null;
  return attribute === undefined ? 'person.name' : `person.attribute_${attribute}`;
}

function attributeOf(name: string): Variable | undefined {
  const path = personFieldOf(name);
  return path === null || path === 'person.name' ? undefined : { kind: 'text', path };
}
