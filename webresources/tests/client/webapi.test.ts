import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DynamicsWebApi } from "dynamics-web-api";
import { Sandbox } from "../browser/sandbox";

// The sandbox's Web API as a client sees it that nobody here wrote: dynamics-web-api. Each test builds on the rows of those before it.

type Row = Record<string, unknown>;
type Refusal = Error & { status: number; code: string };

const formatted = "@OData.Community.Display.V1.FormattedValue";
const lookupTable = "@Microsoft.Dynamics.CRM.lookuplogicalname";
const nobody = "00000000-0000-0000-0000-00000000dead";
const accounts = 12;

let sandbox: Sandbox;
let api: DynamicsWebApi;
let me: string;
let fabrikam: string;
let northwind: Row;
let deal: string;

function clientOf(options: Partial<ConstructorParameters<typeof DynamicsWebApi>[0]> = {}): DynamicsWebApi {
  return new DynamicsWebApi({ serverUrl: sandbox.url, dataApi: { version: "9.2" }, onTokenRefresh: () => Promise.resolve("none is needed"), includeAnnotations: "*", ...options });
}

async function refused(call: Promise<unknown>, status: number, code?: string): Promise<void> {
  const refusal = await call.then(() => assert.fail("It was not refused."), (error: unknown) => error as Refusal);
  assert.equal(refusal.status, status, refusal.message);
  if (code) assert.equal(refusal.code, code);
}

before(async () => {
  sandbox = await Sandbox.start({ withSample: false });
  api = clientOf();
  for (let number = 1; number <= accounts; number++)
    await api.create({ collection: "accounts", data: { name: `Account ${String(number).padStart(2, "0")}`, revenue: number * 1000 } });
});
after(() => sandbox.stop());

test("an unbound function is called", async () => {
  const caller = await api.callFunction<{ UserId: string }>("WhoAmI");
  me = caller.UserId;
  assert.match(me, /^[0-9a-f-]{36}$/);
});

test("a row is created and its id is in OData-EntityId", async () => {
  fabrikam = await api.create<string>({ collection: "accounts", data: { name: "Fabrikam", revenue: 123456.78, "ownerid@odata.bind": `systemusers(${me})` } });
  assert.match(fabrikam, /^[0-9a-f-]{36}$/);
});

test("a row is created and comes back", async () => {
  northwind = await api.create<Row>({ collection: "accounts", returnRepresentation: true, select: ["name", "accountnumber"], data: { name: "Northwind", accountnumber: "NW-1" } });
  assert.equal(northwind.accountnumber, "NW-1");
});

test("a row is read with its annotations", async () => {
  const row = await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name", "revenue", "statecode", "_ownerid_value"] });
  assert.equal(row[`statecode${formatted}`], "Active");
  assert.equal(row[`_ownerid_value${lookupTable}`], "systemuser");
  assert.ok(row[`_ownerid_value${formatted}`]);
});

test("a row is read by an alternate key", async () => {
  const row = await api.retrieve<Row>({ collection: "buy_processes", key: "buy_key='classic6',buy_version=1", select: ["buy_name"] });
  assert.ok(row.buy_name);
});

test("a row that is not there is not found", () => refused(api.retrieve({ collection: "accounts", key: nobody }), 404, "0x80040217"));

test("related rows are expanded, each with options of its own", async () => {
  const found = await api.retrieveMultiple<Row>({ collection: "buy_processes", select: ["buy_name"], filter: "buy_key eq 'classic6'",
    expand: [{ property: "buy_process_stage", select: ["buy_name"], filter: "buy_order ge 2", orderBy: ["buy_order desc"], top: 2 }] });
  assert.equal((found.value[0].buy_process_stage as Row[]).length, 2);
});

test("a single related row is expanded", async () => {
  const found = await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"], expand: [{ property: "ownerid", select: ["fullname"] }] });
  assert.ok((found.ownerid as Row).fullname);
});

test("rows are filtered, ordered, cut and counted", async () => {
  const found = await api.retrieveMultiple<Row>({ collection: "accounts", select: ["name"], filter: "startswith(name,'Account') and revenue ge 6000", orderBy: ["revenue desc"], top: 3, count: true });
  assert.deepEqual(found.value.map(row => row.name), ["Account 12", "Account 11", "Account 10"]);
  assert.equal(found.oDataCount, 7);
});

test("rows are filtered by the id in a lookup", async () => {
  const found = await api.retrieveMultiple<Row>({ collection: "accounts", filter: `_ownerid_value eq ${me}`, select: ["name"] });
  assert.equal(found.value.length, accounts + 2);
});

test("a query function takes parameter aliases", async () => {
  const found = await api.retrieveMultiple<Row>({ collection: "accounts", select: ["name"], filter: "Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)",
    queryParams: ["@p1='name'", "@p2=['Account 01','Account 02']"] });
  assert.equal(found.value.length, 2);
});

test("rows are filtered by related rows", async () => {
  const found = await api.retrieveMultiple<Row>({ collection: "buy_processes", select: ["buy_key"], filter: "buy_process_stage/any(s:s/buy_order ge 1) and buy_key eq 'classic6'" });
  assert.equal(found.value.length, 1);
});

test("a page leads to the next, and to all", async () => {
  const first = await api.retrieveMultiple<Row>({ collection: "accounts", select: ["name"], maxPageSize: 5 });
  assert.equal(first.value.length, 5);
  const second = await api.retrieveMultiple<Row>({ collection: "accounts" }, first.oDataNextLink);
  assert.equal(second.value.length, accounts + 2 - 5); // the page size was not asked for again
  const all = await api.retrieveAll<Row>({ collection: "accounts", select: ["name"], maxPageSize: 5 });
  assert.equal(all.value.length, accounts + 2);
});

test("rows are grouped and aggregated", async () => {
  const found = await api.retrieveMultiple<Row>({ collection: "accounts", apply: "filter(startswith(name,'Account'))/groupby((statecode),aggregate(revenue with sum as total))" });
  assert.equal(found.value[0].total, 78000);
});

test("a collection is counted", async () => { assert.equal(await api.count({ collection: "accounts" }), accounts + 2); });

test("FetchXML goes from page to page with its cookie", async () => {
  const fetchXml = '<fetch count="5"><entity name="account"><attribute name="name"/><filter><condition attribute="name" operator="like" value="Account%"/></filter><order attribute="name" descending="true"/></entity></fetch>';
  const first = await api.fetch<Row>({ collection: "accounts", fetchXml });
  assert.equal(first.value[0].name, "Account 12");
  const second = await api.fetch<Row>({ collection: "accounts", fetchXml, pageNumber: first.PagingInfo?.nextPage, pagingCookie: first.PagingInfo?.cookie });
  assert.equal(second.value[0].name, "Account 07");
  assert.equal((await api.fetchAll<Row>({ collection: "accounts", fetchXml })).value.length, accounts);
});

test("a row is updated", () => api.update({ collection: "accounts", key: fabrikam, data: { name: "Fabrikam 2" } }));

test("a row is updated and comes back", async () => {
  const row = await api.update<Row>({ collection: "accounts", key: fabrikam, data: { name: "Fabrikam 3" }, returnRepresentation: true, select: ["name"] });
  assert.equal(row.name, "Fabrikam 3");
});

test("a column that is not there is refused", () => refused(api.update({ collection: "accounts", key: fabrikam, data: { nosuch: 1 } }), 400));

test("a row that is not there is not updated into being", () => refused(api.update({ collection: "accounts", key: nobody, data: { name: "x" } }), 404));

test("an outdated version is not overwritten", async () => {
  const row = await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"] });
  await api.update({ collection: "accounts", key: fabrikam, data: { name: "newer" } });
  assert.equal(await api.update({ collection: "accounts", key: fabrikam, data: { name: "older" }, ifmatch: row["@odata.etag"] as string }), false);
});

test("an unchanged row need not be read again", async () => {
  const row = await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"] });
  assert.equal(await api.retrieve({ collection: "accounts", key: fabrikam, select: ["name"], ifnonematch: row["@odata.etag"] as string }), null);
});

test("an upsert by alternate key creates the row with its key", async () => {
  await api.upsert({ collection: "buy_processes", key: "buy_key='made-by-client',buy_version=7", data: { buy_name: "Made" } });
  const row = await api.retrieve<Row>({ collection: "buy_processes", key: "buy_key='made-by-client',buy_version=7", select: ["buy_name", "buy_version"] });
  assert.deepEqual([row.buy_name, row.buy_version], ["Made", 7]);
});

test("an upsert that may only create leaves a row alone", async () => {
  assert.equal(await api.upsert({ collection: "accounts", key: fabrikam, data: { name: "z" }, ifnonematch: "*" }), null);
  assert.equal((await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"] })).name, "newer");
});

test("a single property is updated", async () => {
  await api.updateSingleProperty({ collection: "accounts", key: fabrikam, fieldValuePair: { name: "single" } });
  assert.equal((await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"] })).name, "single");
});

test("a lookup with several targets is bound by the name of one", async () => {
  deal = await api.create<string>({ collection: "opportunities", data: { name: "Deal", estimatedvalue: 1000, estimatedclosedate: "2026-12-31", "customerid_account@odata.bind": `/accounts(${fabrikam})`,
    "buy_ProcessId@odata.bind": "/buy_processes(buy_key='classic6',buy_version=1)" } });
  assert.match(deal, /^[0-9a-f-]{36}$/);
});

test("a lookup bound by a wrong name is refused", () =>
  refused(api.create({ collection: "opportunities", data: { name: "Deal", "customerid@odata.bind": `/accounts(${fabrikam})` } }), 400));

test("a single-valued link is made", async () => {
  await api.associateSingleValued({ collection: "accounts", primaryKey: fabrikam, navigationProperty: "parentaccountid", relatedCollection: "accounts", relatedKey: northwind.accountid as string });
  assert.equal((await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["_parentaccountid_value"] }))._parentaccountid_value, northwind.accountid);
});

test("a single-valued link is cut", async () => {
  await api.disassociateSingleValued({ collection: "accounts", primaryKey: fabrikam, navigationProperty: "parentaccountid" });
  assert.equal((await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["_parentaccountid_value"] }))._parentaccountid_value, null);
});

test("a row joins a collection and leaves it", async () => {
  const role = (await api.retrieveMultiple<Row>({ collection: "roles", select: ["name"], top: 1 })).value[0].roleid as string;
  const user = await api.create<string>({ collection: "systemusers", data: { lastname: "Client", domainname: "client", "businessunitid@odata.bind": `/businessunits(${(await api.retrieveMultiple<Row>({ collection: "businessunits", select: ["name"] })).value[0].businessunitid as string})` } });
  const link = { collection: "systemusers", primaryKey: user, relationshipName: "systemuserroles_association", relatedCollection: "roles", relatedKey: role };
  const rolesOf = async () => (await api.retrieve<Row>({ collection: "systemusers", key: user, select: ["fullname"], expand: [{ property: "systemuserroles_association", select: ["name"] }] })).systemuserroles_association as Row[];
  await api.associate(link);
  assert.equal((await rolesOf()).length, 1);
  await api.disassociate(link);
  assert.equal((await rolesOf()).length, 0);
});

test("a function of the solution is called on a row", async () => {
  const answer = await api.callFunction<Row>({ collection: "opportunities", key: deal, functionName: "Microsoft.Dynamics.CRM.buy_GetJourney" });
  assert.ok(Object.keys(answer).length > 0);
});

test("an action of the solution that refuses says why, with the code of plugins", () =>
  refused(api.callAction({ collection: "opportunities", key: deal, actionName: "Microsoft.Dynamics.CRM.buy_RecordAnswers", action: { Answers: [{ "@odata.type": "Microsoft.Dynamics.CRM.buy_answer" }] } }), 400, "0x80040265"));

test("an action of the platform is called", () =>
  api.callAction({ actionName: "LoseOpportunity", action: { Status: 4, OpportunityClose: { subject: "lost", "opportunityid@odata.bind": `opportunities(${deal})` } } }));

test("a lost opportunity is in its state", async () => {
  const row = await api.retrieve<Row>({ collection: "opportunities", key: deal, select: ["statecode", "statuscode"] });
  assert.deepEqual([row.statecode, row.statuscode], [2, 4]);
});

test("a batch binds a row to one that it makes itself", async () => {
  api.startBatch();
  void api.create({ collection: "contacts", data: { lastname: "InBatch" }, contentId: "1" });
  void api.create({ collection: "accounts", data: { name: "Made in a batch", "primarycontactid@odata.bind": "$1" } });
  assert.equal((await api.executeBatch()).length, 2);
  const found = await api.retrieveMultiple<Row>({ collection: "accounts", filter: "primarycontactid/lastname eq 'InBatch'", select: ["name"] });
  assert.equal(found.value[0].name, "Made in a batch");
});

test("a batch that fails leaves nothing behind", async () => {
  api.startBatch();
  void api.create({ collection: "accounts", data: { name: "Rolled back" } });
  void api.create({ collection: "accounts", data: { nosuch: 1 } });
  await assert.rejects(api.executeBatch());
  assert.equal((await api.retrieveMultiple({ collection: "accounts", select: ["name"], filter: "name eq 'Rolled back'" })).value.length, 0);
});

test("a batch of reads answers each", async () => {
  api.startBatch();
  void api.retrieveMultiple({ collection: "accounts", select: ["name"], top: 2 });
  void api.callFunction("WhoAmI");
  assert.equal((await api.executeBatch({ continueOnError: true })).length, 2);
});

test("a request acts as another user", async () => {
  assert.ok(await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"], impersonate: me }));
  await refused(api.retrieve({ collection: "accounts", key: fabrikam, select: ["name"], impersonate: nobody }), 404);
});

test("the definition of a table is found by its name", async () => {
  const table = await api.retrieveEntity<Row>({ key: "LogicalName='account'", select: ["LogicalName", "EntitySetName"] });
  assert.equal(table.EntitySetName, "accounts");
});

test("a client that names tables finds their sets", async () => {
  const found = await clientOf({ useEntityNames: true }).retrieveMultiple<Row>({ collection: "account", top: 1, select: ["name"] });
  assert.equal(found.value.length, 1);
});

test("the columns of a table are defined", async () => {
  const columns = await api.retrieveAttributes<Row>({ entityKey: "LogicalName='account'", select: ["LogicalName"] });
  assert.ok(columns.value.some(column => column.LogicalName === "revenue"));
});

test("the shared choices are defined", async () => {
  const choice = await api.retrieveGlobalOptionSet<Row>({ key: "Name='buy_party'" });
  assert.ok((choice.Options as unknown[]).length > 1);
});

test("the metadata is there as CSDL", async () => { assert.match(String(await api.retrieveCsdlMetadata()), /EntityType Name="account"/); });

test("what the sandbox does not do is refused as not implemented", () => refused(api.retrieveRelationships(), 501, "0x80040315"));

test("a single property is emptied", async () => {
  await api.deleteRecord({ collection: "accounts", key: fabrikam, property: "name" });
  assert.equal((await api.retrieve<Row>({ collection: "accounts", key: fabrikam, select: ["name"] })).name, null);
});

test("a row is deleted, and then it is gone", async () => {
  const key = await api.create<string>({ collection: "accounts", data: { name: "Short-lived" } });
  await api.deleteRecord({ collection: "accounts", key });
  await refused(api.deleteRecord({ collection: "accounts", key }), 404, "0x80040217");
});
