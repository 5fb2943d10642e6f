import { type CodedText, textOf } from '../common/coded-text.js';

/** A letter that cannot be put together, for whomever it is: what it is made from fits in no mail. */
export class CannotCompose extends Error {
  constructor(readonly said: CodedText) {
    super(textOf(said, 'en'));
  }
}
