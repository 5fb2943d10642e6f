/** The introduction of the API's description. */
export const about = {
  title: 'Rücklauf',
  version: '1',
  license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  description: `Lists, surveys, waves, responses and the response rate.

Send \`Authorization: Bearer <token>\`; make a token with \`npm run cli -- token add --name <name>\`. Errors are
problem documents (RFC 9457) with a stable \`code\`. Lists come in pages: pass \`next\` as \`cursor\`. A POST may
carry an \`Idempotency-Key\`: sent again it does nothing and gives the same answer, without a body if the person
it named has been erased since.

Answers may get further fields and further values where a field has several; a client passes over what it does
not know. Nothing else changes within version 1.`,
};

/** The parts of the API, in the order of a campaign. */
export const tags = [
  { name: 'lists', description: 'Newsletter lists and who is on them.' },
  { name: 'imports', description: 'Files on their way into a list.' },
  { name: 'segments', description: "Parts of a list by its people's attributes." },
  { name: 'suppressions', description: 'Addresses nobody may write to.' },
  { name: 'surveys', description: 'A questionnaire put to people until a closing date.' },
  { name: 'participants', description: 'Who is asked, and where they come from.' },
  { name: 'waves', description: 'Invitations and reminders: when, to whom, and how they stand.' },
  { name: 'messages', description: 'The ledger: each mail to each person.' },
  { name: 'paces', description: 'How fast mail goes out.' },
  { name: 'mail-cap', description: 'How many mails one address may get over all surveys.' },
  { name: 'statistics', description: 'How a survey stands, and its response rates.' },
  { name: 'responses', description: 'What people have answered.' },
];
