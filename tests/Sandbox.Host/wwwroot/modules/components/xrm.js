// Xrm and the form context, as far as this page has them, for the scripts of the solution. What is missing is refused by name.
import { language } from "../base/texts.js";
import { navigation, webApiOf } from "./lent.js";
import { bare, only } from "./only.js";

const formTypes = { create: 1, update: 2, readOnly: 3 };
const operations = { action: 0, function: 1 };

/** What scripts find as Xrm. */
export function globalXrm(app) {
  const tableOf = name => app.tables[name];
  const webApi = webApiOf(tableOf);
  return only("Xrm", {
    WebApi: only("Xrm.WebApi", { ...webApi, online: only("Xrm.WebApi.online", { ...webApi, execute: request => execute(request, tableOf) }) }),
    Navigation: only("Xrm.Navigation", { ...navigation, openErrorDialog: async ({ message }) => alert(message) }),
    Utility: only("Xrm.Utility", {
      showProgressIndicator: () => document.body.setAttribute("aria-busy", "true"),
      closeProgressIndicator: () => document.body.removeAttribute("aria-busy"),
      getGlobalContext: () => only("globalContext", {
        userSettings: only("userSettings", { languageId: language.code, userId: `{${app.user.id}}`, userName: app.user.name }),
        getClientUrl: () => location.origin,
      }),
    }),
  });
}

/** Calls the action that a request describes, unbound or bound to a row. */
async function execute(request, tableOf) {
  const { boundParameter, operationName, operationType } = request.getMetadata();
  if (operationType !== operations.action) throw new Error("The local page executes actions only.");
  const row = boundParameter && request[boundParameter];
  const address = row ? `${tableOf(row.entityType).set}(${bare(row.id)})/Microsoft.Dynamics.CRM.${operationName}` : operationName;
  const given = Object.fromEntries(Object.entries(request).filter(([name]) => name !== boundParameter && name !== "getMetadata"));

  const response = await fetch(`/api/data/v9.2/${address}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) });
  if (response.ok) return response;
  const { error } = await response.json();
  throw Object.assign(new Error(error.message), { errorCode: Number(error.code) });
}

/** The form of a row as its scripts see it. */
export function formContextOf(app, rowForm, read) {
  const { table } = rowForm;
  const save = async () => {
    if (!await rowForm.save()) throw new Error(rowForm.notice.textContent);
    await read();
  };
  return only("formContext", {
    data: only("data", {
      save, refresh: async saves => saves ? save() : read(),
      entity: only("entity", { getId: () => rowForm.id ? `{${rowForm.id}}` : "", getEntityName: () => table.name, getIsDirty: () => rowForm.isDirty }),
    }),
    getAttribute: name => name in table.columns ? attributeOf(rowForm, name) : null,
    ui: only("ui", { getFormType: () => formTypeOf(rowForm), refreshRibbon: () => read() }),
  });
}

const attributeOf = (rowForm, name) => only(`attribute ${name}`, {
  getName: () => name,
  getValue: () => rowForm.valueOf(name) ?? null,
  getInitialValue: () => rowForm.values[name] ?? null,
});

const formTypeOf = rowForm => rowForm.id === null ? formTypes.create : rowForm.isReadOnly ? formTypes.readOnly : formTypes.update;
