import { createServer } from 'node:net';

// The least an SMTP server can be: says yes to everything and counts nothing.
const END = '\r\n.\r\n';

createServer((socket) => {
  let inData = false;
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (;;) {
      const end = inData ? rest.indexOf(END) : rest.indexOf('\r\n');
      if (end === -1) {
        // Of content only its possible end is kept.
        if (inData) rest = rest.slice(-END.length);
        return;
      }
      const command = rest.slice(0, 4).toUpperCase();
      rest = rest.slice(end + (inData ? END.length : 2));
      if (inData) socket.write('250 2.0.0 Ok\r\n');
      else if (command === 'DATA') socket.write('354 End data with <CR><LF>.<CR><LF>\r\n');
      else if (command === 'EHLO') socket.write('250-sink\r\n250 8BITMIME\r\n');
      else if (command === 'QUIT') socket.end('221 Bye\r\n');
      else socket.write('250 2.1.0 Ok\r\n');
      inData = !inData && command === 'DATA';
    }
  });
}).listen(Number(process.argv[2]), '127.0.0.1');

process.once('disconnect', () => process.exit());
