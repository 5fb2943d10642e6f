import { describe, expect, test } from '@jest/globals';
import { isSameOrigin, type RequestOrigin } from './same-origin.rules.js';

const publicUrl = 'https://umfragen.example.org';
const post = (given: Partial<RequestOrigin>): RequestOrigin => ({
  method: 'POST',
  secFetchSite: undefined,
  origin: undefined,
  host: 'umfragen.example.org',
  ...given,
});

describe('a change is accepted', () => {
  test.each([
    post({ secFetchSite: 'same-origin' }),
    post({ origin: publicUrl }),
    post({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }),
    post({ method: 'GET', secFetchSite: 'cross-site' }),
  ])('from our own pages: %j', (request) => {
    expect(isSameOrigin(request, publicUrl)).toBe(true);
  });

  test.each([
    post({ secFetchSite: 'cross-site', origin: publicUrl }),
    post({ secFetchSite: 'same-site' }),
    post({ origin: 'https://evil.example' }),
    post({ origin: 'http://umfragen.example.org' }),
    post({ origin: 'https://umfragen.example.org:8443' }),
    post({ origin: 'null' }),
    post({}),
    post({ method: 'DELETE' }),
  ])('from nowhere else: %j', (request) => {
    expect(isSameOrigin(request, publicUrl)).toBe(false);
  });
});
