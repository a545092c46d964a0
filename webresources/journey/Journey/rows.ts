import { Sought } from "./record";
import { text } from "./shape";
import { Hindrance, Platform, refuse } from "./webApi";

/** The id of a row that is known by what it says; null when there is none. */
export async function find(webAPI: ComponentFramework.WebApi, { table, key, options }: Sought): Promise<string | null> {
  const { entities: [row] } = await webAPI.retrieveMultipleRecords(table, options);
  return row ? text(row[key], key) : null;
}

export async function findExisting(webAPI: ComponentFramework.WebApi, sought: Sought): Promise<string> {
  const id = await find(webAPI, sought);
  if (id === null) throw new Hindrance("gone");
  return id;
}

/** Shows the row behind what the control says: one whose id is known, or one that has to be looked up. */
export type Opener = (row: { table: string; id: string } | Sought) => Promise<void>;

export function openerOf(platform: () => Platform & Pick<ComponentFramework.Context<unknown>, "navigation">): Opener {
  return async row => {
    const { navigation, webAPI } = platform();
    const entityId = "id" in row ? row.id : await findExisting(webAPI, row).catch(refuse);
    await navigation.openForm({ entityName: row.table, entityId });
  };
}
