/** Whether what is read of a table may be missing, because of an outer join. */
type Joined = 'never' | 'always' | 'maybe';

const OUTER = /\b(?:LEFT|FULL)(?: OUTER)? JOIN\s+(?:LATERAL\s+)?(\(|\w+)/g;
const READ = /\b(?:FROM|JOIN)\s+(?:ONLY\s+)?(?:LATERAL\s+)?(\w+)/g;

/**
 * Which tables a statement joins so that their columns may be null. By the text: a table that is read twice, once
 * in an outer join and once not, may be either, and so may everything beside a RIGHT or FULL join, or a subquery.
 */
export function outerJoined(text: string): (table: string) => Joined {
  const all = [...text.matchAll(READ)].map(([, table = '']) => table);
  const outer = [...text.matchAll(OUTER)].map(([, table = '']) => table);
  const isHard = /\b(?:RIGHT|FULL)(?: OUTER)? JOIN\b/.test(text) || outer.includes('(');
  const ctes = new Set(
    [...text.matchAll(/\b(\w+) AS (?:NOT )?(?:MATERIALIZED )?\(/g)].map(([, name = '']) => name),
  );
  return (table) => {
    if (isHard || outer.some((name) => ctes.has(name))) return 'maybe';
    if (!outer.includes(table)) return 'never';
    return all.filter((name) => name === table).length === outer.filter((name) => name === table).length
      ? 'always'
      : 'maybe';
  };
}
