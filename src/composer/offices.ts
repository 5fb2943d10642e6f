/**
 * What somebody is, in place of or before a name: „Herr Bürgermeister“, „Frau Stadträtin Berg“.
 * Only letters in the office's own language say it; the others have no word for it.
 */
const GERMAN =
  /^(?:\p{L}*-?)(?:(?:bürger|ober|amts|wehr|brand)meister|(?:stadt|gemeinde|land|kreis|regierungs|verwaltungs|kirchen|bundes|ministerial|hof|bezirks|orts)rat|minister|präsident|direktor|sekretär|pfarrer|pastor|dekan|rektor|kanzler|botschafter|konsul|dezernent|senator|bischof|ortsvorsteher|vorsteher|leiter|schatzmeister|pfarrvikar|kollege|kollegin)(?:in)?$|^\p{L}*(?:rätin|beauftragter?|vorsitzender?|abgeordneter?|vorständin)$/iu;
const NAMED_SO =
  /^(?:\p{L}*(?:bürgermeister|landrat|stadtrat|gemeinderat|kreisrat|minister|präsident|pfarrer|pastor|landrätin|stadträtin|gemeinderätin|kreisrätin))(?:in)?$/iu;

/** Takes the office off the front of what follows a form of address. */
export function takeOffice(words: readonly string[], name: readonly string[]): [string, string[]] {
  const [first = '', ...others] = words;
  const isPartOfName = name.some((word) => word.toLowerCase() === first.toLowerCase());
  return first !== '' && GERMAN.test(first) && !isPartOfName ? [first, others] : ['', [...words]];
}

/** Takes it off a name, „Bürgermeister Hans Müller“; a name of one word is a name. */
export function takeOfficeOfName(words: readonly string[]): [string, string[]] {
  const [first = '', ...others] = words;
  return others.length > 0 && NAMED_SO.test(first) ? [first, others] : ['', [...words]];
}

/** „Monsieur le Maire“: the French way, which goes without a name. */
export const FRENCH_OFFICE = /^(?:le|la|l[’'])\s?\p{L}/iu;

const LEGAL =
  /(?:^|\s)(?:e\.? ?V|gGmbH|GmbH|mbH|AG|KG|OHG|UG|eG|e\. ?G|Ltd|Inc|LLC|PLC|plc|SARL|S\.A\.R\.L|SAS|ASBL|asbl|VZW|vzw|B\.? ?V|N\.? ?V|sp\. z o\.? ?o|s\.r\.o|S\.A|z\. ?s)\.?(?:,.*)?$/u;
const SURE =
  /\p{L}(?:verwaltung|verein|verband|verbund|ministerium|gesellschaft|stiftung|behörde|gemeinschaft|hochschule|universität|genossenschaft|sekretariat|geschäftsstelle|bibliothek|gymnasium|feuerwehr|fraktion|vereinigung|(?:rats|bau|kultur|jugend|stadt|gemeinde|bürgermeister|schul|standes|sozial|haupt|presse|pfarr|umwelt)amt)$/iu;
const COMPOUND =
  /\p{L}(?:amt|kammer|schule|museum|theater|zentrum|büro|agentur|komitee|netzwerk|institut|initiative|bündnis|kirchengemeinde|jugendring|partnerschaft|klub|club|haus|dienst)$/iu;
const FIRST =
  /^(?:stadt|hansestadt|landeshauptstadt|gemeinde|marktgemeinde|samtgemeinde|landkreis|kreis|bezirk|amt|verein|verband|bund|bündnis|landesverband|ortsverein|kreisverband|arbeitskreis|arbeitsgemeinschaft|initiative|netzwerk|institut|universität|hochschule|kirchengemeinde|pfarramt|firma|fa\.|redaktion|team|vorstand|geschäftsstelle|sekretariat|poststelle|pressestelle|büro|rathaus|stiftung|ministerium|partei|club|klub|haus|museum|city|town|council|office|department|ministry|university|association|mairie|commune|ville|comité|société|préfecture|région|ministère|université|fondation|urząd|gmina|miasto|powiat|stowarzyszenie|fundacja|starostwo|uniwersytet|ministerstwo|gemeente|stad|stichting|vereniging|provincie|ministerie|bureau)$/iu;
const LAST =
  /^(?:council|association|university|committee|office|foundation|department|society|institute|museum|school|library|ministry|network|trust|verein|verband|gesellschaft|feuerwehr|gemeinschaft|verwaltung|behörde|hochschule|universität|stiftung|amt|rathaus|vereniging|stichting)$/iu;
const WORD_FOR_ONE =
  /^(?:firma|fa\.?|verein|verband|behörde|organisation|organization|company|institution|körperschaft|amt|stadt|gemeinde|unternehmen|société|association|organisme|entreprise|mairie|organizacja|instytucja|urząd|bedrijf|vereniging|instelling|organisatie|gemeente|an|an die|an das|an den)$/i;

/** Whether a name is an office's, an association's or a company's, and nobody's own. */
export function isBody(words: readonly string[], isSomebody: boolean): boolean {
  const text = words.join(' ');
  if (LEGAL.test(text) || words.some((word) => SURE.test(word))) return true;
  if (isSomebody || words.length === 0) return false;
  const [first = '', ...others] = words;
  return (
    FIRST.test(first) ||
    words.some((word) => COMPOUND.test(word)) ||
    (others.length > 0 && words.some((word) => LAST.test(word)))
  );
}

/** Whether a salutation column says that the row is no person: „Firma“. */
export const saysBody = (salutation: string): boolean => WORD_FOR_ONE.test(salutation);
