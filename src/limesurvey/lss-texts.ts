import type { Locale, LocalizedText } from '../common/locale.js';
import { textOfHtml } from '../questionnaire/compile/text-of-html.js';
import { Untranslatable } from './expressions/expression-tokens.js';
import { parseExpression, type Expression } from './expressions/expression-tree.js';
import { personFieldOf, variableNamed, type Variables } from './expressions/expression-variables.js';
import type { LssNotes } from './lss-notes.js';

const MEDIA = /<(?:a|img|video|audio|iframe|embed|object)\b/i;
const SCRIPT = /<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi;
const PLACEHOLDER = /\{([^{}]+)\}/g;
const NAME_TWICE = /\{person\.name\},?\s+\{person\.name\}/g;
const shownProperties: ReadonlySet<string> = new Set(['', 'NAOK', 'shown', 'value', 'valueNAOK', 'code']);

/** Turns LimeSurvey's texts into ours: HTML becomes plain text, and `{…}` what SurveyJS puts there. */
export class LssTexts {
  constructor(
    private readonly variables: Variables,
    private readonly surveyTitle: LocalizedText,
    private readonly locales: readonly Locale[],
    private readonly notes: LssNotes,
  ) {}

  /** @returns undefined where there is nothing to read in any language */
  plain(text: LocalizedText, where: string): LocalizedText | undefined {
    return mapped(text, (html, locale) => {
      if (MEDIA.test(html)) this.notes.add(where, 'media');
      return this.filled(textOfHtml(html), locale, where);
    });
  }

  /** Keeps the markup, but for scripts and styles, whose braces are no placeholders. */
  html(text: LocalizedText, where: string): LocalizedText | undefined {
    return mapped(text, (html, locale) => {
      if (MEDIA.test(html)) this.notes.add(where, 'media');
      const filled = this.filled(html.replaceAll(SCRIPT, ''), locale, where);
      return textOfHtml(filled) === '' ? '' : filled;
    });
  }

  /** Words that the file does not hold, in the languages of the survey. */
  standard(words: LocalizedText): LocalizedText {
    return Object.fromEntries(
      Object.entries(words).filter(([locale]) => this.locales.some((own) => own === locale)),
    );
  }

  /** LimeSurvey takes braces for text if a space follows the first or precedes the last. */
  private filled(text: string, locale: string, where: string): string {
    return text
      .replaceAll(PLACEHOLDER, (whole, inner: string) => {
        if (inner.trim() !== inner) return whole;
        return this.placeholder(textOfHtml(inner), locale, where);
      })
      .replaceAll(NAME_TWICE, '{person.name}')
      .trim();
  }

  private placeholder(source: string, locale: string, where: string): string {
    if (source === 'SURVEYNAME') return textOfHtml(this.surveyTitle[locale] ?? '').replaceAll(/[{}]/g, '');
    const field = personFieldOf(source);
    if (field !== null) {
      this.notes.add(where, 'person_fields', { field: source });
      return `{${field}}`;
    }
    const path = this.pathOf(source);
    if (path !== null) return `{${path}}`;
    this.notes.add(where, 'text_expression', { expression: `{${source}}` });
    return '';
  }

  private pathOf(source: string): string | null {
    const tree = treeOf(source);
    if (tree?.kind !== 'variable' || !shownProperties.has(tree.property)) return null;
    const variable = variableNamed(tree.name, this.variables);
    if (!variable) return null;
    return variable.kind === 'choice' ? (variable.words ?? null) : variable.path;
  }
}

function treeOf(source: string): Expression | null {
  try {
    return parseExpression(source);
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}

function mapped(
  text: LocalizedText,
  map: (html: string, locale: string) => string,
): LocalizedText | undefined {
  const entries = Object.entries(text)
    .map(([locale, html]) => [locale, map(html, locale)] as const)
    .filter(([, mappedText]) => mappedText !== '');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
