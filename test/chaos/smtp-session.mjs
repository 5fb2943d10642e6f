import { Buffer } from 'node:buffer';

const END = Buffer.from('\r\n.\r\n');

/** One connection to the counting server: RFC 5321 as far as a sender uses it, with a fault now and then. */
export class SmtpSession {
  pending = Buffer.alloc(0);
  /** Answering takes its time; what comes meanwhile waits. */
  waiting = false;
  /** The mail under way. @type {{ to: string, fault: import('./smtp-faults.mjs').Fault | null, dataAt: number } | null} */
  mail = null;
  inContent = false;
  sender = false;

  /**
   * @param {import('node:net').Socket} socket
   * @param {import('./counting-server.mjs').CountingServer} server
   */
  constructor(socket, server) {
    this.socket = socket;
    this.server = server;
    this.pipelining = server.random.chance(0.5);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
      this.proceed();
    });
    this.say('220 mail.test ESMTP');
  }

  say(line) {
    if (!this.socket.destroyed) this.socket.write(`${line}\r\n`);
  }

  /** The server goes away, in the middle of whatever it was doing. */
  cut() {
    // From the 354 on the sender may have sent the last dot, whether or not it has come here.
    if (this.inContent && !this.socket.destroyed) this.server.openOutcomes += 1;
    this.socket.destroy();
  }

  later(ms, step) {
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      step();
      this.proceed();
    }, ms);
  }

  proceed() {
    while (!this.waiting && !this.socket.destroyed) {
      if (!(this.inContent ? this.readContent() : this.readCommand())) return;
    }
  }

  readCommand() {
    const end = this.pending.indexOf('\r\n');
    if (end === -1) return false;
    const line = this.pending.toString('latin1', 0, end);
    this.pending = this.pending.subarray(end + 2);
    this.obey(line);
    return true;
  }

  obey(line) {
    const command = line.slice(0, 4).toUpperCase();
    switch (command) {
      case 'EHLO':
        return this.say(
          `250-mail.test\r\n${this.pipelining ? '250-PIPELINING\r\n' : ''}250-8BITMIME\r\n250 SIZE 10000000`,
        );
      case 'MAIL':
        return this.onSender();
      case 'RCPT':
        return this.onRecipient(/<([^>]*)>/.exec(line)?.[1] ?? '');
      case 'DATA':
        return this.onData();
      case 'RSET':
        this.mail = null;
        this.sender = false;
        return this.say('250 2.0.0 forgotten');
      case 'QUIT':
        this.say('221 2.0.0 bye');
        return this.socket.end();
      default:
        return this.say(command === 'NOOP' || command === 'HELO' ? '250 2.0.0 ok' : '502 5.5.1 unknown');
    }
  }

  onSender() {
    this.mail = null;
    this.sender = true;
    this.fault = this.server.faults.draw();
    if (this.fault !== 'closing') return this.say('250 2.1.0 ok');
    this.say('421 4.3.2 closing');
    this.socket.end();
  }

  onRecipient(to) {
    const { server, fault } = this;
    if (!this.sender) return this.say('503 5.5.1 who sends it?');
    if (server.faults.isUnknown(to)) {
      server.unknown.add(to);
      return this.say('550 5.1.1 no such user');
    }
    if (fault === 'busy') return this.say('450 4.2.0 mailbox busy');
    if (fault === 'cut_before_data') return this.cut();

    const take = () => {
      this.mail = { to, fault, dataAt: 0 };
      this.say('250 2.1.5 ok');
    };
    server.onRecipient(to, fault === 'hang_before_data');
    const ms = fault === 'hang_before_data' ? server.faults.silenceMs() : server.recipientMs();
    if (ms > 0) this.later(ms, take);
    else take();
  }

  onData() {
    if (!this.mail) return this.say('503 5.5.1 for whom?');
    this.mail.dataAt = performance.now();
    this.inContent = true;
    this.say('354 go on');
    if (this.mail.fault === 'cut_in_data') this.later(this.server.random.int(0, 3), () => this.cut());
  }

  readContent() {
    const at = this.pending.indexOf(END);
    if (at === -1) return false;
    const head = this.pending.toString('latin1', 0, Math.min(at, 8192));
    this.pending = this.pending.subarray(at + END.length);
    const messageId = /^Message-ID:\s*(<[^>]*>)/im.exec(head)?.[1] ?? '';
    const { server } = this;
    const fault = this.mail?.fault;

    if (fault === 'deferred') {
      this.finish('451 4.3.0 try again later');
    } else if (fault === 'cut_before_reply' || fault === 'hang_before_reply') {
      // Half of the servers that fall silent have the mail all the same.
      if (server.random.chance(0.5)) server.take({ ...this.mail, messageId, answered: false });
      this.later(fault === 'hang_before_reply' ? server.faults.silenceMs() : 0, () => this.cut());
    } else {
      const ms = fault === 'slow' ? server.faults.slowMs() : server.replyMs();
      const accept = () => {
        server.take({ ...this.mail, messageId, answered: !this.socket.destroyed });
        this.finish('250 2.0.0 queued');
      };
      if (ms > 0) this.later(ms, accept);
      else accept();
    }
    return true;
  }

  finish(reply) {
    this.inContent = false;
    this.mail = null;
    this.sender = false;
    this.say(reply);
  }
}
