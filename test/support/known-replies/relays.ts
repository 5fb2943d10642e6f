import type { KnownReplies } from './known-reply.js';

/** Services one sends through. */
export const relays: KnownReplies[] = [
  {
    of: 'SES',
    source:
      'docs.aws.amazon.com/ses: SMTP response codes, sending quotas errors, troubleshoot error messages',
    replies: [
      [
        'CONTENT',
        '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: buero@example.org',
        'sender',
      ],
      ['CONTENT', '454 Throttling failure: Maximum sending rate exceeded.', 'sender, slower'],
      ['MAIL', '454 Throttling failure: Daily message quota exceeded.', 'sender, slower'],
      [
        'CONTENT',
        '554 Message rejected: Sending suspended for this account. For more information, please check the inbox of the email address associated with your AWS account.',
        'sender',
      ],
      [
        'CONTENT',
        '554 Access denied: User `arn:aws:iam::1:user/x` is not authorized to perform `ses:SendRawEmail`',
        'sender',
      ],
      ['MAIL', '535 Authentication Credentials Invalid', 'sender'],
      ['MAIL', '530 Authentication required', 'sender'],
      ['CONTENT', '554 Transaction failed: Missing final @domain', 'unknown'],
      ['CONTENT', '552 Message is too long.', 'letter'],
      ['CONTENT', '451 Timeout waiting for data from client', 'server'],
      ['CONTENT', '554 Message rejected: Address is on the suppression list for your account', 'hard'],
    ],
  },
  {
    of: 'Mailgun',
    source: 'AlRide issue 7, US-visa-appointment-notifier issue 5, kyriossystems.com; memory',
    replies: [
      [
        'CONTENT',
        '554 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in domain settings.',
        'sender',
      ],
      [
        'CONTENT',
        '550 Domain mg.example.org is not allowed to send: Free accounts are for test purposes only.',
        'sender',
      ],
      [
        'MAIL',
        '421 Domain mg.example.org is not allowed to send: recipient limit exceeded',
        'sender, slower',
      ],
      ['RCPT', '550 5.7.1 Relaying denied', 'sender'],
      [null, '550 5.1.1 Not delivering to previously bounced address', 'hard'],
      ['MAIL', '535 5.7.0 Mailgun is not loving your login or password', 'sender'],
      ['RCPT', '550 5.7.1 Hourly sending limit reached for domain', 'sender, slower'],
    ],
  },
  {
    of: 'SendGrid',
    source: 'twilio.com/docs/sendgrid: SMTP errors and troubleshooting; sendgrid/docs issue 6473',
    replies: [
      ['CONTENT', '403 You are not authorized to send from that email address', 'sender'],
      [
        'CONTENT',
        '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
        'sender',
      ],
      [null, '421 Message from (192.0.2.1) temporarily deferred', 'provider, slower'],
      [null, '450 too frequent connects from 192.0.2.1, please try again later.', 'provider, slower'],
      ['MAIL', '451 Authentication failed: Maximum credits exceeded', 'sender, slower'],
      [null, '452 Too many recipients received this hour (throttled)', 'sender, slower'],
      ['RCPT', '550 Unauthenticated senders not allowed', 'sender'],
      [null, '551 User does not exist', 'hard'],
      [
        null,
        '552 This message is larger than the current system limit or the recipient’s mailbox is full.',
        'soft',
      ],
      [null, '553 The user’s mailbox name is invalid', 'hard'],
      [null, '554 ERROR: Mail refused', 'unknown'],
    ],
  },
  {
    of: 'Postmark',
    source: 'postmarkapp.com: API error codes, SMTP API error; postmark-php issue 35; feedadoc pull 110',
    replies: [
      [
        'CONTENT',
        '550 5.7.1 The ‘From’ address you supplied (Büro <buero@example.org>) is not a Sender Signature on your account.',
        'sender',
      ],
      [
        'CONTENT',
        '550 You tried to send to recipient(s) that have been marked as inactive. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.',
        'hard',
      ],
      [
        'CONTENT',
        '550 5.7.1 Account is pending approval. You may not send to addresses outside your domain.',
        'sender',
      ],
      ['CONTENT', '451 Rate limit exceeded', 'provider, slower'],
      ['MAIL', '535 5.7.8 Error: authentication failed', 'sender'],
    ],
  },
  {
    of: 'Brevo',
    source:
      'supabase/agent-skills issue 133; unemail issue 8; help.sendinblue.com: troubleshooting the SMTP; memory',
    replies: [
      [
        'MAIL',
        '502 5.7.0 Your SMTP account is not yet activated. Please contact us to request activation',
        'sender',
      ],
      ['CONTENT', '502 5.7.0 Please verify your sender address before sending', 'sender'],
      ['MAIL', '525 5.7.1 Unauthorized IP address', 'sender'],
      ['CONTENT', '421 4.7.0 Hourly sending limit reached, try again later', 'sender, slower'],
      ['CONTENT', '550 5.7.1 All your email credits have been used', 'sender, slower'],
    ],
  },
  {
    of: 'Mailjet',
    source: 'CMT issue 903 (account temporarily blocked); documentation.mailjet.com; memory',
    replies: [
      ['MAIL', '550 5.1.8 Sender address rejected: buero@example.org is not a validated sender', 'sender'],
      ['CONTENT', '550 5.7.1 Your account has been temporarily blocked.', 'sender'],
      ['RCPT', '450 4.7.1 Your sending quota has been reached for today', 'sender, slower'],
      ['RCPT', '550 5.1.1 Recipient is on the list of blocked addresses: previously bounced', 'hard'],
    ],
  },
  {
    of: 'OVH',
    source: 'conseillers-entreprises issue 1756; Magento-SMTP issue 94; PiWebcam pull 43; ovh/docs pull 6139',
    replies: [
      ['RCPT', '550 5.7.0 Requested action not taken: too many emails', 'provider, slower'],
      ['MAIL', '550 sorry, too many emails (#5.7.1)', 'provider, slower'],
      ['MAIL', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'sender'],
      [
        'RCPT',
        '550 5.1.1 <x@example.org>: Recipient address rejected: User unknown in relay recipient table',
        'hard',
      ],
      ['MAIL', '535 5.7.1 Authentication failed', 'sender'],
    ],
  },
  {
    of: 'others one sends through',
    source:
      'prolateral.com; aditsystems.de; support.forpsi.com; emailit.com/docs/smtp; smtp2go.com; oopen.de; Mailu issue 2416; goneo.de',
    replies: [
      [
        'RCPT',
        '554 5.7.1 <x@example.com>: Recipient address rejected: You have exceeded your Outmail quota.',
        'sender, slower',
      ],
      ['RCPT', '450 4.7.1 message count quota exceeded', 'sender, slower'],
      ['RCPT', '450 4.7.1 Number messages per hour exceeded', 'sender, slower'],
      ['MAIL', '452 4.4.5 Messages per second limit exceeded', 'sender, slower'],
      ['MAIL', '452 4.5.3 Daily message limit exceeded', 'sender, slower'],
      ['CONTENT', '451 4.3.0 hourly message limit reached', 'sender, slower'],
      ['CONTENT', '450 4.5.0 message quota for today used up', 'sender, slower'],
      [
        'CONTENT',
        '550 5.1.0 cNkj1y0022zrrQM01NkjaD policy violation, see https://support.forpsi.com/kb/a4081',
        'sender',
      ],
      ['CONTENT', '550 From header sender domain not verified', 'sender'],
      [
        'RCPT',
        '450 4.7.1 SASL login name rejected: You are sending too many emails too fast.',
        'provider, slower',
      ],
      ['RCPT', '550 Tageslimit für den Versand erreicht', 'sender, slower'],
      ['RCPT', '550 Versandlimit überschritten', 'sender, slower'],
      ['RCPT', '550 Das Postfach ist voll', 'soft'],
      ['RCPT', '550 Empfänger unbekannt', 'hard'],
      ['MAIL', '550 Absender nicht zugelassen', 'sender'],
      ['RCPT', '550 5.7.1 You are not allowed to post to this mailing list', 'soft'],
      ['RCPT', '550 Only members may post to this group', 'soft'],
    ],
  },
];
