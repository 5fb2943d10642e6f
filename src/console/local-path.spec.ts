import { describe, expect, test } from '@jest/globals';
import { localPath } from './local-path.js';

describe('the path to go on to', () => {
  test.each(['/console', '/console/surveys/7', '/console/waves/3?state=uncertain', '/console?a=1'])(
    'is kept when it is our own: %s',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  test.each([
    'https://evil.example/console',
    '//evil.example/console',
    '/\\evil.example',
    '/console//evil.example',
    '/console/../../evil',
    '/consoles',
    '/console\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    '',
    undefined,
    ['/console/surveys'],
  ])('is the start otherwise: %j', (path) => {
    expect(localPath(path)).toBe('/console');
  });
});
