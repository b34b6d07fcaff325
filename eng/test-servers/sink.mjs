// An SMTP server for tests: takes mail on several ports, each of another temper, and keeps what arrived as JSON.
//   node sink.mjs FOLDER CERTIFICATE KEY
// The first line it prints is a JSON object: name of the listener -> port. It stops when its input ends.
//
// What it answers is chosen by the local part of an address:
//   mail-550@…  the reply to MAIL FROM;   rcpt-450@…  the reply to RCPT TO;   data-554@…  the reply to the mail itself
// Mail that was taken is appended to FOLDER/<recipient, percent-encoded>.json before the client hears "250".
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const [folder, certificate, key] = process.argv.slice(2);
const tls = { cert: await readFile(certificate), key: await readFile(key) };
const credentials = { user: 'relay-user', pass: 'correct horse £ battery' };

const open = { hideSTARTTLS: true, authOptional: true, disabledCommands: ['AUTH'] };
const listeners = {
  plain: { ...open, size: 5_000_000 },
  small: { ...open, size: 10_000 },
  bare: { ...open, hidePIPELINING: true, hideSMTPUTF8: true, hide8BITMIME: true, hideSize: true },
  old: { ...open, disabledCommands: ['EHLO', 'AUTH'] },
  startTls: { ...tls, authOptional: false },
  loginOnly: { ...tls, authOptional: false, authMethods: ['LOGIN'] },
  implicitTls: { ...tls, secure: true, authOptional: false },
  plainAuth: { hideSTARTTLS: true, allowInsecureAuth: true, authOptional: false },
};

const received = new Map();
const scripted = (stage, address) => {
  const code = new RegExp(`^${stage}-([45]\\d\\d)@`).exec(address)?.[1];
  return code && Object.assign(new Error(`scripted ${code} at ${stage}`), { responseCode: Number(code) });
};

async function keep(listener, raw, session) {
  const parsed = await PostalMime.parse(raw);
  const mail = {
    listener,
    connection: session.id,
    encrypted: Boolean(session.secure),
    user: session.user ?? null,
    from: session.envelope.mailFrom.address,
    parameters: session.envelope.mailFrom.args || {},
    raw: raw.toString('base64'),
    parsed,
  };
  for (const { address } of session.envelope.rcptTo) {
    const mails = [...(received.get(address) ?? []), mail];
    received.set(address, mails);
    const file = join(folder, `${encodeURIComponent(address)}.json`);
    await writeFile(`${file}.part`, JSON.stringify(mails));
    await rename(`${file}.part`, file);
  }
}

function start(name, options) {
  const server = new SMTPServer({
    ...options,
    name: 'sink.example',
    disableReverseLookup: true,
    onAuth: (auth, _, done) => auth.username === credentials.user && auth.password === credentials.pass
      ? done(null, { user: `${auth.username} by ${auth.method}` })
      : done(Object.assign(new Error('wrong user name or password'), { responseCode: 535 })),
    onMailFrom: (address, _, done) => done(scripted('mail', address.address)),
    onRcptTo: (address, _, done) => done(scripted('rcpt', address.address)),
    onData: (stream, session, done) => {
      const chunks = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', async () => {
        const refusal = session.envelope.rcptTo.map(to => scripted('data', to.address)).find(Boolean);
        if (refusal) return done(refusal);
        try {
          await keep(name, Buffer.concat(chunks), session);
          done();
        } catch (error) {
          done(error);
        }
      });
    },
  });
  server.on('error', error => console.error(`${name}: ${error.message}`));
  return new Promise(resolve => {
    const listening = server.listen(0, '127.0.0.1', () => resolve([name, listening.address().port]));
  });
}

const ports = await Promise.all(Object.entries(listeners).map(([name, options]) => start(name, options)));
console.log(JSON.stringify(Object.fromEntries(ports)));
process.stdin.on('end', () => process.exit(0)).resume();
