/** Name of a picture that a test has to place in `images` itself. */
export const picture = 'a-picture-of-one-pixel';

/** A PNG of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A questionnaire with every kind of question, on two pages, and conditions between them. */
export const everyQuestion = {
  title: { de: 'Alle Fragen', en: 'All questions' },
  pages: [
    {
      name: 'first',
      title: { de: 'Zu Ihnen', en: 'About you' },
      elements: [
        { type: 'text', name: 'name', title: 'Ihr Name', isRequired: true },
        { type: 'text', name: 'mail', title: 'Ihre E-Mail', inputType: 'email' },
        { type: 'text', name: 'years', title: 'Jahre im Amt', inputType: 'number', min: 0, max: 60 },
        { type: 'text', name: 'day', title: 'Seit wann?', inputType: 'date', min: '2000-01-01' },
        {
          type: 'radiogroup',
          name: 'role',
          title: 'Ihre Rolle',
          isRequired: true,
          choices: [
            { value: 'full', text: 'hauptamtlich' },
            { value: 'volunteer', text: 'ehrenamtlich' },
          ],
          showOtherItem: true,
        },
        {
          type: 'comment',
          name: 'why',
          title: 'Warum {role}?',
          maxLength: 100,
          visibleIf: "{role} = 'volunteer'",
          requiredIf: '{years} > 5',
        },
        {
          type: 'panel',
          name: 'group',
          title: 'Austausch',
          visibleIf: '{years} > 10',
          elements: [
            { type: 'boolean', name: 'meet', title: 'Treffen Sie sich?' },
            { type: 'text', name: 'where', title: 'Wo?', enableIf: '{meet} = true' },
          ],
        },
        { type: 'expression', name: 'double', title: 'Doppelt so viele Jahre', expression: '{years} * 2' },
        {
          type: 'checkbox',
          name: 'topics',
          title: 'Themen',
          choices: ['Jugend', 'Kultur', 'Sport'],
          showNoneItem: true,
          noneText: 'Nichts davon',
          showSelectAllItem: true,
          selectAllText: 'Alles',
        },
        { type: 'dropdown', name: 'country', title: 'Land', choices: ['Frankreich', 'Polen', 'Niederlande'] },
        {
          type: 'tagbox',
          name: 'tags',
          title: 'Partnerländer',
          choices: [
            'Belgien',
            'Dänemark',
            'England',
            'Finnland',
            'Frankreich',
            'Italien',
            'Kroatien',
            'Niederlande',
            'Österreich',
            'Polen',
          ],
        },
      ],
    },
    {
      name: 'second',
      title: { de: 'Ihre Meinung, {name}', en: 'Your opinion, {name}' },
      elements: [
        { type: 'rating', name: 'stars', title: 'Sterne', rateType: 'stars', rateMax: 5 },
        { type: 'rating', name: 'mood', title: 'Stimmung', rateType: 'smileys', rateMax: 5 },
        {
          type: 'imagepicker',
          name: 'picture',
          title: 'Welches Bild passt?',
          showLabel: true,
          choices: [
            { value: 'bridge', text: 'Brücke', imageLink: `/images/${picture}` },
            { value: 'tower', text: 'Turm', imageLink: `/images/${picture}` },
          ],
        },
        {
          type: 'rating',
          name: 'nps',
          title: 'Empfehlen Sie uns weiter?',
          rateMin: 0,
          rateMax: 10,
          minRateDescription: 'nie',
          maxRateDescription: 'sicher',
        },
        {
          type: 'matrix',
          name: 'grid',
          title: 'Wie wichtig?',
          columns: ['wichtig', 'unwichtig'],
          rows: ['Reisen', 'Briefe'],
          eachRowRequired: true,
        },
        {
          type: 'matrixdropdown',
          name: 'table',
          title: 'Ihre Partnerstädte',
          rows: ['Erste', 'Zweite'],
          columns: [
            { name: 'kind', title: 'Art', cellType: 'dropdown', choices: ['Stadt', 'Kreis'] },
            { name: 'count', title: 'Treffen', cellType: 'text', inputType: 'number' },
            { name: 'active', title: 'Aktiv', cellType: 'boolean' },
          ],
        },
        {
          type: 'multipletext',
          name: 'contact',
          title: 'Ansprechpersonen',
          items: [
            { name: 'mayor', title: 'Büro' },
            { name: 'office', title: 'Verein', isRequired: true },
          ],
        },
        { type: 'ranking', name: 'order', title: 'Reihenfolge', choices: ['Geld', 'Zeit', 'Leute'] },
        {
          type: 'ranking',
          name: 'best',
          title: 'Ihre liebsten Orte',
          choices: ['Wald', 'Meer', 'Berge'],
          selectToRankEnabled: true,
        },
        { type: 'html', name: 'note', html: '<p>Fast geschafft.</p>' },
        {
          type: 'boolean',
          name: 'consent',
          title: 'Ich bin einverstanden, dass meine Antworten ausgewertet werden.',
          renderAs: 'checkbox',
          isRequired: true,
        },
      ],
    },
  ],
};
