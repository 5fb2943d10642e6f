import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HandOver, OutgoingMail } from './hand-over.js';
import { MailServers, type MailServersOptions } from './mail-servers.js';
import { parseSmtpUrls } from './smtp-server-url.js';

beforeAll(() => {
  Logger.overrideLogger(false);
});
afterAll(() => {
  Logger.overrideLogger(true);
});

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const mail: OutgoingMail = {
  from: 'umfrage@example.org',
  to: 'erna@example.net',
  raw: Buffer.from('Subject: Umfrage\r\n\r\nGuten Tag\r\n'),
};

/** A server of a few lines: it answers the command or, as `CONTENT`, the whole message; `cut` hangs up. */
class LittleServer {
  /** Messages whose last dot has been seen. */
  contents = 0;
  connections = 0;
  maxConcurrent = 0;
  port = 0;
  /** What it says instead of yes. */
  says: Record<string, string> = {};
  /** Milliseconds until it answers a message. */
  delay = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.serve(socket);
  });

  static async start(says: Record<string, string> = {}): Promise<LittleServer> {
    const server = new LittleServer();
    server.says = says;
    await server.listen();
    cleanUps.push(() => server.stop());
    return server;
  }

  get name(): string {
    return `127.0.0.1:${this.port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    this.maxConcurrent = Math.max(this.maxConcurrent, this.sockets.size);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);

    const answer = (command: string, usual: string): void => {
      const reply = this.says[command] ?? usual;
      if (reply === 'cut') socket.destroy();
      else socket.write(`${reply}\r\n`);
    };
    answer('GREETING', '220 test ESMTP');
    let buffer = '';
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end !== -1; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (line === '.') {
          this.contents += 1;
          setTimeout(answer, this.delay, 'CONTENT', '250 ok');
        } else if (line === 'QUIT') {
          socket.end('221 bye\r\n');
        } else if (/^(EHLO|AUTH|MAIL|RCPT|RSET)/.test(line)) {
          answer(line.slice(0, 4), line.startsWith('EHLO') ? '250-test\r\n250 AUTH PLAIN' : '250 ok');
        } else if (line === 'DATA') {
          answer('DATA', '354 go on');
        }
      }
    });
  }
}

function mailServers(
  servers: (LittleServer | [LittleServer, weight: number])[],
  options: Partial<MailServersOptions> = {},
): MailServers {
  const urls = servers.map((entry) => {
    const [server, weight] = entry instanceof LittleServer ? [entry, 1] : entry;
    return `smtp://${server.says.AUTH === undefined ? '' : 'umfrage:geheim@'}${server.name}?weight=${weight}`;
  });
  const mailServers = new MailServers({
    servers: parseSmtpUrls(urls.join(', ')),
    connections: 4,
    rests: { first: 100, longest: 200 },
    timeouts: { connect: 500, greeting: 300, socket: 300 },
    ...options,
  });
  cleanUps.push(() => mailServers.close());
  return mailServers;
}

/** Hands over this many mails, as many at once as told. */
async function send(servers: MailServers, mails: number, atOnce: number): Promise<HandOver[]> {
  const outcomes: HandOver[] = [];
  let left = mails;
  const lane = async (): Promise<void> => {
    while (left-- > 0) outcomes.push(await servers.handOver(mail));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return outcomes;
}

function countOf(outcomes: readonly HandOver[], outcome: HandOver['outcome'], server?: LittleServer): number {
  return outcomes.filter((o) => o.outcome === outcome && (!server || o.server === server.name)).length;
}

describe('mails are shared out by weight', () => {
  test.each([8, 1])('over 400 mails, %d at a time', async (atOnce) => {
    const [heavy, light] = [await LittleServer.start(), await LittleServer.start()];
    const servers = mailServers([[heavy, 3], light], { connections: 8 });
    const outcomes = await send(servers, 400, atOnce);
    expect(countOf(outcomes, 'accepted')).toBe(400);
    expect(countOf(outcomes, 'accepted', heavy)).toBe(heavy.contents);
    expect(countOf(outcomes, 'accepted', light)).toBe(light.contents);
    expect(heavy.contents).toBeGreaterThan(270);
    expect(heavy.contents).toBeLessThan(330);
  });

  test('and so are the connections, at least one each', async () => {
    const [heavy, light] = [await LittleServer.start(), await LittleServer.start()];
    heavy.delay = light.delay = 5;
    await send(mailServers([[heavy, 3], light], { connections: 8 }), 100, 30);
    expect([heavy.maxConcurrent, light.maxConcurrent]).toEqual([6, 2]);

    const [one, other] = [await LittleServer.start(), await LittleServer.start()];
    await send(mailServers([[one, 100], other], { connections: 1 }), 20, 10);
    expect([one.maxConcurrent, other.maxConcurrent]).toEqual([1, 1]);
  });

  test('unless one is slow: what it does not get done goes to the other', async () => {
    const [slow, quick] = [await LittleServer.start(), await LittleServer.start()];
    slow.delay = 50;
    expect(countOf(await send(mailServers([slow, quick]), 100, 4), 'accepted')).toBe(100);
    expect(quick.contents).toBeGreaterThan(80);
  });
});

describe('a server that is down', () => {
  test('costs no mail and gets none for a while', async () => {
    const [down, up] = [await LittleServer.start({ GREETING: '421 not now' }), await LittleServer.start()];
    const servers = mailServers([[down, 100], up], { rests: { first: 60_000 } });
    const outcomes = await send(servers, 50, 4);
    expect(countOf(outcomes, 'accepted', up)).toBe(50);
    const attempts = down.connections;
    expect(attempts).toBeGreaterThan(0);

    await send(servers, 50, 4);
    expect(up.contents).toBe(100);
    expect(down.connections).toBe(attempts);
  });

  test('is left out too if it rejects our login', async () => {
    const [stern, kind] = [await LittleServer.start({ AUTH: '535 no' }), await LittleServer.start()];
    const servers = mailServers([stern, kind], { rests: { first: 60_000 } });
    expect(countOf(await send(servers, 10, 1), 'accepted', kind)).toBe(10);
    expect(stern.connections).toBe(1);
  });

  test('in the middle of everything costs no mail whose end had not left', async () => {
    const [dying, other] = [await LittleServer.start(), await LittleServer.start()];
    const sending = send(mailServers([dying, other]), 400, 4);
    while (dying.contents < 50) await sleep(1);
    await dying.stop();
    const outcomes = await sending;
    expect(countOf(outcomes, 'accepted') + countOf(outcomes, 'uncertain')).toBe(400);
    expect(countOf(outcomes, 'uncertain')).toBeLessThanOrEqual(2);
    expect(dying.contents + other.contents).toBeLessThanOrEqual(400);
  });

  test('comes back after its rest, found out by one mail at a time', async () => {
    const [ill, well] = [await LittleServer.start({ DATA: 'cut' }), await LittleServer.start()];
    const servers = mailServers([[ill, 3], well], { rests: { first: 250, longest: 500 } });
    await send(servers, 1, 1);
    await sleep(260);
    const attempts = ill.connections;
    await send(servers, 20, 8);
    expect(ill.connections).toBe(attempts + 1);

    ill.says = {};
    await sleep(510);
    expect(countOf(await send(servers, 40, 4), 'accepted', ill)).toBeGreaterThan(20);
  });

  test('rests no longer for many mails that fail together', async () => {
    const [ill, well] = [await LittleServer.start({ DATA: 'cut' }), await LittleServer.start()];
    const servers = mailServers([ill, well], { connections: 16, rests: { first: 100, longest: 60_000 } });
    expect(countOf(await send(servers, 16, 16), 'accepted', well)).toBe(16);
    expect(ill.connections).toBeGreaterThan(4);
    await sleep(110);
    ill.says = {};
    expect(countOf(await send(servers, 20, 2), 'accepted', ill)).toBeGreaterThan(5);
  });

  test('rests twice as long each time it fails again, up to a longest', async () => {
    const [ill, well] = [await LittleServer.start({ DATA: 'cut' }), await LittleServer.start()];
    const servers = mailServers([[ill, 3], well], { rests: { first: 100, longest: 400 } });
    const warnings = jest.spyOn(Logger.prototype, 'warn');
    while (ill.connections < 4) {
      await servers.handOver(mail);
      await sleep(2);
    }
    const rests = warnings.mock.calls.map(([said]) => (said as { milliseconds: number }).milliseconds);
    warnings.mockRestore();
    expect(rests).toEqual([100, 200, 400, 400]);
  });
});

describe('a second server is never given', () => {
  test('a mail whose end may have left', async () => {
    const [cutting, other] = [await LittleServer.start({ CONTENT: 'cut' }), await LittleServer.start()];
    const outcomes = await send(mailServers([cutting, other]), 40, 4);
    expect(countOf(outcomes, 'uncertain', cutting)).toBe(cutting.contents);
    expect(cutting.contents).toBeGreaterThan(0);
    expect(cutting.contents + other.contents).toBe(40);
  });

  test.each([
    ['RCPT', '550 5.1.1 no such user', 'refused'],
    ['RCPT', '450 4.2.1 later', 'deferred'],
    ['CONTENT', '451 4.3.0 later', 'deferred'],
  ])('a mail that was answered: %s %s', async (command, reply, expected) => {
    const [first, second] = [await LittleServer.start({ [command]: reply }), await LittleServer.start()];
    const servers = mailServers([[first, 3], second]);
    expect(await servers.handOver(mail)).toMatchObject({ outcome: expected, server: first.name });
    expect(second.connections).toBe(0);
  });

  test('a mail that is late, or to no address', async () => {
    const [first, second] = [await LittleServer.start(), await LittleServer.start()];
    const servers = mailServers([first, second]);
    const late = await servers.handOver({ ...mail, notAfter: performance.now() - 1 });
    expect(late).toMatchObject({ outcome: 'not_handed_over', fault: 'late', server: first.name });
    const nowhere = await servers.handOver({ ...mail, to: 'nobody' });
    expect(nowhere).toMatchObject({ outcome: 'not_handed_over', fault: 'address', server: second.name });
    expect([first.connections, second.connections]).toEqual([1, 1]);
  });
});

describe('with every server down', () => {
  test('a mail is not handed over, and is tried with the one whose rest ends first', async () => {
    const [first, second] = [await LittleServer.start(), await LittleServer.start()];
    const servers = mailServers([first, second], { rests: { first: 60_000, longest: 60_000 } });
    await first.stop();
    await second.stop();
    expect(await servers.handOver(mail)).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
      server: second.name,
    });

    await first.listen();
    expect(await servers.handOver(mail)).toMatchObject({ outcome: 'accepted', server: first.name });
    expect(await servers.handOver(mail)).toMatchObject({ outcome: 'accepted', server: first.name });
  });

  test('a single one is asked each time, without any rest', async () => {
    const server = await LittleServer.start({ DATA: 'cut' });
    const servers = mailServers([server], { rests: { first: 60_000 } });
    expect(countOf(await send(servers, 3, 1), 'not_handed_over', server)).toBe(3);
    expect(server.connections).toBe(3);
    server.says = {};
    expect(await servers.handOver(mail)).toMatchObject({ outcome: 'accepted', server: server.name });
  });
});

describe('all servers', () => {
  test('are verified, and the one that fails is named', async () => {
    const [first, second] = [await LittleServer.start(), await LittleServer.start()];
    const servers = mailServers([first, second]);
    await servers.verify();
    expect([first.connections, second.connections]).toEqual([1, 1]);
    await second.stop();
    await expect(servers.verify()).rejects.toMatchObject({
      fault: 'connection',
      message: expect.stringContaining(second.name),
    });
  });

  test('finish what they have before they close, and take nothing more', async () => {
    const [first, second] = [await LittleServer.start(), await LittleServer.start()];
    const servers = mailServers([first, second]);
    const sending = Promise.all(Array.from({ length: 20 }, () => servers.handOver(mail)));
    await servers.close();
    expect(countOf(await sending, 'accepted')).toBe(20);
    expect(await servers.handOver(mail)).toMatchObject({ outcome: 'not_handed_over' });
  });
});
