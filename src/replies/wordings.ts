/**
 * Kinds of wordings. Each is a list of alternatives, each alternative a list of patterns that must all be
 * found, in whatever order: what a reply talks about, and what it says of it. Kinds rather than phrases, so
 * that a provider nobody has met yet is understood too.
 *
 * Matched against `wordsOfReply`. Every pattern takes linear time: no repetition follows another one that
 * could take the same characters.
 */
export type Wording = readonly (readonly RegExp[])[];

/** Whom or what a person is reached by. */
const MAILBOX =
  /\b(user|recipient|mail ?box|account|address|addressee|alias|local[ -]part|person|e-?mail|inbox|empfänger|empfaenger|benutzer|postfach|konto|adresse|destinataire|utilisateur|usuario|destinatario|utente|casella|cuenta|compte)\b|recipients?\b|recipient\(s\)/;

const LIMIT =
  /limit|quota|exceed|threshold|maximum|\bmax\b|throttl|credits|reached|used up|kontingent|überschritten|ueberschritten|erreicht/;
const STORAGE = /mail ?box|inbox|storage|disk|speicher|postfach/;
/** What a sender's own limit is about. */
const OF_SENDING =
  /\b(send|sending|sender|outgoing|outbound|outmail|relay|submission|tenant|customer|per (second|minute|hour|day|month)|hourly|daily|monthly|today|this (hour|month)|message count|number( of)? messages|credits|you have|you've|your (account|plan|domain|daily|hourly|monthly|message|quota))\b|versand|tageslimit|stundenlimit/;

/** Come again: nothing is wrong. */
export const greylisting: Wording = [[/gr[ae]y-?list/]];

export const tooLarge: Wording = [
  [/too (large|big|long)\b|larger than|length exceeds|sizelimit|databytes|line length|zu (groß|gross)\b/],
  [/\bsize\b/, /exceed|limit|maximum|\bmax\b/],
];

/** The mailbox of the person takes no more. */
export const mailboxFull: Wording = [
  [/\b(full|voll)\b/, MAILBOX],
  [/over ?quota|\bquota exceeded|exceeded storage allocation|out of (storage|space)|storage quota/],
  [MAILBOX, /\bquotas?\b|allowed storage|storage space|speichervolumen|too many messages on|zuviele mails/],
  [STORAGE, /exceed|exhausted|überschritten|ueberschritten/],
  [MAILBOX, /space .{0,12}used up/],
];

/** We have sent as much as we may, for an hour, a day or for good. */
export const ownQuota: Wording = [[LIMIT, OF_SENDING], [/unusual (sending )?activity/]];

/** The other side wants less mail at a time. */
export const pace: Wording = [
  [/\btoo (many|much|fast|quick|quickly|frequent|frequently)\b/],
  [
    /\b(rate|throttled|slow down|slower|busy|overloaded|thread limit|unexpected volume|zu viele|zu schnell|trop de)\b/,
  ],
  [/\bunusual (volume|traffic)\b/],
  [/\bconnections?\b/, LIMIT],
  [/\bper (connection|session)\b/],
  [/\btemporarily (deferred|blocked|limited|rejected)\b/],
];

/** What may be too many without asking for less mail. */
export const notPace: Wording = [
  [
    /spams|mailbox (is )?busy|hops|received headers|\bloop|commands|attachments|\bheaders\b|on the server|your account|from domain|spam points/,
  ],
];

/** The mailbox is there and takes mail only from some. */
export const restricted: Wording = [
  [/resolver\.rst\.|notauthenticatedfor|notinallowed|allowed-senders/],
  [
    /\b(not (allowed|permitted|authori[sz]ed|a member|subscribed)|not have permission|only|restricted|closed|moderated|prohibited|nur)\b/,
    /\b(mailing ?list|(this|the) (list|group|recipient|mailbox)|to send to this|(list|group) members|members|subscribers|post to|distribution (list|group)|public folder|verteiler|gruppe)\b/,
  ],
  [
    MAILBOX,
    /\b(only accept(s|ing)?|not authori[sz]ed to receive|nimmt keine (mails?|nachrichten)|accepts? (mail|messages|e-?mails?) only|refuses? (to receive|this)|blocked by the recipient|user rules|recipient preferences|not accepting (any )?(mail|messages)|accept(s|ing)? (mail|messages) from (authori[sz]ed|known|internal))\b/,
  ],
  [/\bsender was not authenticated\b/],
];

/** The service we send through will not write to this address again. */
export const suppressed: Wording = [[/suppression list|previously bounced|marked as inactive|hard bounce/]];

/** Our address, our name, our rights, our log-in, our reputation. */
export const ofTheSender: Wording = [
  // The address in the envelope or in the letter.
  [
    /\b(senders?|absender|from (address|header|domain|that)|envelope from|mail ?from|send as|not owned by|sending (as|domain|ip|address))\b|sendas|'from'|\bfrom:/,
  ],
  // What we call ourselves, and the host and net we come from.
  [
    /\b(helo|ehlo|ptr|rdns|reverse dns|client host|dialup|dynamic ip|ip address|ip reputation|this ip)\b|\bip=/,
  ],
  [
    /\byour (own |smtp |aws |mail |e-?mail )?(host\w*|ip|server|network|domain|account|plan|postmaster|isp|credits)\b/,
  ],
  // What proves it, or the log-in.
  [
    /\b(spf|dkim|dmarc|unauthori[sz]ed|credentials|password|log ?in|not logged in|starttls|tls)\b|authenticat|encrypt/,
  ],
  // Rights.
  [
    /\bnot (allowed|permitted|authori[sz]ed|verified|validated|activated|yet activated) to (send|relay|connect)|\bnot (been )?(verified|validated)|verify your|verified sender|not (yet )?activated|not authori[sz]ed|pending approval|test purposes|permission/,
  ],
  [/\brelay(ing)?( access| mail)? (is )?(denied|not )|\brelaying\b|rcpthosts|to relay\b|relay denied/],
  [/\b(outgoing|outbound|sending)\b/, /suspen|disabled|blocked/],
  // What is thought of us.
  [/black-?list|block-?list|block list|deny-?list|\b(rbl|dnsbl|reputation|spamhaus|spoof\w*|complaints)\b/],
  [/banned (sender|sending)|spams from/],
];

/** What is in the letter. */
export const ofTheLetter: Wording = [
  [
    /\b(spam|spammy|virus|malware|phishing|content|attachments?|url|unsolicited|bulk|advertis\w+|banned|malformed|mime|headers?|message-id|bare (lf|line)|rfc ?[25]?822|rfc ?5322|rfc compliant|security issue|infected|werbung)\b|b-(url|text|score|attach)/,
  ],
];

/** Nobody is there, and nobody will be. */
export const noSuchMailbox: Wording = [
  [
    MAILBOX,
    /\b(unknown|not (be )?found|not (currently )?exist\w*|doesn't (exist|have)|does not (exist|have)|no such|invalid|non-?existent|not (a |an )?(known|valid|local|listed|active|recogni[sz]ed)|undeliverable|unroute?able|wrong|unbekannt|nicht (bekannt|gefunden|vorhanden)|existiert (hier )?nicht|inconnue?|n'existe|no existe|desconocid[oa]|inesistente|inexistente|sconosciut[oa])\b|recipientnotfound/,
  ],
  [
    /\bno (such )?(one|mail ?box|account|user|recipient|person|address) (here|by|found|with|for|at)\b|no such user/,
  ],
  [/\b(bad|wrong) (address|recipient|destination)\b|\bmailbox unavailable\b/],
  [/\b(domain|host)\b/, /not found|unknown|not exist|nonexistent|not accept mail|null ?mx/],
];

/** It was there once. */
export const closedMailbox: Wording = [
  [
    MAILBOX,
    /\b(disabled|inactive|deactivated|closed|discontinued|terminated|cancell?ed|deleted|no longer (valid|active|in use|available|exists?|accepts?|on|used)|deaktiviert|gelöscht|geschlossen|abgemeldet)\b/,
  ],
  [
    /\b(has moved|moved to|been replaced by|user not local|owner has changed|umgezogen|neue adresse|new address|no longer (works?|employed|with))\b/,
  ],
];

/** It is there and takes nothing now. */
export const mailboxOutOfService: Wording = [
  [MAILBOX, /\b(suspend(ed)?|locked|gesperrt|unavailable|temporar\w+|on hold|busy)\b/],
  [/recipient (address )?rejected: access denied/],
];

/** A rule that does not say whom it is meant for. */
export const policy: Wording = [
  [/\bpolic(y|ies)\b|access denied|prohibit|\bblocked\b|security|violat|forbidden|\bspam|\babuse|richtlinie/],
];

/** A server is in trouble. */
export const systemTrouble: Wording = [
  [
    /\b(local (error|problem)|internal|server (error|configuration)|insufficient|disk space|space shortage|system (storage|resources?|problem|error|config\w*)|resources|lookup (failure|failed|error)|timeout|timed out|try again later|try later|unable to process|not available|unavailable|maintenance|shutting down|closing|home directory|database)\b|temporary (system|local|server)/,
  ],
];

/** Whether words are of a kind. */
export function speakOf(words: string, wording: Wording): boolean {
  return wording.some((patterns) => patterns.every((pattern) => pattern.test(words)));
}
