import type {} from '@fastify/multipart';
import { PayloadTooLargeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { bodyRules } from '../http/bodies/takes-body.js';

const LONGEST_FILE = 4 * 1024 * 1024;
const LONGEST_FORM = bodyRules.longForm.bytes;
const MAX_FIELDS = 50;

/** A form sent with a small file: its fields by name, several of one name as a list, and the file's text. */
export interface PostedForm {
  fields: Record<string, string | string[]>;
  /** The text of the one file, empty where none was chosen. */
  file: string;
}

/**
 * Reads a `multipart/form-data` request of a few megabytes at most.
 *
 * @throws PayloadTooLargeException for more, in one field or in all
 */
export async function readPostedForm(request: FastifyRequest): Promise<PostedForm> {
  const form: PostedForm = { fields: {}, file: '' };
  let length = 0;
  const limits = { fileSize: LONGEST_FILE, fieldSize: LONGEST_FILE, files: 1, fields: MAX_FIELDS };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      form.file = (await part.toBuffer()).toString('utf8').replace(/^\ufeff/, '');
    } else {
      const before = Object.hasOwn(form.fields, part.fieldname) ? form.fields[part.fieldname] : undefined;
      const value = String(part.value);
      length += value.length;
      if (part.valueTruncated || part.fieldnameTruncated || length > LONGEST_FORM)
        throw new PayloadTooLargeException('The form is larger than the 5 MB taken here.');
      form.fields[part.fieldname] = before === undefined ? value : [before, value].flat();
    }
  }
  return form;
}
