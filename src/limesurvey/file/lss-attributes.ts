import type { LocalizedText } from '../../common/locale.js';

/** The advanced settings of one question. An empty value is the same as none. */
export class LssAttributes {
  private readonly plain = new Map<string, string>();
  private readonly localized = new Map<string, Record<string, string>>();

  set(name: string, value: string, locale: string | undefined): void {
    if (locale === undefined) this.plain.set(name, value);
    else this.localized.set(name, { ...this.localized.get(name), [locale]: value });
  }

  /** The setting, or an empty text. */
  get(name: string): string {
    return this.plain.get(name) ?? Object.values(this.localized.get(name) ?? {})[0] ?? '';
  }

  isOn(name: string): boolean {
    return this.get(name) === '1' || this.get(name) === 'Y';
  }

  number(name: string): number | undefined {
    const value = this.get(name).replace(',', '.');
    return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
  }

  /** A whole number above zero. */
  count(name: string): number | undefined {
    const value = this.number(name);
    return value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
  }

  text(name: string): LocalizedText {
    return this.localized.get(name) ?? {};
  }

  /** Those that are set among these. */
  given(...names: readonly string[]): string[] {
    return names.filter((name) => this.get(name) !== '');
  }
}
