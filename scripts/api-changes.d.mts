export interface ApiChange {
  at: string;
  what: string;
  breaks: boolean;
}

export function apiChanges(before: object, after: object): ApiChange[];

export function unannounced(breaking: readonly ApiChange[], changelog: string): string[];
