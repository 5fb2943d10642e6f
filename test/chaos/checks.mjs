/**
 * What must hold after a run, whatever was killed. Each check gives what it found wrong; nothing wrong
 * is an empty list.
 *
 * @typedef {{ id: string, wave: string | null, kind: string, state: string, reason: string | null,
 *   participant: string, email: string }} Message
 * @typedef {import('./counting-server.mjs').Taken & { message: string | null }} Mail
 */

/** The server's mails with the ledger's message that each Message-ID names. @returns {Mail[]} */
export function mailsWithMessages(taken, tokens) {
  return taken.map((mail) => {
    const token = /^<m\.([\w-]+)@/.exec(mail.messageId)?.[1] ?? '';
    return { ...mail, message: tokens.read('return-path', token) };
  });
}

/** P1: one mail per message, and per person and wave; a thank-you per person. */
export function nobodyTwice(/** @type {Mail[]} */ mails, /** @type {Map<string, Message>} */ ledger) {
  const wrong = [];
  const byId = new Set();
  const byPerson = new Set();
  for (const { messageId, message, to } of mails) {
    const row = message === null ? undefined : ledger.get(message);
    if (!row || row.email !== to) {
      wrong.push(`a mail to ${to} that the ledger does not know: ${messageId}`);
      continue;
    }
    const person = `${row.wave ?? row.kind} ${to}`;
    if (byId.has(messageId) || byPerson.has(person))
      wrong.push(`twice: ${row.kind} of wave ${row.wave} to ${to}`);
    byId.add(messageId);
    byPerson.add(person);
  }
  return wrong;
}

/** P2: the ledger answers for everybody, and `finished` means that nothing is open. */
export function everybodyAccountedFor(waves) {
  return waves.flatMap((wave) => {
    const sum = wave.open + wave.accepted + wave.refused + wave.skipped + wave.uncertain;
    const wrong = [];
    if (wave.total !== wave.participants || sum !== wave.total)
      wrong.push(`wave ${wave.id}: ${wave.participants} people, ${wave.total} messages, ${sum} by state`);
    if (wave.state !== 'finished' || wave.open > 0)
      wrong.push(`wave ${wave.id} is ${wave.state} with ${wave.open} open`);
    return wrong;
  });
}

/** Nobody missing, and the ledger says what the server did. */
export function ledgerAgreesWithServer(
  /** @type {Mail[]} */ mails,
  /** @type {Map<string, Message>} */ ledger,
  /** @type {Set<string>} */ unknown,
) {
  const wrong = [];
  const answered = new Set();
  for (const mail of mails) {
    const row = mail.message === null ? undefined : ledger.get(mail.message);
    if (mail.answered && mail.message !== null) answered.add(mail.message);
    if (row && row.state !== 'accepted' && row.state !== 'uncertain')
      wrong.push(`the server took message ${row.id} and the ledger says ${row.state} (${row.reason})`);
  }
  for (const row of ledger.values()) {
    const { id, state, reason, email } = row;
    if (state === 'accepted' && !answered.has(id) && !isSettledByUse(row))
      wrong.push(`message ${id} is accepted; the server never said so`);
    if (state === 'refused' && !unknown.has(email))
      wrong.push(`message ${id} to ${email} is refused (${reason}) by nobody`);
    if ((state === 'skipped' || state === 'uncertain') && !reason)
      wrong.push(`message ${id} is ${state} without a reason`);
  }
  return wrong;
}

/**
 * An uncertain message whose person used the link is taken as sent. The people here know their links
 * without any mail, so that it stays what it was to the checks: uncertain.
 */
export function isSettledByUse(/** @type {Message} */ { state, reason }) {
  return state === 'accepted' && reason === 'link_used';
}

/** P3: no reminder whose DATA began after its person's answer was acknowledged. */
export function noReminderAfterAnAnswer(
  /** @type {Mail[]} */ mails,
  /** @type {Map<string, Message>} */ ledger,
  /** @type {Map<string, number>} */ acknowledged,
) {
  return mails.flatMap(({ message, dataAt }) => {
    const row = message === null ? undefined : ledger.get(message);
    const answeredAt = row?.kind === 'reminder' ? acknowledged.get(row.participant) : undefined;
    if (!row || answeredAt === undefined || dataAt < answeredAt) return [];
    return [
      `reminder ${row.id} began ${Math.round(dataAt - answeredAt)} ms after the answer of ${row.email}`,
    ];
  });
}

/** P6 and P1: what was acknowledged is stored, once, and its thank-you is in the ledger. */
export async function answersAreSafe(ledgerOfRun, acknowledged) {
  const rows = await ledgerOfRun.rows(
    `SELECT r.participant_id AS participant, count(m.id)::int AS thanks FROM responses r
     LEFT JOIN messages m ON m.participant_id = r.participant_id AND m.kind = 'thank_you' GROUP BY r.id`,
  );
  const thanks = new Map(rows.map((row) => [row.participant, row.thanks]));
  const lost = [...acknowledged.keys()].filter((participant) => thanks.get(participant) !== 1);
  const wrong = lost.map(
    (participant) => `the acknowledged answer of participant ${participant} is not stored or thanked`,
  );
  if (rows.length !== thanks.size) wrong.push('somebody has two responses');
  return wrong;
}

/**
 * How many may be uncertain: of a killed worker what its connections had under way; of a killed Postgres
 * the same for every worker, whose claim or settlement it swallowed; and what the mail server left open.
 */
export function mostUncertain({ workerEnds, postgresKills, workers, connections, openOutcomes }) {
  return workerEnds * connections + postgresKills * workers * connections + openOutcomes;
}
