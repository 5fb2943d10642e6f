import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../scripts/build.mjs';

/**
 * `npm run bench` runs everything, `npm run bench -- send plan` what is named. Each side of a
 * comparison runs in the same minutes on the same machine, several times and in turn; medians count.
 */
const benches = ['send', 'plan', 'pages', 'bodies', 'memory'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Mails of one wave in `send`. */
    mails: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '10' },
    /** Bytes of HTML in a mail. */
    html: { type: 'string', default: '18000' },
    repetitions: { type: 'string', default: '3' },
    /** Participants in `plan`. */
    participants: { type: 'string', default: '1000000' },
    /** Links opened, and responses submitted, in one measurement of `pages`; connections of its client. */
    visits: { type: 'string', default: '5000' },
    clients: { type: 'string', default: '16' },
    /** The small and the large wave of `memory`. */
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '200000' },
  },
});

const numbers = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, Number(value)]));
const wanted = positionals.length > 0 ? positionals : benches;
const unknown = wanted.filter((name) => !benches.includes(name));
const wrong = Object.keys(numbers).filter((name) => !(numbers[name] >= 1));
if (unknown.length + wrong.length > 0) {
  console.error(`Usage: npm run bench -- [${benches.join(' | ')}] [--mails 10000] [--large 1000000] …`);
  process.exit(1);
}

await buildIfNeeded();
const { withGround } = await import('./support/ground.mjs');
const { describeMachine } = await import('./support/report.mjs');

await withGround(async (ground) => {
  console.log(await describeMachine(ground));
  for (const name of wanted) {
    const { run } = await import(`./${name}.mjs`);
    await run(ground, numbers);
  }
});
