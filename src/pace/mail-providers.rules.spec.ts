import { describe, expect, test } from '@jest/globals';
import { providerByName, providerOf } from './mail-providers.rules.js';

describe('the best exchange says who takes the mail', () => {
  test.each([
    ['aspmx.l.google.com', 'google.com'],
    ['aspmx2.googlemail.com', 'google.com'],
    ['verein-de.mail.protection.outlook.com', 'protection.outlook.com'],
    ['verein-de.j-v1.mx.microsoft', 'protection.outlook.com'],
    ['eur.olc.protection.outlook.com', 'outlook.com'],
    ['mx01.emig.gmx.net', 'gmx.net'],
    ['mx-ha02.web.de', 'web.de'],
    ['mx00.kundenserver.de', 'ionos.de'],
    ['mx01.ionos.de', 'ionos.de'],
    ['mx00.ionos.co.uk', 'ionos.de'],
    ['mx00.t-online.de', 't-online.de'],
    ['mx-eu.mail.am0.yahoodns.net', 'yahoo.com'],
    ['mx01.mail.icloud.com', 'icloud.com'],
    ['smtpin.rzone.de', 'strato.de'],
    ['w0123456.kasserver.com', 'all-inkl.com'],
    ['mxext1.mailbox.org', 'mailbox.org'],
    ['mxa-00abcd01.gslb.pphosted.com', 'proofpoint.com'],
    ['de-smtp-inbound-1.mimecast.com', 'mimecast.com'],
    ['mx01.antispameurope.com', 'hornetsecurity.com'],
    ['mx01.hornetsecurity.com', 'hornetsecurity.com'],
    ['d1.ess.barracudanetworks.com', 'barracudanetworks.com'],
  ])('%s is of %s', (exchange, provider) => {
    expect(providerOf('verein.test', [exchange, 'backup.anderswo.test'])).toBe(provider);
  });

  test('however it is spelled', () => {
    expect(providerOf('verein.test', ['ASPMX.L.Google.COM.'])).toBe('google.com');
  });

  test('only whole labels count', () => {
    expect(providerOf('verein.test', ['mx.evilgooglemail.com'])).toBe('evilgooglemail.com');
    expect(providerOf('verein.test', ['google.com.example.net'])).toBe('example.net');
  });
});

describe('an exchange that nobody knows', () => {
  test.each([
    ['mail.stadt.test', 'stadt.test'],
    ['a.b.c.rechenzentrum.test', 'rechenzentrum.test'],
    ['rechenzentrum.test', 'rechenzentrum.test'],
    ['mx1.council.gov.uk', 'council.gov.uk'],
    ['council.co.uk', 'council.co.uk'],
    ['mx.mail.bka.gv.at', 'bka.gv.at'],
    ['mail.telco.de', 'telco.de'],
  ])('%s counts by its organisation, %s', (exchange, provider) => {
    expect(providerOf('amt.stadt.test', [exchange])).toBe(provider);
  });
});

describe('a domain is its own provider', () => {
  test.each([
    ['without MX records', []],
    ['with a null MX', ['']],
    ['with a null MX as it is written', ['.']],
    ['with a host that has no domain', ['all']],
    ['with an address in place of a name', ['192.0.2.25']],
    ['with an empty label', ['mx..stadt.test']],
  ])('%s', (_, exchanges) => {
    expect(providerOf('verein.test', exchanges)).toBe('verein.test');
  });
});

describe('a well-known domain needs no question', () => {
  test.each([
    ['gmail.com', 'google.com'],
    ['googlemail.com', 'google.com'],
    ['hotmail.de', 'outlook.com'],
    ['live.co.uk', 'outlook.com'],
    ['gmx.at', 'gmx.net'],
    ['web.de', 'web.de'],
    ['me.com', 'icloud.com'],
    ['aol.com', 'yahoo.com'],
    ['wanadoo.fr', 'orange.fr'],
  ])('%s is with %s', (domain, provider) => {
    expect(providerByName(domain)).toBe(provider);
    expect(providerOf(domain, [])).toBe(provider);
    expect(providerOf(domain, ['mx.anderswo.test'])).toBe(provider);
  });

  test.each(['verein.test', 'yahoo.co.jp', 'mail.gmail.com', 'constructor'])('%s does', (domain) => {
    expect(providerByName(domain)).toBeUndefined();
  });
});
