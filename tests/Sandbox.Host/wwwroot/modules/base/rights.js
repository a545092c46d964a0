// What the user whom the reader acts as may do: the page offers nothing that would be refused, as Dynamics does.
import { local } from "./api.js";

/** What the roles of a user give on each table: Create, Read, Write, Delete, Append, AppendTo, Assign, Share. */
export const rightsOf = userId => local(`users/${userId}/rights`);

/** What the user may do with one row. */
export const rightsOn = (app, tableName, id) => local(`users/${app.user.id}/rights/${tableName}/${id}`);

/** Whether some role of the user gives that right on rows of the table. */
export const may = (app, right, tableName) => app.rights[tableName].includes(right);
