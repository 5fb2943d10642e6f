/** A piece of ExpressionScript, LimeSurvey's language for conditions and computed texts. */
export interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  /** Of a text without its quotes; signs in one spelling (`==` for `eq`, `and` for `&&`). */
  text: string;
}

/** What we do not translate. The expression is then left out as a whole and reported with its text. */
export class Untranslatable extends Error {}

/** Names: `Q1.NAOK`, `Q1_SQ001`, old ones such as `12345X67X89SQ001#0`, and `TOKEN:ATTRIBUTE_1`. */
const TOKEN =
  /\s*(?:(?<name>(?:(?:TOKEN|INSERTANS):)?(?:\d+X\d+X\d\w*(?:#\d)?|[A-Za-z_]\w*(?:#\d)?)(?:\.[A-Za-z]+)?)|(?<number>\d+(?:\.\d+)?)|"(?<double>[^"\\]*)"|'(?<single>[^'\\]*)'|(?<sign>==|!=|<>|<=|>=|&&|\|\||[-+*/%<>!(),])|(?<end>$))/y;

const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' },
    ...{ and: 'and', or: 'or', '&&': 'and', '||': 'or', '<>': '!=' },
  }),
);

export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trim();
  TOKEN.lastIndex = 0;
  for (;;) {
    const found = TOKEN.exec(text)?.groups;
    if (!found) throw new Untranslatable(source);
    const token = tokenOf(found);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
  }
}

function tokenOf({ name, number, double, single, sign }: Record<string, string | undefined>): Token {
  if (number !== undefined) return { kind: 'number', text: number };
  const quoted = double ?? single;
  if (quoted !== undefined) return { kind: 'text', text: quoted };
  if (sign !== undefined) return { kind: 'sign', text: spellings.get(sign) ?? sign };
  if (name === undefined) return { kind: 'end', text: '' };
  const operator = spellings.get(name.toLowerCase());
  return operator === undefined ? { kind: 'name', text: name } : { kind: 'sign', text: operator };
}
