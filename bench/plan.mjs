import { environment } from './support/ground.mjs';
import { startProduct } from './support/product.mjs';
import { line, median, note, ratio, title } from './support/report.mjs';

/** Planning a wave, with every person judged and the count verified, beside writing the bare rows. */
export async function run(ground, { participants, repetitions }) {
  const desk = await startProduct(environment(ground, 'web', 'smtp://127.0.0.1:9', 1));
  title('plan', `one message for each of ${participants.toLocaleString('en')} participants`);
  const survey = await desk.makeSurvey(await desk.makeList(participants));
  await ground.rows('CREATE TABLE bare_messages (LIKE messages INCLUDING DEFAULTS INCLUDING IDENTITY)');
  await ground.rows('VACUUM ANALYZE');

  const insertInto = (table, wave) =>
    ground.rows(
      `INSERT INTO ${table} (survey_id, wave_id, participant_id, kind, state, planned_at)
       SELECT survey_id, $2, id, 'invitation', 'planned', now() FROM participants WHERE survey_id = $1 ORDER BY id`,
      [survey, wave],
    );
  const sides = {
    ours: (wave) => desk.planWave(wave),
    same: (wave) => insertInto('messages', wave),
    bare: (wave) => insertInto('bare_messages', wave),
  };

  const rates = { ours: [], same: [], bare: [] };
  for (let i = 0; i < repetitions; i += 1) {
    for (const [side, write] of Object.entries(sides)) {
      const wave = await desk.scheduleWave(survey);
      await ground.rows('CHECKPOINT');
      const began = performance.now();
      await write(wave);
      rates[side].push(participants / ((performance.now() - began) / 1000));
      await requirePlanned(ground, side === 'bare' ? 'bare_messages' : 'messages', wave, participants);
      await ground.rows('TRUNCATE messages, bare_messages');
    }
  }
  await ground.rows('DROP TABLE bare_messages');
  await desk.close();

  const ours = median(rates.ours);
  line('Rücklauf: judged, in chunks, counted', rates.ours, 'rows/s');
  line('bare INSERT … SELECT of the same rows into the same table', rates.same, 'rows/s');
  ratio('Rücklauf : bare INSERT … SELECT', ours / median(rates.same), { atLeast: 0.5 });
  line('bare INSERT … SELECT into a copy without indexes, keys, checks', rates.bare, 'rows/s');
  note(`  Rücklauf : copy without indexes: ${(ours / median(rates.bare)).toFixed(2)} ×`);
}

async function requirePlanned(ground, table, wave, wanted) {
  const [{ count }] = await ground.rows(
    `SELECT count(*)::int AS count FROM ${table} WHERE wave_id = $1 AND state = 'planned'`,
    [wave],
  );
  if (count !== wanted) throw new Error(`${count} of ${wanted} messages of wave ${wave} are planned`);
}
