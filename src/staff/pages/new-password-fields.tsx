import { z } from 'zod';
import type { ConsoleLocale } from '../../common/locale.js';
import { TextField } from '../../console/fields.js';
import type { FieldErrors } from '../../console/notices.js';
import { texts } from '../../common/texts.js';

const posted = z.object({
  password: z.string().max(400).catch(''),
  repeat: z.string().max(400).catch(''),
});

interface Props {
  locale: ConsoleLocale;
  errors: FieldErrors;
}

/** A new password, typed twice as it cannot be seen; never filled in again. */
export function NewPasswordFields({ locale, errors }: Props) {
  const t = texts('accounts', locale).newPassword;
  return (
    <>
      <TextField
        name="password"
        label={t.password}
        hint={t.hint}
        error={errors['password']}
        type="password"
        autocomplete="new-password"
        required
      />
      <TextField
        name="repeat"
        label={t.repeat}
        error={errors['repeat']}
        type="password"
        autocomplete="new-password"
        required
      />
    </>
  );
}

/** Tells a password manager, and nobody else, whose password it is. */
export function UserName({ email }: { email: string }) {
  return (
    <div class="visually-hidden" aria-hidden="true">
      <input type="text" name="email" value={email} autocomplete="username" readOnly tabIndex={-1} />
    </div>
  );
}

/** The new password of a posted form, with what is wrong about how it was typed. */
export function readNewPassword(
  body: unknown,
  locale: ConsoleLocale,
): { password: string; errors: Record<string, string> } {
  const { password, repeat } = posted.parse(body ?? {});
  const t = texts('accounts', locale).newPassword;
  if (password === '') return { password, errors: { password: t.missing } };
  return { password, errors: password === repeat ? {} : { repeat: t.different } };
}

/** The names of the fields above, for a summary of errors. */
export function newPasswordLabels(locale: ConsoleLocale): Record<string, string> {
  const { password, repeat } = texts('accounts', locale).newPassword;
  return { password, repeat };
}
