import { createApp } from '../../dist/src/app/app.js';
import { readConfig } from '../../dist/src/config/config.js';

// A web process of the product on a port of its own.
const config = readConfig(process.env);
const app = await createApp({ ...config, databaseUrl: config.databaseUrl, secretKeys: config.secretKeys });
await app.listen(0, '127.0.0.1');
process.once('disconnect', () => void app.close().then(() => process.exit()));
process.on('message', () => void app.close().then(() => process.exit()));
process.send({ url: (await app.getUrl()).replace('[::1]', '127.0.0.1') });
