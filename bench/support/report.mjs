import { cpus, totalmem } from 'node:os';

/** The machine in one paragraph: what figures mean nothing without. */
export async function describeMachine(ground) {
  const [{ server_version: postgres }] = await ground.rows('SHOW server_version');
  const [{ fsync }] = await ground.rows('SHOW fsync');
  const [{ synchronous_commit: commit }] = await ground.rows('SHOW synchronous_commit');
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  return [
    `Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${memory} memory`,
    `Node ${process.versions.node}, PostgreSQL ${postgres} (fsync ${fsync}, synchronous_commit ${commit}), all on this machine`,
  ].join('\n');
}

/** Says what is done, before it is done. */
export function title(name, work) {
  console.log(`\n${name}: ${work}`);
}

/** One line per thing measured; the median of what was measured, and the spread. */
export function line(what, measured, unit) {
  const all = measured.map((value) => round(value)).join(', ');
  console.log(`  ${what.padEnd(64)} ${round(median(measured)).padStart(9)} ${unit}   (${all})`);
}

/** A ratio beside its target; both sides are lines above it. */
export function ratio(what, value, { atLeast, atMost }) {
  const met = atLeast === undefined ? value <= atMost : value >= atLeast;
  const target = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  console.log(`  = ${what}: ${value.toFixed(2)} ×   target: ${target} ×   ${met ? 'met' : 'MISSED'}`);
  if (!met) process.exitCode = 2;
}

/** Something that belongs to the figures but has no target. */
export function note(text) {
  console.log(`  ${text}`);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function round(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
