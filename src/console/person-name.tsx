/** A person in a table: their name with the address below, or the address alone. */
export function PersonName({ name, email }: { name: string | null; email: string }) {
  return (
    <>
      {name ?? email}
      {name && <span class="cell-sub">{email}</span>}
    </>
  );
}
