import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface HostileBody {
  name: string;
  headers: Record<string, string>;
  body: Buffer;
  /** More than is sent: the rest never comes. */
  declaredBytes?: number;
}

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=b';
const types = [JSON_TYPE, FORM, MULTIPART, 'text/csv'];

const deep = '['.repeat(100_000);
const manyKeys = `{${Array.from({ length: 110_000 }, (_, i) => `"k${i}":0`).join()}}`;
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail\r\n';

/** What nobody sends who means well, each in every writing that a route may take. */
export const hostileBodies: HostileBody[] = [
  { name: 'nothing', headers: {}, body: Buffer.alloc(0) },
  ...['application/xml', ';;', 'multipart/form-data'].map((type) =>
    body(`something as ${type}`, type, '<a/>'),
  ),
  { name: 'something without a type', headers: {}, body: Buffer.from('{}') },
  ...types.flatMap((type) => [
    body(`bad UTF-8 as ${type}`, type, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0xc3, 0x28, 0x7d])),
    body(`NUL as ${type}`, type, '{"name\\u0000":"a\\u0000","email":"\u0000"}'),
    { ...body(`too long as ${type}`, type, '{}'), declaredBytes: 600 * 1024 * 1024 },
    body(`gzip as ${type}`, type, gzipSync('{}'), { 'content-encoding': 'gzip' }),
  ]),
  body('a bare value', JSON_TYPE, '0'),
  body('br as text/csv', 'text/csv', brotliCompressSync('email'), { 'content-encoding': 'br' }),
  body('zip as text/csv', 'text/csv', 'PK', { 'content-encoding': 'zip' }),
  body('broken gzip as text/csv', 'text/csv', gzipSync('{"a":1}').subarray(0, 18), {
    'content-encoding': 'gzip',
  }),
  body('JSON nested deep', JSON_TYPE, deep),
  body('JSON nested deep within an object', JSON_TYPE, `{"questionnaire":${deep}`),
  body('JSON with many keys', JSON_TYPE, manyKeys),
  body('JSON with a key twice', JSON_TYPE, '{"name":"a","name":"b"}'),
  body('JSON with a prototype', JSON_TYPE, '{"\\u005f_proto__":{"admin":true}}'),
  body('JSON that ends too early', JSON_TYPE, '{"name":"\\'),
  body('a form with many fields', FORM, 'a=&'.repeat(20_000)),
  body('a form with names of objects', FORM, '__proto__=1&constructor=2&hasOwnProperty=3&toString=4'),
  body('a form with broken escapes', FORM, 'email=%&password=%zz&go=%ff%fe&page=%00&lang=%ed%a0%80'),
  body('multipart that ends too early', MULTIPART, `${part('a', 'b')}--b\r\nContent-Dispo`),
  body('a file that ends too early', MULTIPART, file),
  body('multipart of many fields', MULTIPART, `${part('a', '').repeat(3000)}--b--\r\n`),
  body('multipart of one long field', MULTIPART, `${part('title', 'x'.repeat(1_500_000))}--b--\r\n`),
  body('multipart with names of objects', MULTIPART, `${part('__proto__', '1')}--b--\r\n`),
  body('multipart of an empty form', MULTIPART, '--b--\r\n'),
  body('a bomb', 'text/csv', gzipSync(Buffer.alloc(20_000_000)), { 'content-encoding': 'gzip' }),
];

function body(
  name: string,
  type: string,
  bytes: string | Buffer,
  headers: Record<string, string> = {},
): HostileBody {
  return { name, headers: { 'content-type': type, ...headers }, body: Buffer.from(bytes) };
}
