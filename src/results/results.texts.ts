import type { ConsoleLocale } from '../common/locale.js';

const de = {
  title: 'Nach Gruppen zählen',
  lead: 'In einer anonymen Umfrage wird nur nach Spalten des Verteilers gezählt, die vor der Veröffentlichung gewählt sind. Was dort steht, wird bei der Aufnahme festgehalten und ändert sich nicht mehr.',
  notAnonymous:
    'Diese Umfrage ist nicht anonym: Ihre Teilnehmenden lassen sich jederzeit nach jeder Spalte des Verteilers zählen. Hier ist nichts zu wählen.',
  fixed: 'Die Spalten stehen seit der Veröffentlichung fest.',
  columns: 'Spalten des Verteilers',
  columnsHint: (most: number) =>
    `Höchstens ${String(most)}. Je mehr Spalten, desto seltener ist jede Kombination und desto mehr wird zusammengelegt.`,
  noColumns: 'Auf den Verteilern stehen außer Adresse und Namen keine Spalten.',
  tooMany: (most: number) => `Bitte wählen Sie höchstens ${String(most)} Spalten.`,
  save: 'Speichern und Vorschau zeigen',
  saved: 'Gespeichert.',
  back: 'Zum Fragebogen',
  preview: 'Vorschau der Gruppen',
  previewHint: (people: string) =>
    `So würden die ${people} bisher Aufgenommenen gezählt. Gebildet werden die Gruppen, sobald zehn abgeschlossen haben, aus allen, die bis dahin aufgenommen sind; wer später dazukommt, zählt erst mit, wenn fünf zusammenpassen.`,
  nobody: 'Noch ist niemand aufgenommen; die Vorschau erscheint, sobald Teilnehmende da sind.',
  tooFew: 'Für Gruppen sind es zu wenige: Es braucht mindestens fünf Aufgenommene.',
  group: 'Gruppe',
  invited: 'Aufgenommen',
  mergedIn: (column: string, values: string) => `In „${column}“ zusammengelegt, weil zu selten: ${values}.`,
  notKept: (column: string) =>
    `„${column}“ kann nicht unterschieden werden: Jede Unterscheidung ergäbe eine Gruppe von weniger als fünf.`,
  none: 'ohne Angabe',
  other: 'Übrige',
  card: {
    title: (column: string) => `Nach ${column}`,
    value: 'Gruppe',
    invited: 'Eingeladen',
    completed: 'Abgeschlossen',
    rate: 'Quote',
    reasons: {
      fewer_than_five: 'weniger als fünf',
      all_but_fewer_than_five: 'alle bis auf weniger als fünf',
      withheld: 'nicht gezeigt',
      not_counted_yet: 'noch nicht gezählt',
    },
    countedAt: (completed: string) =>
      `Gezählt, als ${completed} abgeschlossen hatten; neu gezählt wird nach zehn weiteren und am Ende. Zahlen, aus denen auf Einzelne zu schließen wäre, fehlen.`,
    notYet:
      'Gezählt wird, sobald zehn abgeschlossen haben, danach nach je zehn weiteren und am Ende. So verrät keine Zahl, wer gerade geantwortet hat.',
    noGroups: 'Es sind zu wenige aufgenommen, um Gruppen zu bilden.',
    otherOf: (values: string) => `Übrige: ${values}`,
  },
};

const en: typeof de = {
  title: 'Count by group',
  lead: 'An anonymous survey counts people only by columns of the list that are chosen before publication. What they hold is fixed when somebody is added and does not change any more.',
  notAnonymous:
    'This survey is not anonymous: its participants can be counted by any column of the list at any time. There is nothing to choose.',
  fixed: 'The columns are fixed since publication.',
  columns: 'Columns of the list',
  columnsHint: (most) =>
    `At most ${String(most)}. The more columns, the rarer each combination and the more is merged.`,
  noColumns: 'The lists have no columns beside addresses and names.',
  tooMany: (most) => `Please choose at most ${String(most)} columns.`,
  save: 'Save and show preview',
  saved: 'Saved.',
  back: 'To the questionnaire',
  preview: 'Preview of the groups',
  previewHint: (people) =>
    `This is how the ${people} people added so far would be counted. Groups are formed once ten have completed, from everybody added by then; anyone who comes later counts only once five match.`,
  nobody: 'Nobody has been added yet; the preview appears once there are participants.',
  tooFew: 'There are too few for groups: at least five people are needed.',
  group: 'Group',
  invited: 'Added',
  mergedIn: (column, values) => `Merged in “${column}”, as too rare: ${values}.`,
  notKept: (column) =>
    `“${column}” cannot be told apart: every distinction would make a group of fewer than five.`,
  none: 'no value',
  other: 'Others',
  card: {
    title: (column) => `By ${column}`,
    value: 'Group',
    invited: 'Invited',
    completed: 'Completed',
    rate: 'Rate',
    reasons: {
      fewer_than_five: 'fewer than five',
      all_but_fewer_than_five: 'all but fewer than five',
      withheld: 'not shown',
      not_counted_yet: 'not counted yet',
    },
    countedAt: (completed) =>
      `Counted when ${completed} had completed; counted anew after ten more and at the end. Numbers that would lead to single people are left out.`,
    notYet:
      'Counted once ten have completed, then after every ten more and at the end. So no number tells who has just answered.',
    noGroups: 'Too few people have been added to form groups.',
    otherOf: (values) => `Others: ${values}`,
  },
};

export function resultsTexts(locale: ConsoleLocale): typeof de {
  return locale === 'de' ? de : en;
}
