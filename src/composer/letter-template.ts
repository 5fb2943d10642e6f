import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../common/project-folder.js';
import { withoutTrailing } from '../common/trim-characters.js';
import { isPersonField, personFields } from './merge-fields.js';

/** Values for the fields of a template as HTML, already escaped; null leaves out the section of that name. */
export type TemplateValues = Readonly<Record<string, string | null>>;

const SECTION = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g;
const FIELD = /\{\{(\w+)\}\}/g;
const INCLUDE = /<mj-include path="([\w-]+(?:\/[\w-]+)*\.mjml)"\s*\/>/g;

/** An element that MJML did not know, or braces that are not the gap of a person. */
const LEFTOVER = new RegExp(`<mj-[a-z]+|\\{\\{(?!(?:${personFields.join('|')})\\}\\})[^}]{0,40}`);

/** The MJML of a template under templates/mail, with everything it includes (paths count from that folder). */
export function readTemplate(name: string): string {
  const folder = join(projectFolder, 'templates', 'mail');
  return readFileSync(join(folder, name), 'utf8').replace(INCLUDE, (_, path: string) => readTemplate(path));
}

/** Puts the values into a template in one pass. The fields of a person stay as they are, to become gaps. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template
    .replace(SECTION, (_, name: string, inner: string) => (valueOf(values, name) === null ? '' : inner))
    .replace(FIELD, (field, name: string) => (isPersonField(name) ? field : (valueOf(values, name) ?? '')));
}

/**
 * MJML to HTML without a font, a comment or an address of anybody else in it; 5–10 ms.
 * @throws when the MJML is not valid, or something that should have been resolved is left in the output
 */
export async function renderMjml(mjml: string): Promise<string> {
  // MJML brings a whole tool chain and takes seconds to load, so only a process that writes letters does.
  const { default: mjml2html } = await import('mjml');
  const { html } = await mjml2html(mjml, {
    fonts: {},
    keepComments: false,
    validationLevel: 'strict',
    // MJML would leave out an include that we could not resolve without a word.
    ignoreIncludes: true,
  });
  const left = /<mj-include[^>]*>/.exec(mjml) ?? LEFTOVER.exec(html);
  if (left) throw new Error(`the letter template leaves ${left[0]} behind`);
  return (
    html
      // What MJML says in a style sheet alone.
      .replace(/<body ([^>]*)style="/, '<body $1style="margin:0;padding:0;')
      .replace(/<table([^>]*) style="/g, '<table$1 style="border-collapse:collapse;')
      .split('\n')
      .map((line) => withoutTrailing(line.trimStart(), /[ \t]/))
      .filter((line) => line !== '')
      .join('\n')
      .trim()
  );
}

function valueOf(values: TemplateValues, name: string): string | null {
  const value = values[name];
  if (value === undefined) throw new Error(`the letter template asks for {{${name}}}, which nobody gives`);
  return value;
}
