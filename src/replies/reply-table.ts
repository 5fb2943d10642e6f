import type { Judgement } from './judgement.js';
import type { ReplyStage } from './reply.js';
import {
  closedMailbox,
  greylisting,
  mailboxFull,
  mailboxOutOfService,
  noSuchMailbox,
  notPace,
  ofTheLetter,
  ofTheSender,
  ownQuota,
  pace,
  policy,
  restricted,
  suppressed,
  systemTrouble,
  tooLarge,
  type Wording,
} from './wordings.js';

/** One line of the table; everything it names must hold. */
export interface Row {
  /** What was answered; `null` stands for a reply of which that is not known, as in a returned mail. */
  stages?: readonly (ReplyStage | null)[];
  /** Pattern for the three digits; a row that names one never matches a reply without. */
  code?: RegExp;
  /** Pattern for the enhanced code; likewise. */
  enhanced?: RegExp;
  words?: Wording;
  unless?: Wording;
  as: Judgement;
}

const hard: Judgement = { blame: 'person', severity: 'hard', slows: null };
const soft: Judgement = { blame: 'person', severity: 'soft', slows: null };
const sender: Judgement = { blame: 'sender', slows: null };
const letter: Judgement = { blame: 'letter', slows: null };
const server: Judgement = { blame: 'server', slows: null };
/** Our own limit is one for all mail, whoever it is for. */
const senderQuota: Judgement = { blame: 'sender', slows: 'everything' };
const senderSlower: Judgement = { blame: 'sender', slows: 'provider' };
const slower: Judgement = { blame: 'provider', slows: 'provider' };

/** Nothing said to MAIL FROM is about the person: the server has not heard of them (RFC 5321 section 3.3). */
const ABOUT_PERSON = ['RCPT', 'DATA', 'CONTENT', null] as const;
const ABOUT_LETTER = ['DATA', 'CONTENT', null] as const;

/**
 * Whose fault a reply is; the first row that matches decides. What is clear from stage and codes comes first.
 * Many codes are used for anything, so the words decide next; then what a code usually means. In doubt a row
 * speaks people free: anyone who is blamed as `hard` is not written to again.
 */
export const table: readonly Row[] = [
  { code: /^4/, words: greylisting, as: { blame: 'provider', slows: null } },
  { enhanced: /^4\./, words: greylisting, as: { blame: 'provider', slows: null } },

  { words: tooLarge, unless: [[/mailbox .{0,12}(full|size)/]], as: letter },

  // Codes that mean one thing only. Microsoft: limits of a sender and of a recipient, restricted recipients.
  { enhanced: /^5\.(1\.90|2\.25[0-9]|7\.7[0-4]\d)$/, words: ownQuota, as: senderQuota },
  { enhanced: /^5\.2\.25[13-5]$/, as: senderQuota },
  { enhanced: /^[45]\.2\.12[12]$/, as: slower },
  { enhanced: /^5\.7\.(12|13|124|13[3-6])$/, stages: ABOUT_PERSON, as: soft },
  // RFC 7293: the mailbox or the domain belongs to somebody else now.
  { enhanced: /^5\.7\.1[78]$/, stages: ABOUT_PERSON, as: hard },
  // Authentication and encryption demanded or failed (RFC 4954 section 6, RFC 3207 section 4).
  { code: /^(523|524|525|530|534|535|538)/, as: sender },
  // The sender's mailbox or domain (RFC 3463 section 3.2); Microsoft's SendAsDenied.
  { enhanced: /^5\.(1\.[78]|2\.252)$/, as: sender },
  // The unusual rate that Gmail blocks for.
  { enhanced: /^5\.7\.28$/, as: senderSlower },
  // Mail that does not prove whom it is from (RFC 7372, Google, Microsoft).
  { enhanced: /^[45]\.7\.(2[0-79]|3[0-2]|40|509|515)$/, as: sender },
  // Too large (RFC 3463 sections 3.3 and 3.4); anything else about the message is below.
  { enhanced: /^[45]\.(2\.3|3\.4)$/, as: letter },
  // RFC 7505: a domain that says that it takes no mail.
  { enhanced: /^5\.1\.10$/, stages: ABOUT_PERSON, as: hard },
  { enhanced: /^5\.4\.1$/, stages: ABOUT_PERSON, words: [[/recipient address rejected/]], as: hard },

  // Words: limits first, for they come with every code there is.
  { words: ownQuota, unless: [[/mailbox|inbox|storage|\brate limit/]], as: senderQuota },
  { enhanced: /^[45]\.7\./, words: [[/\bquota/]], as: senderQuota },
  { words: pace, unless: notPace, as: slower },
  { stages: ABOUT_PERSON, words: mailboxFull, as: soft },
  { stages: ABOUT_PERSON, words: suppressed, as: hard },
  { stages: ABOUT_PERSON, words: restricted, unless: [[/relay/]], as: soft },
  { words: ofTheSender, as: sender },

  // MAIL FROM: a server in trouble, else what it has against the sender.
  { stages: ['MAIL'], words: systemTrouble, as: server },
  { stages: ['MAIL'], enhanced: /^[45]\.(3|4|5)\./, as: server },
  { stages: ['MAIL'], code: /^(421|451|452|455|50[0-4]|521|555)/, as: server },
  { stages: ['MAIL'], code: /^552/, as: letter },
  { stages: ['MAIL'], as: sender },

  { stages: ABOUT_LETTER, words: ofTheLetter, as: letter },
  { words: [[/recipient (address )?rejected: access denied/]], as: soft },
  { words: noSuchMailbox, unless: [[/no valid recipients|temporarily|\bpolic(y|ies)\b/]], as: hard },
  // An account that policy has closed is rather ours.
  { enhanced: /^[45]\.7\./, words: [[/\baccount\b/, /suspend|locked|disabled|closed/]], as: sender },
  { words: closedMailbox, unless: [[/temporar|suspended/]], as: hard },
  { enhanced: /^[45]\.1\.[1236]$/, as: hard },
  { words: policy, as: sender },
  { words: mailboxOutOfService, as: soft },

  // What a code usually means (RFC 3463).
  { enhanced: /^[45]\.1\.[78]$/, as: sender },
  { enhanced: /^5\.(1\.0|2\.1|4\.4|4\.310)$/, as: hard },
  { enhanced: /^[45]\.(1|2)\./, as: soft },
  { enhanced: /^5\.4\.(7|300)$/, as: soft },
  { enhanced: /^[45]\.5\.3$/, as: slower },
  { enhanced: /^[45]\.(5\.6|6\.([0-6]|1[1-9]))$/, as: letter },
  // An address the server cannot take without SMTPUTF8 may well be there (RFC 6531 section 3.7.4.2).
  { enhanced: /^[45]\.6\./, as: soft },
  { words: systemTrouble, as: server },
  { enhanced: /^(4\.3|4\.4|[45]\.5|5\.3\.[1-5])/, as: server },
  // Policy, block lists, reputation (RFC 3463 section 3.8).
  { enhanced: /^[45]\.7\./, as: sender },
  { words: [[/\bhops\b|\bloop/]], as: { blame: 'unknown', slows: null } },
  { enhanced: /^4\./, as: server },

  // Without any enhanced code (RFC 5321 section 4.2.3, RFC 7504, RFC 7505).
  { code: /^501/, stages: ['RCPT'], as: hard },
  { code: /^(51[0-5]|551|556)/, stages: ABOUT_PERSON, as: hard },
  { code: /^552/, stages: ['RCPT'], as: soft },
  { code: /^(50[0-4]|555|521)/, as: server },
  { code: /^(541|57\d)/, as: sender },
  { code: /^450/, stages: ['RCPT', null], as: soft },
  { code: /^(454|432)/, as: sender },
  { code: /^4/, as: server },
];
