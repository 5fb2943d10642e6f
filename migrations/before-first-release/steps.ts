import { FirstSchema1795300000000 } from './1795300000000-first-schema.js';
import { BrakesAndPace1795310000000 } from './1795310000000-brakes-and-pace.js';
import { ALighterLedger1795320000000 } from './1795320000000-a-lighter-ledger.js';
import { TheCalendarAndThePeople1795330000000 } from './1795330000000-the-calendar-and-the-people.js';
import { AQuestionnaireForEveryone1795340000000 } from './1795340000000-a-questionnaire-for-everyone.js';
import { AResponseInOneStatement1795350000000 } from './1795350000000-a-response-in-one-statement.js';
import { AListMayBeEmptied1795360000000 } from './1795360000000-a-list-may-be-emptied.js';
import { WhatAFileCouldNotBring1795370000000 } from './1795370000000-what-a-file-could-not-bring.js';
import { ResponsesStoredTogether1795380000000 } from './1795380000000-responses-stored-together.js';
import { RefusedAddresses1795400000000 } from './1795400000000-refused-addresses.js';
import { RefusalsJudgedAgain1795400100000 } from './1795400100000-refusals-judged-again.js';
import { BreakersByWhatFailed1795410000000 } from './1795410000000-breakers-by-what-failed.js';
import { ARestoredDatabaseHolds1795420000000 } from './1795420000000-a-restored-database-holds.js';
import { NamesThatAreAddresses1795430000000 } from './1795430000000-names-that-are-addresses.js';
import { RequestsAreCountedTogether1795445000000 } from './1795445000000-requests-are-counted-together.js';
import { TheAuditLogNamesStaffByNumber1795450000000 } from './1795450000000-the-audit-log-names-staff-by-number.js';
import { AccountsCanBeManaged1795450001000 } from './1795450001000-accounts-can-be-managed.js';
import { AnswersAreReleased1795470000000 } from './1795470000000-answers-are-released.js';
import { PeopleByGroup1795471000000 } from './1795471000000-people-by-group.js';
import { DepartedParticipants1795480000000 } from './1795480000000-departed-participants.js';

/**
 * The steps of the schema before the first release, oldest first. They run only where some of them have run
 * before: in a database, or a backup, that an earlier build has made. Nothing is added here any more.
 */
export const stepsBeforeFirstRelease = [
  FirstSchema1795300000000,
  BrakesAndPace1795310000000,
  ALighterLedger1795320000000,
  TheCalendarAndThePeople1795330000000,
  AQuestionnaireForEveryone1795340000000,
  AResponseInOneStatement1795350000000,
  AListMayBeEmptied1795360000000,
  WhatAFileCouldNotBring1795370000000,
  ResponsesStoredTogether1795380000000,
  RefusedAddresses1795400000000,
  RefusalsJudgedAgain1795400100000,
  BreakersByWhatFailed1795410000000,
  ARestoredDatabaseHolds1795420000000,
  NamesThatAreAddresses1795430000000,
  RequestsAreCountedTogether1795445000000,
  TheAuditLogNamesStaffByNumber1795450000000,
  AccountsCanBeManaged1795450001000,
  AnswersAreReleased1795470000000,
  PeopleByGroup1795471000000,
  DepartedParticipants1795480000000,
];
