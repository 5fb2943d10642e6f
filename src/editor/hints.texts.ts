const de = {
  hints: {
    missing: (language: string) =>
      `Wer ${language} gewählt hat, liest diese Texte in einer anderen Sprache. Veröffentlichen lässt sich trotzdem.`,
    several: (what: string, n: number) => (n === 1 ? what : `${what} (${String(n)})`),
    tooEarly: (n: number) =>
      n === 1
        ? 'Eine Bedingung fragt nach einer späteren Seite'
        : `${String(n)} Bedingungen fragen nach späteren Seiten`,
    tooEarlyHint:
      'Beim ersten Durchgang ist die Antwort dort noch nicht da. Stellen Sie die Frage weiter nach vorn, oder was von ihr abhängt weiter nach hinten.',
    onPage: (what: string, page: number) => `„${what}“ (Seite ${String(page)})`,
    needs: 'braucht die Antwort auf',
  },
};

const en: typeof de = {
  hints: {
    missing: (language) =>
      `Whoever chose ${language} reads these texts in another language. You can publish nevertheless.`,
    several: (what, n) => (n === 1 ? what : `${what} (${String(n)})`),
    tooEarly: (n) =>
      n === 1 ? 'One condition asks about a later page' : `${String(n)} conditions ask about later pages`,
    tooEarlyHint:
      'The first time through, the answer is not there yet. Move the question further to the front, or what depends on it further to the back.',
    onPage: (what, page) => `“${what}” (page ${String(page)})`,
    needs: 'needs the answer to',
  },
};

/** What may not be meant so, though publication takes it. */
export const hints = { de, en };
