import { describe, expect, test } from '@jest/globals';
import { crc32, deflateSync } from 'node:zlib';
import { cleanImage, type CleanImage } from './clean-image.js';
import { orientationIn, tiffWithOrientation } from './image-orientation.js';

const SECRET = 'N 48.7758 E 9.1829 Erika Mustermann';
const base64 = (text: string) => Buffer.from(text, 'base64');
const jpeg = base64(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
);
// The picture above ends without packed pixels; this reader looks at where they are, not at what they say.
const wholeJpeg = Buffer.concat([jpeg, Buffer.from([0x2a, 0xff, 0, 0x2a, 0xff, 0xd9])]);
const gif = base64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');
const webpLossy = base64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
const webpLossless = base64('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==');

/** Exif data as a camera writes them: how it is turned, and a place. */
function exif(orientation: number): Buffer {
  return Buffer.concat([tiffWithOrientation(orientation), Buffer.from(SECRET)]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

interface Sketch {
  width?: number;
  height?: number;
  interlaced?: number;
  /** Bytes of unpacked pixels; as many as there have to be. */
  raw?: number;
  more?: Buffer[];
}

function png({ width = 3, height = 2, interlaced = 0, raw, more = [] }: Sketch = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, interlaced]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.alloc(raw ?? height * (1 + width * 3)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function webp(...chunks: [string, Buffer][]): Buffer {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...chunks.map(([type, data]) => {
      const head = Buffer.alloc(8);
      head.write(type);
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    }),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
const vp8x = (flags: number, width = 1, height = 1) => {
  const data = Buffer.alloc(10);
  data.writeUInt8(flags);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return data;
};

function taken(bytes: Buffer): CleanImage {
  const image = cleanImage(bytes);
  if (typeof image === 'string') throw new Error(image);
  return image;
}

test.each([
  ['image/png', png()],
  ['image/png', png({ width: 5, height: 9, interlaced: 1, raw: 154 })],
  ['image/jpeg', wholeJpeg],
  ['image/gif', gif],
  ['image/webp', webpLossy],
  ['image/webp', webpLossless],
])('a plain %s stays as it is', (kind, bytes) => {
  const image = taken(bytes);
  expect(image.kind).toBe(kind);
  expect(image.bytes.equals(bytes)).toBe(true);
});

describe('nothing but the picture is kept', () => {
  const [start, rest] = [wholeJpeg.subarray(0, 2), wholeJpeg.subarray(2)];
  const secret = Buffer.from(SECRET);
  test.each([
    ['Exif', segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(1)]))],
    ['XMP', segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`))],
    ['IPTC', segment(0xed, secret)],
    ['a comment', segment(0xfe, secret)],
    ['a preview', segment(0xe0, Buffer.from(`JFXX\0${SECRET}`))],
  ])('of a JPEG with %s', (_what, more) => {
    expect(taken(Buffer.concat([start, more, rest, secret])).bytes.equals(wholeJpeg)).toBe(true);
  });

  test('of a PNG', () => {
    const more = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'prVt'].map((type) => pngChunk(type, secret));
    expect(taken(Buffer.concat([png({ more }), secret])).bytes.equals(png())).toBe(true);
  });

  test('of a GIF', () => {
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, secret.length]), secret, Buffer.from([0])]);
    const xmp = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('XMP DataXMP'),
      Buffer.from([secret.length]),
      secret,
      Buffer.from([0]),
    ]);
    const loop = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('NETSCAPE2.0'),
      Buffer.from([3, 1, 0, 0, 0]),
    ]);
    const head = gif.subarray(0, 19);
    const tail = gif.subarray(19);
    const image = taken(Buffer.concat([head, comment, xmp, loop, tail, secret]));
    expect(image.bytes.equals(Buffer.concat([head, loop, tail]))).toBe(true);
  });

  test('of a WebP', () => {
    const picture = webpLossy.subarray(20);
    const image = taken(
      webp(['VP8X', vp8x(0x0c)], ['VP8 ', picture], ['EXIF', exif(1)], ['XMP ', secret], ['abcd', secret]),
    );
    expect(image.bytes.equals(webp(['VP8X', vp8x(0)], ['VP8 ', picture]))).toBe(true);
  });
});

test('how it is turned survives, and nothing else of the Exif data', () => {
  const little = Buffer.concat([
    Buffer.from('49492a00080000000100120103000100000008000000', 'hex'),
    Buffer.from(SECRET),
  ]);
  expect(orientationIn(little)).toBe(8);
  const turned = [
    Buffer.concat([
      wholeJpeg.subarray(0, 2),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)])),
      wholeJpeg.subarray(2),
    ]),
    png({ more: [pngChunk('eXIf', exif(6))] }),
    webp(['VP8X', vp8x(0x08)], ['VP8 ', webpLossy.subarray(20)], ['EXIF', exif(6)]),
  ];
  for (const bytes of turned) {
    const { bytes: clean } = taken(bytes);
    expect(clean.includes(SECRET)).toBe(false);
    expect(orientationIn(clean.subarray(clean.indexOf('MM\0*')))).toBe(6);
    expect(taken(clean).bytes.equals(clean)).toBe(true);
  }
});

test.each([
  ['kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['kind', Buffer.alloc(0)],
  ['large', Buffer.concat([png(), Buffer.alloc(1_000_000)])],
  ['pixels', png({ width: 6001, height: 1 })],
  ['pixels', png({ width: 5000, height: 5000 })],
  ['pixels', webp(['VP8X', vp8x(0, 16_000_000, 1)], ['VP8 ', webpLossy.subarray(20)])],
  ['damaged', png({ raw: 5 })],
  ['damaged', png({ raw: 500_000 })],
  ['damaged', png().subarray(0, -8)],
  ['damaged', png().fill(1, 20, 22)],
  ['damaged', jpeg],
  ['damaged', wholeJpeg.subarray(0, 20)],
  ['damaged', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ['damaged', gif.subarray(0, -3)],
  ['damaged', Buffer.from('GIF89a\0\0\0\0\0\0\0;')],
  ['damaged', webpLossy.subarray(0, -4)],
  ['damaged', webp(['VP8X', vp8x(0, 7, 7)], ['VP8 ', webpLossy.subarray(20)])],
  ['damaged', webp(['VP8X', vp8x(0)])],
])('is refused as %s', (problem, bytes) => {
  expect(cleanImage(bytes)).toBe(problem);
});

test('any cut and any changed byte is taken clean or refused, never an error', () => {
  for (const whole of [png(), wholeJpeg, gif, webpLossy, webpLossless]) {
    for (let at = 0; at < whole.length; at += 1) {
      cleanImage(whole.subarray(0, at));
      for (const value of [0, 0xff, 0x80]) cleanImage(Buffer.from(whole).fill(value, at, at + 1));
    }
  }
});
