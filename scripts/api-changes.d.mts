export interface ApiChange {
  at: string;
  what: string;
  breaks: boolean;
}

export function apiChanges(before: object, after: object): ApiChange[];
