import { buildIfNeeded } from '../../scripts/build.mjs';
import { Run } from './chaos.mjs';
import { readOptions } from './options.mjs';
import { reportOn } from './report.mjs';

// npm run chaos: the product under kills and a misbehaving mail server. Exit code 1 if a promise broke.
await buildIfNeeded();
const options = readOptions();
console.log(`seed ${options.seed} (again with CHAOS_SEED=${options.seed}), queue on ${options.queue}`);
const run = new Run(options);
let wrong = ['the run did not come to its end'];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void run.stop().finally(() => process.exit(1));
  });
}
try {
  await run.start();
  await run.prepare();
  await run.go();
  wrong = await reportOn(run);
} catch (error) {
  console.error(error);
} finally {
  await run.stop();
}

if (wrong.length > 0) {
  console.log(`\nBROKEN with seed ${options.seed}; logs and database are kept in ${run.folder}`);
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
  if (wrong.length > 20) console.log(`  … and ${wrong.length - 20} more`);
} else {
  if (!process.env.CHAOS_KEEP) run.forget();
}
process.exit(wrong.length > 0 ? 1 : 0);
