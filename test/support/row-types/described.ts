import pg from 'pg';

/** A column of what a statement gives, as the database describes it before it has run. */
export interface DescribedColumn {
  name: string;
  /** `int4`, `_text` for an array. */
  type: string;
  /** The column of a table that it is, unless it is calculated. */
  of: { table: string; isNullable: boolean } | null;
}

export interface Description {
  columns: readonly DescribedColumn[];
  /** How many values it wants. */
  parameters: number;
}

interface Field {
  name: string;
  tableID: number;
  columnID: number;
  dataTypeID: number;
}

/** The messages of the protocol that `pg` sends and does not type. */
interface Wire {
  parse(query: { text: string }): void;
  describe(what: { type: 'S' }): void;
  sync(): void;
  removeAllListeners(event: 'parameterDescription'): void;
  once(event: 'parameterDescription', listener: (message: { dataTypeIDs: number[] }) => void): void;
}

/** Has one statement parsed and described, and not run. */
class Describe {
  readonly done: Promise<{ fields: readonly Field[]; parameters: number }>;
  private fields: readonly Field[] = [];
  private parameters = 0;
  /** `pg` forgets a query that failed before the connection is ready again. */
  handleError: (error: Error) => void = () => undefined;
  handleReadyForQuery: () => void = () => undefined;

  constructor(private readonly text: string) {
    this.done = new Promise((resolve, reject) => {
      this.handleError = reject;
      this.handleReadyForQuery = () => {
        resolve({ fields: this.fields, parameters: this.parameters });
      };
    });
  }

  submit(wire: Wire): void {
    wire.removeAllListeners('parameterDescription');
    wire.once('parameterDescription', ({ dataTypeIDs }) => (this.parameters = dataTypeIDs.length));
    wire.parse({ text: this.text });
    wire.describe({ type: 'S' });
    wire.sync();
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.fields = fields;
  }
}

/** Describes statements by a database. */
export class Describer {
  private constructor(
    private readonly client: pg.Client,
    private readonly types: ReadonlyMap<number, string>,
    private readonly columns: ReadonlyMap<string, { table: string; isNullable: boolean }>,
  ) {}

  static async connect(url: string): Promise<Describer> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const types = await client.query<{ oid: number; name: string }>(
      'SELECT oid, typname AS name FROM pg_type',
    );
    const columns = await client.query<{ key: string; table: string; isNullable: boolean }>(
      `SELECT attrelid || '.' || attnum AS key, relname AS table, NOT attnotnull AS "isNullable"
       FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE attnum > 0 AND relkind = 'r'`,
    );
    return new Describer(
      client,
      new Map(types.rows.map(({ oid, name }) => [oid, name])),
      new Map(columns.rows.map(({ key, ...column }) => [key, column])),
    );
  }

  /** @throws what the database says of a statement it does not take */
  async describe(text: string): Promise<Description> {
    const asked = new Describe(text);
    this.client.query(asked as unknown as pg.Submittable);
    const { fields, parameters } = await asked.done;
    return {
      parameters,
      columns: fields.map(({ name, tableID, columnID, dataTypeID }) => ({
        name,
        type: this.types.get(dataTypeID) ?? String(dataTypeID),
        of: this.columns.get(`${tableID}.${columnID}`) ?? null,
      })),
    };
  }

  /** Makes a table that statements count on and the schema has not. */
  async make(table: string): Promise<void> {
    await this.client.query(table);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
