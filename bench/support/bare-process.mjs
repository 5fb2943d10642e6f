import Fastify from 'fastify';
import pg from 'pg';

/**
 * The least that a web server can do: read one row by its key and return bytes, or insert JSON
 * durably and lead on. Statements are prepared, and there are as many connections as the product has.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const fastify = Fastify({ logger: false });

fastify.get('/open/:key', async (request, reply) => {
  const { rows } = await pool.query({
    name: 'open',
    text: 'SELECT * FROM participants WHERE id = $1',
    values: [request.params.key],
  });
  if (rows.length === 0) return reply.status(404).send();
  return reply
    .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .send(page);
});

fastify.post('/submit', async (request, reply) => {
  await pool.query({
    name: 'submit',
    text: 'INSERT INTO bare_responses (answers) VALUES ($1)',
    values: [JSON.stringify(request.body)],
  });
  return reply.status(303).header('location', '/thanks').send();
});

let page = '';
process.once('disconnect', () => process.exit());
process.on('message', (message) => {
  if (message.end) return void pool.end().then(() => process.exit());
  page = message.page;
  process.send({ ready: true });
});
await fastify.listen({ port: 0, host: '127.0.0.1' });
process.send({ url: `http://127.0.0.1:${fastify.server.address().port}` });
