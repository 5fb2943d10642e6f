import { type CodedText, textOf } from '../../common/coded-text.js';

/** A file that cannot be read as a whole: where and why, for the person who sent it. */
export class ImportFailed extends Error {
  constructor(readonly said: CodedText) {
    super(textOf(said, 'en'));
  }
}
