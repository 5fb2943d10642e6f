import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Route {
  method: string;
  /** With its parameters, such as `/u/:token`. */
  path: string;
}

/** Every route that the running application answers, as its router knows them: new ones are in it by themselves. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const lines = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n');
  const above: string[] = [];
  return lines.flatMap((line) => {
    const [, indent = '', rest = ''] = /^((?:[│ ] {3})*)[├└]── (.*)$/u.exec(line) ?? [];
    if (rest === '') return [];
    const depth = indent.length / 4;
    const [, part = rest, methods = ''] = /^(.*?) \(([A-Z, ]+)\)$/.exec(rest) ?? [];
    above.length = depth;
    above[depth] = part;
    const path = above.join('');
    return methods
      .split(', ')
      .filter((method) => method !== '')
      .map((method) => ({ method, path }));
  });
}
