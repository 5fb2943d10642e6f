import { createTransport } from 'nodemailer';

// What a program without Rücklauf would do: nodemailer's pool, the whole mail composed for each person,
// nothing recorded.
let transport;
let letter;

process.on('message', (message) => {
  if (message.end) {
    transport.close();
    process.disconnect();
  } else if (message.port) {
    letter = message.letter;
    transport = createTransport({
      pool: true,
      host: '127.0.0.1',
      port: message.port,
      ignoreTLS: true,
      allowInternalNetworkInterfaces: true,
      maxConnections: message.connections,
      maxMessages: Infinity,
    });
    process.send('ready');
  } else void sendAll(message.mails).then(() => process.send('sent'));
});

/** Keeps twice as many mails waiting as there are connections, so that none falls idle. */
async function sendAll(mails) {
  let next = 0;
  const lane = async () => {
    while (next < mails) await transport.sendMail(mailTo((next += 1)));
  };
  await Promise.all(Array.from({ length: 2 * transport.options.maxConnections }, lane));
}

function mailTo(n) {
  const address = `person${n}@anbieter${n % 50}.test`;
  const name = `Vorname Nachname${n}`;
  const link = `https://umfrage.example.org/u/${String(n).padStart(36, 'x')}`;
  const person = {
    name,
    greeting: `Guten Tag Frau Nachname${n}`,
    link,
    declineLink: `${link}/decline`,
    snoozeLink: `${link}/snooze`,
    unsubscribeLink: `https://umfrage.example.org/unsubscribe/${String(n).padStart(36, 'x')}`,
  };
  const filled = (pieces) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : person[piece.gap])).join('');
  return {
    from: { name: 'Netzwerkbüro', address: 'buero@netzwerk.test' },
    to: { name, address },
    subject: filled(letter.subject),
    html: filled(letter.html),
    text: filled(letter.text),
    messageId: `<m.${n}@netzwerk.test>`,
    headers: {
      'List-Id': '<survey-1.netzwerk.test>',
      'List-Unsubscribe': `<${person.unsubscribeLink}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': 'survey-1:invitation:ruecklauf',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      Precedence: 'bulk',
    },
  };
}
