import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { localhostCertificate } from '../../test/support/localhost-certificate.js';
import type { OutgoingMail } from './hand-over.js';
import { SmtpConnections, type SmtpConnectionsOptions } from './smtp-connections.js';
import { parseSmtpUrls, type SmtpServer } from './smtp-server-url.js';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const mail: OutgoingMail = {
  from: 'umfrage@example.org',
  to: 'erna@example.net',
  raw: Buffer.from('Subject: Umfrage\r\n\r\nGuten Tag\r\n.\r\n..zwei\r\n'),
};

/** What the scripted server says to a command or, as `CONTENT`, to a whole message; `cut`, `hang` or a reply. */
type Script = (command: string, session: { connection: number; lines: string[] }) => string;

interface Scripted {
  url: string;
  /** Every command of every session in order of arrival. */
  commands: string[];
  /** Messages whose last dot has been seen. */
  contents: string[];
  connections: number;
  server: Server;
  sockets: Set<Socket>;
}

const polite: Script = (command) => {
  if (command === 'GREETING') return '220 test ESMTP';
  if (command.startsWith('EHLO')) return '250-test\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES';
  if (command === 'DATA') return '354 go on';
  return '250 2.0.0 ok';
};

/** A server of a few lines that answers as told and shows what really arrived. */
async function scripted(
  script: (command: string, session: { connection: number }) => string | undefined,
): Promise<Scripted> {
  const sockets = new Set<Socket>();
  const seen: Scripted = {
    url: '',
    commands: [],
    contents: [],
    connections: 0,
    server: createServer(),
    sockets,
  };
  seen.server.on('connection', (socket) => {
    const session = { connection: ++seen.connections, lines: [] as string[] };
    let buffer = '';
    let content: string[] | null = null;
    let deaf = false;
    sockets.add(socket.setNoDelay());
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);

    const answer = (command: string): boolean => {
      const reply = script(command, session) ?? polite(command, session);
      if (reply === 'hang') return true;
      if (reply.startsWith('cut')) {
        deaf = true;
        socket.end(reply.slice(4));
        setTimeout(() => socket.destroy(), 5);
        return false;
      }
      socket.write(`${reply}\r\n`);
      if (reply.startsWith('421')) socket.end();
      return reply.startsWith('354');
    };
    answer('GREETING');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let at = buffer.indexOf('\r\n'); at !== -1 && !deaf; at = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, at);
        buffer = buffer.slice(at + 2);
        if (content && line === '.') {
          seen.contents.push(content.join('\n'));
          content = null;
          answer('CONTENT');
        } else if (content) {
          content.push(line);
        } else {
          seen.commands.push(line);
          if (line === 'QUIT') {
            socket.end('221 bye\r\n');
          } else if (answer(line) && line === 'DATA') content = [];
        }
      }
    });
  });
  await new Promise<void>((resolve) => seen.server.listen(0, '127.0.0.1', resolve));
  seen.url = `smtp://127.0.0.1:${(seen.server.address() as AddressInfo).port}`;
  cleanUps.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => seen.server.close(resolve));
  });
  return seen;
}

function connectionsTo(url: string, options: Partial<SmtpConnectionsOptions> = {}): SmtpConnections {
  const connections = new SmtpConnections({
    server: parseSmtpUrls(url)[0] as SmtpServer,
    connections: 2,
    ...options,
    timeouts: { connect: 500, greeting: 300, socket: 300, ...options.timeouts },
  });
  cleanUps.push(() => connections.close());
  return connections;
}

async function listening(server: SMTPServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.on('error', () => undefined);
  cleanUps.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  );
  return (server.server.address() as AddressInfo).port;
}

describe('a mail that is handed over', () => {
  test('arrives byte for byte, dots included, with exactly one recipient', async () => {
    const server = await scripted(() => undefined);
    const outcome = await connectionsTo(server.url).handOver(mail);
    expect(outcome).toEqual({ outcome: 'accepted', reply: '250 2.0.0 ok' });
    expect(server.contents).toEqual(['Subject: Umfrage\n\nGuten Tag\n..\n...zwei']);
    expect(server.commands.slice(1)).toEqual([
      'MAIL FROM:<umfrage@example.org>',
      'RCPT TO:<erna@example.net>',
      'DATA',
    ]);
  });

  test('shares a few warm connections with many others', async () => {
    const server = await scripted(() => undefined);
    const connections = connectionsTo(server.url, { connections: 3 });
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, i) => connections.handOver({ ...mail, to: `p${i}@example.net` })),
    );
    expect(outcomes.every((outcome) => outcome.outcome === 'accepted')).toBe(true);
    expect(server.connections).toBe(3);
    expect(new Set(server.commands.filter((command) => command.startsWith('RCPT'))).size).toBe(300);
  });

  test('finishes before the connections close', async () => {
    const server = await scripted(() => undefined);
    const connections = connectionsTo(server.url, { connections: 1 });
    const outcomes = Promise.all([connections.handOver(mail), connections.handOver(mail)]);
    await connections.close();
    expect((await outcomes).map((outcome) => outcome.outcome)).toEqual(['accepted', 'accepted']);
    expect(server.commands.at(-1)).toBe('QUIT');
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'not_handed_over' });
  });

  test('may be larger than any buffer', async () => {
    const server = await scripted(() => undefined);
    const raw = Buffer.from(`Subject: x\r\n\r\n${'.ä'.repeat(30)}\r\n`.repeat(30_000));
    expect(
      await connectionsTo(server.url, { timeouts: { socket: 5000 } }).handOver({ ...mail, raw }),
    ).toMatchObject({ outcome: 'accepted' });
  });

  test('is accepted without pipelining too', async () => {
    const server = await scripted((command) => (command.startsWith('EHLO') ? '250 test' : undefined));
    expect(await connectionsTo(server.url).handOver(mail)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('the answer of the server', () => {
  test.each([
    ['RCPT', '550 5.1.1 no such user', { outcome: 'refused', judgement: { blame: 'person' } }],
    ['RCPT', '450 4.2.1 later', { outcome: 'deferred', judgement: { blame: 'person' } }],
    ['RCPT', '550 5.7.1 blocked', { outcome: 'refused', judgement: { blame: 'sender' } }],
    ['RCPT', '421 4.2.0 too busy', { outcome: 'deferred' }],
    ['MAIL', '550 5.1.8 who are you', { outcome: 'refused', judgement: { blame: 'sender' } }],
    ['DATA', '554 5.7.1 no', { outcome: 'refused', judgement: { blame: 'sender' } }],
    ['CONTENT', '552 5.2.2 mailbox full', { outcome: 'refused', judgement: { blame: 'person' } }],
    ['CONTENT', '451 4.3.0 try again', { outcome: 'deferred' }],
    ['CONTENT', '421 4.3.2 shutting down', { outcome: 'deferred' }],
    ['CONTENT', '250-2.0.0 two\r\n250 lines', { outcome: 'accepted' }],
    ['CONTENT', '354 what', { outcome: 'uncertain' }],
  ])('%s: %s', async (command, reply, expected) => {
    for (const ehlo of ['250-test\r\n250 PIPELINING', '250 test']) {
      const server = await scripted((line, { connection }) => {
        if (line.startsWith('EHLO')) return ehlo;
        return connection === 1 &&
          server.contents.length <= (command === 'CONTENT' ? 1 : 0) &&
          line.startsWith(command)
          ? reply
          : undefined;
      });
      const connections = connectionsTo(server.url, { connections: 1 });
      expect(await connections.handOver(mail)).toMatchObject(expected);
    }
  });

  test('to one mail leaves the connection clean for the next', async () => {
    const server = await scripted((line) => {
      if (line.startsWith('RCPT TO:<no@')) return '550 5.1.1 no';
      return line === 'DATA' && server.commands.length < 5 ? '554 5.5.1 no valid recipients' : undefined;
    });
    const connections = connectionsTo(server.url, { connections: 1 });
    expect(await connections.handOver({ ...mail, to: 'no@example.net' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    expect(server.connections).toBe(1);
    expect(server.commands).toContain('RSET');
    expect(server.contents).toHaveLength(1);
  });

  test('that wants a message although it refused the recipient gets none', async () => {
    const server = await scripted((line) => (line.startsWith('RCPT TO:<no@') ? '550 5.1.1 no' : undefined));
    const connections = connectionsTo(server.url, { connections: 1 });
    expect(await connections.handOver({ ...mail, to: 'no@example.net' })).toMatchObject({
      outcome: 'refused',
      judgement: { blame: 'person' },
    });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    expect(server.contents).toHaveLength(1);
    expect(server.connections).toBe(2);
  });
});

describe('a connection that breaks', () => {
  test.each(['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA'])(
    'at %s leaves the mail not handed over',
    async (at) => {
      for (const ehlo of ['250-test\r\n250 PIPELINING', '250 test']) {
        const server = await scripted((line) =>
          line.startsWith(at) ? 'cut' : line.startsWith('EHLO') ? ehlo : undefined,
        );
        expect(await connectionsTo(server.url).handOver(mail)).toMatchObject({
          outcome: 'not_handed_over',
          fault: 'connection',
        });
        expect(server.contents).toEqual([]);
      }
    },
  );

  test('after the last dot leaves the mail uncertain, even with half a reply', async () => {
    for (const cut of ['cut', 'cut 250 2.0.0 qu', 'cut 550 5.1.', 'hang']) {
      const server = await scripted((line) => (line === 'CONTENT' ? cut : undefined));
      expect(await connectionsTo(server.url).handOver(mail)).toMatchObject({ outcome: 'uncertain' });
    }
  });

  test('in the middle of a large message leaves it not handed over', async () => {
    const server = createServer((socket) => {
      let seen = 0;
      socket.on('error', () => undefined).write('220 test\r\n');
      socket.on('data', (chunk) => {
        seen += chunk.length;
        if (chunk.toString().startsWith('EHLO')) socket.write('250-test\r\n250 PIPELINING\r\n');
        else if (chunk.toString().startsWith('MAIL')) socket.write('250 ok\r\n250 ok\r\n354 go on\r\n');
        else if (seen > 100_000) socket.destroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanUps.push(
      () =>
        new Promise((resolve) =>
          server.close(() => {
            resolve();
          }),
        ),
    );
    const raw = Buffer.alloc(20_000_000, 'Guten Tag\r\n');
    const connections = connectionsTo(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await connections.handOver({ ...mail, raw })).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
    });
  });

  test('because the server stops reading a large message leaves it not handed over', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).write('220 test\r\n');
      socket.on('data', (chunk) => {
        if (chunk.toString().startsWith('EHLO')) socket.write('250-test\r\n250 PIPELINING\r\n');
        else if (chunk.toString().startsWith('MAIL')) {
          socket.pause();
          socket.write('250 ok\r\n250 ok\r\n354 go on\r\n');
        }
      });
      cleanUps.push(() => void socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanUps.push(() => void server.close());
    const raw = Buffer.alloc(20_000_000, 'Guten Tag\r\n');
    const connections = connectionsTo(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await connections.handOver({ ...mail, raw })).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
    });
  });

  test('while it was idle, or is closed by the server after so many mails, costs the next mail nothing', async () => {
    const server = await scripted((line, { connection }) =>
      line.startsWith('MAIL') && connection === 2 && server.contents.length >= 2
        ? '421 4.7.0 enough mails'
        : undefined,
    );
    const connections = connectionsTo(server.url, { connections: 1 });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    for (const socket of server.sockets) socket.end();
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    expect(server.connections).toBe(3);
    expect(server.contents).toHaveLength(3);
  });

  test('is replaced', async () => {
    const server = await scripted((line, { connection }) =>
      line === 'CONTENT' && connection < 3 ? 'cut' : undefined,
    );
    const connections = connectionsTo(server.url, { connections: 1 });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'uncertain' });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'uncertain' });
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
  });

  test('before the last dot is not handed over when the server says nothing at all', async () => {
    const server = await scripted((line) => (line.startsWith('RCPT') ? 'hang' : undefined));
    expect(await connectionsTo(server.url).handOver(mail)).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
    });
  });
});

describe('connections', () => {
  test('that fall idle are closed with QUIT, and opened again when needed', async () => {
    const server = await scripted(() => undefined);
    const connections = connectionsTo(server.url, { timeouts: { idle: 30 } });
    await connections.handOver(mail);
    for (let i = 0; i < 100 && server.commands.at(-1) !== 'QUIT'; i += 1) await sleep(20);
    expect(server.commands.at(-1)).toBe('QUIT');
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    expect(server.connections).toBe(2);
  });

  test('to a server that refuses them are tried ever more rarely, and work again when it is back', async () => {
    const server = await scripted((line) =>
      line === 'GREETING' && server.connections < 4 ? '421 too busy' : undefined,
    );
    const connections = connectionsTo(server.url, { connections: 1 });
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const reasons: string[] = [];
    for (let i = 0; i < 3; i++) {
      const outcome = await connections.handOver(mail);
      reasons.push(outcome.outcome);
    }
    expect(reasons).toEqual(['not_handed_over', 'not_handed_over', 'not_handed_over']);
    const pauses = timers.mock.calls.map(([, milliseconds]) => milliseconds);
    timers.mockRestore();
    expect(pauses.filter((pause) => [100, 200, 400].includes(pause ?? 0))).toEqual([100, 200, 400]);
    expect(await connections.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    expect(server.connections).toBe(4);
  });

  test('to nobody tell every waiting mail', async () => {
    const server = await scripted(() => undefined);
    await new Promise((resolve) => server.server.close(resolve));
    const connections = connectionsTo(server.url);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => connections.handOver(mail)));
    expect(outcomes.every((outcome) => outcome.outcome === 'not_handed_over')).toBe(true);
    await expect(connections.verify()).rejects.toThrow(/ECONNREFUSED/);
  });

  test('fewer than wanted are no reason to give up on a mail', async () => {
    const server = await scripted((line, { connection }) =>
      line === 'GREETING' && connection > 1 ? '421 one is enough' : undefined,
    );
    const connections = connectionsTo(server.url, { connections: 5 });
    await connections.handOver(mail);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => connections.handOver(mail)));
    expect(outcomes.every((outcome) => outcome.outcome === 'accepted')).toBe(true);
  });

  test('to a silent server are given up in time', async () => {
    const server = await scripted((line) => (line === 'GREETING' ? 'hang' : undefined));
    expect(await connectionsTo(server.url).handOver(mail)).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
    });
  });
});

describe('an address', () => {
  test.each([
    'a@example.net,b@example.net',
    'a@example.net>\r\nRCPT TO:<b@example.net',
    'a b@example.net',
    '<a@example.net>',
    'a\u0000@example.net',
    'a@exa\r\nmple.net',
    '',
  ])('like %j never reaches the server', async (to) => {
    const server = await scripted(() => undefined);
    expect(await connectionsTo(server.url).handOver({ ...mail, to })).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'address',
    });
    expect(server.commands.some((command) => command.startsWith('RCPT'))).toBe(false);
  });

  test('outside ASCII is only given to a server that knows SMTPUTF8', async () => {
    const without = await scripted(() => undefined);
    const outcome = await connectionsTo(without.url).handOver({ ...mail, to: 'jürgen@example.net' });
    expect(outcome).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'address',
      reason: expect.stringContaining('5.6.7'),
    });

    const knowing = await scripted((line) =>
      line.startsWith('EHLO') ? '250-test\r\n250 SMTPUTF8' : undefined,
    );
    const connections = connectionsTo(knowing.url);
    expect(await connections.handOver({ ...mail, to: 'jürgen@example.net' })).toMatchObject({
      outcome: 'accepted',
    });
    expect(knowing.commands.at(1)).toContain('SMTPUTF8');
    await connections.handOver({ ...mail, to: 'erna@straße.example' });
    expect(knowing.commands.at(-2)).toBe('RCPT TO:<erna@xn--strae-oqa.example>');
  });

  test('of the sender that cannot be used is no fault of the person', async () => {
    const server = await scripted(() => undefined);
    const outcome = await connectionsTo(server.url).handOver({ ...mail, from: 'a@example.org>\r\nX' });
    expect(outcome).toMatchObject({ outcome: 'refused', judgement: { blame: 'sender' } });
  });
});

describe('encryption', () => {
  const { key, cert } = localhostCertificate;

  async function tlsServer(
    options: { secure?: boolean; disabledCommands?: string[] } = {},
  ): Promise<{ port: number; secure: boolean[] }> {
    const secure: boolean[] = [];
    const server = new SMTPServer({
      key,
      cert,
      ...options,
      disableReverseLookup: true,
      authOptional: true,
      onAuth: ({ username, password }, _session, callback) => {
        if (username === 'um frage' && password === 'geh@im/1') callback(null, { user: username });
        else callback(Object.assign(new Error('5.7.8 wrong password'), { responseCode: 535 }));
      },
      onData: (stream, session, callback) => {
        secure.push(session.secure);
        stream.resume().on('end', () => {
          callback(null, 'ok');
        });
      },
    });
    return { port: await listening(server), secure };
  }

  test('is used where it is offered, and checks the certificate', async () => {
    const { port, secure } = await tlsServer();
    expect(await connectionsTo(`smtp://localhost:${port}`, { ca: cert }).handOver(mail)).toMatchObject({
      outcome: 'accepted',
    });
    expect(secure).toEqual([true]);
    expect(await connectionsTo(`smtp://localhost:${port}`).handOver(mail)).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
    });
    expect(await connectionsTo(`smtp://localhost:${port}?tls=off`).handOver(mail)).toMatchObject({
      outcome: 'accepted',
    });
    expect(secure).toEqual([true, false]);
  });

  test('from the first byte is what smtps means', async () => {
    const { port, secure } = await tlsServer({ secure: true });
    expect(await connectionsTo(`smtps://localhost:${port}`, { ca: cert }).handOver(mail)).toMatchObject({
      outcome: 'accepted',
    });
    expect(secure).toEqual([true]);
  });

  test('that is required is never done without', async () => {
    const { port, secure } = await tlsServer({ disabledCommands: ['STARTTLS'] });
    const connections = connectionsTo(`smtp://localhost:${port}?tls=required`, { ca: cert });
    expect(await connections.handOver(mail)).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
    });
    expect(secure).toEqual([]);
  });

  test.each(['', '?weight=3'])('is required of every host but this machine%s', async (options) => {
    const { port, secure } = await tlsServer({ disabledCommands: ['STARTTLS'] });
    // This address leads here, and is none of those known to stay on this machine.
    const connections = connectionsTo(`smtp://0.0.0.0:${port}${options}`);
    expect(await connections.handOver(mail)).toMatchObject({
      outcome: 'not_handed_over',
      fault: 'connection',
      reason: expect.stringContaining('?tls=off in SMTP_URL allows clear text'),
    });
    expect(secure).toEqual([]);
    expect(await connectionsTo(`smtp://0.0.0.0:${port}?tls=off`).handOver(mail)).toMatchObject({
      outcome: 'accepted',
    });
    expect(secure).toEqual([false]);
  });

  test('is said: version, certificate, and whether it has to be', async () => {
    const { port } = await tlsServer();
    expect(await connectionsTo(`smtp://localhost:${port}?tls=required`, { ca: cert }).verify()).toMatch(
      /^TLSv1\.3 \(required\), certificate of localhost by localhost, valid until /,
    );
    expect(await connectionsTo(`smtp://localhost:${port}`, { ca: cert }).verify()).toContain(
      'not required on this machine',
    );
    expect(await connectionsTo(`smtp://localhost:${port}?tls=off`).verify()).toBe(
      'in clear text, as ?tls=off says',
    );
  });

  test('mixed up is named with the remedy, and so is a certificate nobody knows', async () => {
    const starttls = await tlsServer();
    await expect(connectionsTo(`smtps://localhost:${starttls.port}`).verify()).rejects.toThrow(
      /write smtp:\/\/ instead of smtps:\/\//,
    );
    const implicit = await tlsServer({ secure: true });
    const waiting = connectionsTo(`smtp://localhost:${implicit.port}`, { timeouts: { greeting: 100 } });
    await expect(waiting.verify()).rejects.toThrow(/needs smtps:\/\/ in SMTP_URL/);
    await expect(connectionsTo(`smtp://localhost:${starttls.port}`).verify()).rejects.toThrow(
      /NODE_EXTRA_CA_CERTS/,
    );
    await expect(connectionsTo(`smtp://127.0.0.1:${starttls.port}`, { ca: cert }).verify()).rejects.toThrow(
      /made out to another name/,
    );
  });

  test.each(['AUTH XOAUTH2', 'AUTH NTLM XOAUTH2', ''])(
    'or not, a server that speaks no log-in of ours gets no password: %j',
    async (offer) => {
      const server = await scripted((line) => {
        if (line.startsWith('EHLO')) return offer ? `250-test\r\n250 ${offer}` : '250 test';
        return line.startsWith('AUTH') ? '504 5.5.4 unknown' : undefined;
      });
      const url = server.url.replace('//', '//buero:sehr-geheim@');
      await expect(connectionsTo(url).verify()).rejects.toMatchObject({
        fault: 'authentication',
        message: expect.stringMatching(/none of PLAIN, LOGIN, CRAM-MD5; the password was not sent/),
      });
      expect(server.commands.filter((line) => line.startsWith('AUTH'))).toEqual([]);
    },
  );

  test('comes before the log-in; a wrong password is a fault of ours', async () => {
    const { port } = await tlsServer();
    const good = connectionsTo(`smtp://um%20frage:geh%40im%2F1@localhost:${port}`, { ca: cert });
    await good.verify();
    expect(await good.handOver(mail)).toMatchObject({ outcome: 'accepted' });
    const bad = connectionsTo(`smtp://um%20frage:falsch@localhost:${port}`, { ca: cert });
    expect(await bad.handOver(mail)).toMatchObject({ outcome: 'not_handed_over', fault: 'authentication' });
    await expect(bad.verify()).rejects.toMatchObject({ fault: 'authentication' });
  });
});
