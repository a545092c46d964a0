// The Web API and the navigation, as Dynamics lends them to scripts (Xrm) and code components (context) alike.
import { create, list, remove, retrieve, update } from "../base/api.js";
import { formAddress, newAddress } from "../base/routes.js";
import { bare } from "./only.js";

/** Reading and writing rows by the logical name of their table. */
export function webApiOf(tableOf) {
  const withEntityType = name => reference => ({ id: reference, entityType: name });
  return {
    createRecord: async (name, row) => withEntityType(name)(await create(tableOf(name).set, row)),
    updateRecord: async (name, id, row) => {
      await update(tableOf(name).set, bare(id), row);
      return withEntityType(name)(id);
    },
    deleteRecord: async (name, id) => {
      await remove(tableOf(name).set, bare(id));
      return withEntityType(name)(id);
    },
    retrieveRecord: (name, id, options = "") => retrieve(tableOf(name).set, bare(id), options),
    retrieveMultipleRecords: async (name, options = "") => {
      const answer = await list(tableOf(name).set, options);
      return { entities: answer.value, nextLink: answer["@odata.nextLink"] ?? "" };
    },
  };
}

/** Going elsewhere and asking. */
export const navigation = {
  openForm: async ({ entityName, entityId }) => {
    location.hash = entityId ? formAddress(entityName, bare(entityId)) : newAddress(entityName);
    return { savedEntityReference: [] };
  },
  openUrl: address => window.open(address, "_blank", "noopener"),
  openAlertDialog: async ({ text: sentence }) => alert(sentence),
  openConfirmDialog: async ({ text: question }) => ({ confirmed: confirm(question) }),
};
