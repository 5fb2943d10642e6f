import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

const LONGEST_FILE = 4 * 1024 * 1024;

/** A form sent with a small file: its fields by name, several of one name as a list, and the file's text. */
export interface PostedForm {
  fields: Record<string, string | string[]>;
  /** The text of the one file, empty where none was chosen. */
  file: string;
}

/** Reads a `multipart/form-data` request of a few megabytes at most. */
export async function readPostedForm(request: FastifyRequest): Promise<PostedForm> {
  const form: PostedForm = { fields: {}, file: '' };
  const limits = { fileSize: LONGEST_FILE, fieldSize: LONGEST_FILE, files: 1, fields: 50 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      form.file = (await part.toBuffer()).toString('utf8').replace(/^\ufeff/, '');
    } else {
      const before = Object.hasOwn(form.fields, part.fieldname) ? form.fields[part.fieldname] : undefined;
      const value = String(part.value);
      form.fields[part.fieldname] = before === undefined ? value : [before, value].flat();
    }
  }
  return form;
}
