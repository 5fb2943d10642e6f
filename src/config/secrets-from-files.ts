import { readFileSync } from 'node:fs';
import { WrongConfiguration } from './wrong-configuration.js';

/** Settings that are secrets or hold one. */
const SECRETS = ['SECRET_KEY', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'ADMIN_PASSWORD'];

/**
 * The environment with what `SECRET_KEY_FILE`, `DATABASE_URL_FILE` and so on name read in, as container
 * engines and systemd hand over secrets. Blanks and line breaks around a value do not belong to it.
 *
 * @throws WrongConfiguration for a file that cannot be read or is empty, and where a value is given twice
 */
export function withSecretsFromFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const complete = { ...env };
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) throw new WrongConfiguration(`${name} and ${name}_FILE are both set; one of them must go`);
    complete[name] = contentOf(file, `${name}_FILE`);
  }
  return complete;
}

function contentOf(file: string, variable: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new WrongConfiguration(
      `${variable} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
  if (text === '') throw new WrongConfiguration(`${variable} names ${file}, which is empty`);
  return text;
}
