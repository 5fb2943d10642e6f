import type { TestApp } from './app.js';

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route of API and console that changes something, as `POST /console/lists`, out of the server's own table. */
export function changingRoutes({ app }: TestApp): string[] {
  const printed = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] =
      /^([│ ├└─]*)(\S.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    if (path === '') return [];
    const depth = Math.floor(indent.length / 4);
    parents.length = Math.max(0, depth - 1);
    const whole = parents.join('') + (path === '/' && depth > 1 ? '' : path);
    parents.push(whole === '' ? '' : path);
    return methods
      .split(', ')
      .filter((method) => CHANGING.includes(method))
      .map((method) => `${method} ${whole}`);
  });
}
