import { expect, test } from '@jest/globals';
import { BadRequestException } from '@nestjs/common';
import { bodyFault } from './body-faults.js';

const whole = { complete: true, destroyed: true };
const brokenOff = { complete: false, destroyed: true };
const underWay = { complete: false, destroyed: false };
const failure = (fields: object) => Object.assign(new Error('read ECONNRESET'), fields);

test.each(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'])('takes %s for a request that broke off', (code) => {
  expect(bodyFault(failure({ code }), brokenOff)).toEqual(new BadRequestException('The request broke off.'));
});

test.each(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'])(
  'leaves %s to the database where the request has come whole or is still coming',
  (code) => {
    expect(bodyFault(failure({ code }), whole)).toBeNull();
    expect(bodyFault(failure({ code }), underWay)).toBeNull();
  },
);

test('knows what busboy says of a broken form, and nothing of other errors', () => {
  const broken = new BadRequestException('The multipart/form-data is broken.');
  expect(bodyFault(new Error('Unexpected end of multipart data'), whole)).toEqual(broken);
  expect(bodyFault(new Error('something else'), brokenOff)).toBeNull();
  expect(bodyFault(failure({ code: '57P01' }), whole)).toBeNull();
});
