import { expect, test } from '@jest/globals';
import { networkOf } from './network.rules.js';

test('all addresses of one IPv6 network count as one, and its neighbours as one site', () => {
  const { narrow, wide } = networkOf('2001:db8:7:1::1');
  expect(networkOf('2001:db8:7:1:ffff:ffff:ffff:ffff')).toEqual({ narrow, wide });
  expect(networkOf('2001:db8:7:2::1').narrow).not.toBe(narrow);
  expect(networkOf('2001:db8:7:2::1').wide).toBe(wide);
  expect(networkOf('2001:db8:8:1::1').wide).not.toBe(wide);
});

test('IPv4 counts by address, also where it is written as IPv6', () => {
  expect(networkOf('198.51.100.7').narrow).not.toBe(networkOf('198.51.100.8').narrow);
  expect(networkOf('::ffff:198.51.100.7')).toEqual(networkOf('198.51.100.7'));
  expect(networkOf('198.51.100.7').wide).toBe(networkOf('198.51.100.8').wide);
});

test('an address with a zone, or none at all, counts too', () => {
  expect(networkOf('fe80::1%eth0')).toEqual(networkOf('fe80::1'));
  expect(networkOf('nonsense')).toEqual(networkOf(''));
});
