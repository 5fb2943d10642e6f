import {
  answersAreSafe,
  everybodyAccountedFor,
  isSettledByUse,
  ledgerAgreesWithServer,
  mailsWithMessages,
  mostUncertain,
  nobodyTwice,
  noReminderAfterAnAnswer,
} from './checks.mjs';

/** Prints what happened and what was checked. @returns {Promise<string[]>} what was found wrong */
export async function reportOn(/** @type {import('./chaos.mjs').Run} */ run) {
  const { server, people, destroyer, staff, options } = run;
  const rows = await run.ledger.messages();
  const waves = await run.ledger.waves();
  const ledger = new Map(rows.map((row) => [row.id, row]));
  const mails = mailsWithMessages(server.taken, run.tokens);
  const states = countBy(rows, ({ state }) => state);
  const uncertain = (states.uncertain ?? 0) + rows.filter(isSettledByUse).length;
  const ended = sum(run.all().map((one) => one.endedByItself));
  const bound = mostUncertain({
    workerEnds: sum(run.processes.worker.map((one) => one.kills + one.endedByItself)),
    postgresKills: destroyer.kills.postgres,
    workers: run.processes.worker.length,
    connections: options.connections,
    openOutcomes: server.openOutcomes,
  });

  console.log(run.phases.join(', '));
  const checks = {
    'nobody twice': nobodyTwice(mails, ledger),
    'everybody accounted for in every wave': [...run.seen, ...everybodyAccountedFor(waves)],
    'nobody missing, ledger and server agree': ledgerAgreesWithServer(mails, ledger, server.unknown),
    'no reminder after an acknowledged answer': noReminderAfterAnAnswer(mails, ledger, people.acknowledged),
    'acknowledged answers are stored and thanked': [
      ...people.surprises,
      ...(await answersAreSafe(run.ledger, people.acknowledged)),
    ],
    'uncertain within its bound':
      uncertain > bound ? [`${uncertain} uncertain, at most ${bound} allowed`] : [],
  };

  console.log(
    `${Math.round(run.seconds())} s, ${rows.length} messages in ${waves.length} waves, ${mails.length} mails at the server`,
  );
  console.log(`kills        ${destroyer.total}: ${listed(destroyer.kills)}; FLUSHALL ${destroyer.flushes}`);
  console.log(
    `mail server  ${listed(server.faults.drawn)}; away ${destroyer.absences}; left open ${server.openOutcomes}`,
  );
  console.log(
    `people       ${people.acknowledged.size} answered; staff paused ${staff.pauses}, resumed ${staff.resumes}`,
  );
  if (staff.held.size > 0) console.log(`held         ${[...staff.held].join(' | ')}`);
  console.log(`ledger       ${listed(states)}`);
  console.log(`uncertain    ${uncertain} of at most ${bound}`);
  if (ended > 0) console.log(`ended by themselves and started again: ${listed(endings(run))}`);
  if (options.everybodyRaces) console.log(closeness(mails, ledger, people.acknowledged));
  for (const [name, wrong] of Object.entries(checks))
    console.log(
      `${wrong.length === 0 ? 'ok    ' : 'BROKEN'}  ${name}${wrong.length > 0 ? `: ${wrong.length}` : ''}`,
    );
  return Object.values(checks).flat();
}

function endings(run) {
  return Object.fromEntries(run.all().map(({ name, endedByItself }) => [name, endedByItself]));
}

/** How near the answers came to the reminders: without nearness nothing raced. */
function closeness(mails, ledger, acknowledged) {
  const gaps = [];
  for (const { message, dataAt } of mails) {
    const row = ledger.get(message);
    const at = row?.kind === 'reminder' ? acknowledged.get(row.participant) : undefined;
    if (at !== undefined) gaps.push(at - dataAt);
  }
  gaps.sort((a, b) => a - b);
  const share = (limit) => gaps.filter((gap) => gap < limit).length;
  return (
    `races        ${acknowledged.size}: the reminder was first in ${gaps.length}, the answer in ${acknowledged.size - gaps.length}; ` +
    `DATA to acknowledgement: least ${Math.round(gaps[0] ?? 0)} ms, under 100 ms ${share(100)}, under 1 s ${share(1000)}`
  );
}

function countBy(items, nameOf) {
  const counts = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}

function listed(counts) {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
