import { keepMemoryFlat } from '../../dist/src/app/flat-memory.js';
import { startProduct } from './product.mjs';

// A worker process of the product that plans and sends when it is told to, and says what it cost.
keepMemoryFlat();
const product = await startProduct(process.env);

let peak = 0;
const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
setInterval(look, 50).unref();

process.on('message', ({ task, wave }) => void perform(task, wave));
process.once('disconnect', () => void product.close().then(() => process.exit()));
process.send('ready');

async function perform(task, wave) {
  if (task === 'end') {
    await product.close();
    process.exit();
  }
  peak = 0;
  look();
  const before = process.cpuUsage();
  await (task === 'plan' ? product.planWave(wave) : product.sendWave(wave));
  look();
  const { user, system } = process.cpuUsage(before);
  process.send({ cpuSeconds: (user + system) / 1e6, peakBytes: peak });
}
